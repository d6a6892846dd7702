-- Where the schema has an owner of its own (docs/evidence-keys.md), the service may add to the
-- evidence log and read it, whatever else its role was granted on all tables.
do $$
declare
  granted record;
begin
  for granted in
    select distinct t.relname, coalesce(r.rolname, 'public') as role, r.oid is null as is_public
    from pg_class t
      cross join lateral aclexplode(t.relacl) acl
      left join pg_roles r on r.oid = acl.grantee
    where t.relnamespace = cast(current_schema() as regnamespace)
      and t.relname in
        ('evidence_entry', 'evidence_leaf', 'evidence_tile', 'evidence_checkpoint')
      and acl.grantee <> t.relowner
      and acl.privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER')
  loop
    execute format('revoke update, delete, truncate, trigger on %I from ', granted.relname)
      || case when granted.is_public then 'public' else quote_ident(granted.role) end;
  end loop;
end $$;
