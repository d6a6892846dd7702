-- Forgets the half times that no round is left for, in the series of these instances and stages.
delete from notice_half_time h using (
  select i.definition_id from access_review_instance i where i.id = any(:instances)
  union
  select i.definition_id
  from access_review_stage s join access_review_instance i on i.id = s.instance_id
  where s.id = any(:stages)) ended
where h.definition_id = ended.definition_id and not exists (
  select from notice_round r
  where r.definition_id = h.definition_id and r.occurrence = h.occurrence and r.stage = h.stage
    and r.half_time = h.half_time);
