-- Ends instances whose resource is not in the directory, before they begin; they say why.
-- Hole :resources, for example select id from directory_group: the resources of the directory.
update access_review_instance i
set status = 'Completed', next_transition_at = null, version = version + 1,
  errors = jsonb_build_array(jsonb_build_object('code', cast(:code as text),
    'message', replace(:message, '{id}', i.resource_id::text)))
where i.id = any(:instances) and i.resource_id is not null
  and not exists (select from (:resources) r where r.id = i.resource_id)
returning i.id;
