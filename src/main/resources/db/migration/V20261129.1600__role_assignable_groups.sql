-- Reviews of role-assignable groups have a kind of their own: other roles may write them.

alter table access_review_schedule_definition
  drop constraint access_review_schedule_definition_kind_known,
  add constraint access_review_schedule_definition_kind_known
    check (kind in ('GROUP_OR_APP', 'ROLE_ASSIGNABLE_GROUP', 'ENTRA_ROLE'));

update access_review_schedule_definition d
set kind = 'ROLE_ASSIGNABLE_GROUP'
where d.kind = 'GROUP_OR_APP'
  and exists (
    select from directory_group g
    where g.is_assignable_to_role
      and position('groups/' || g.id in lower(d.scope::text)) > 0);
