-- Plans the reminder at half time of a round that begins, unless half of its time is over already.
insert into notice_half_time (id, definition_id, occurrence, stage, half_time)
select gen_random_uuid(), r.definition_id, r.occurrence, r.stage, r.half_time
from notice_round r
where r.instance_id = any(:instances) and r.stage = :stage and r.half_time > :now
group by r.definition_id, r.occurrence, r.stage, r.half_time
on conflict do nothing;
