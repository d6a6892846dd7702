-- Takes over a file of memberships.
insert into directory_group_member (group_id, member_id, member_type)
select i.group_id, i.member_id, o.type from directory_import i
  join directory_object o on o.id = i.member_id
order by i.group_id, i.member_id
on conflict do nothing;
