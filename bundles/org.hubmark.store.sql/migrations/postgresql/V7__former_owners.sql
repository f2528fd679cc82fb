-- What belonged to an object once: so that its history tells also of facts that were deleted with others, of evidence
-- that was taken away, of what was moved elsewhere. What belongs to it now is known from object and feature_value.

create table former_owner (
    owner uuid not null,
    object uuid not null,
    primary key (owner, object)
);
comment on table former_owner is 'What once was contained in an object, or was about it by subject, source or target.';
grant select on former_owner to hubmark_member;

insert into former_owner (owner, object)
select (l.old_value::jsonb ->> 'container')::uuid, l.object from change_log l where l.kind = 'move'
union
select (l.old_value::jsonb ->> 'ref')::uuid, l.object from change_log l
where l.kind = 'put' and l.feature in ('subject', 'source', 'target') and l.old_value like '{%'
union
select (v.value ->> 'ref')::uuid, l.object from change_log l cross join jsonb_each(l.old_value::jsonb -> 'values') v
where l.kind = 'delete' and v.key in ('subject', 'source', 'target') and jsonb_typeof(v.value) = 'object';

create function hubmark_door.keep_container() returns trigger language plpgsql as $$
begin
    insert into hubmark.former_owner (owner, object) values (old.container, old.id) on conflict do nothing;
    return null;
end $$;

create function hubmark_door.keep_reference() returns trigger language plpgsql as $$
begin
    insert into hubmark.former_owner (owner, object) values (old.ref, old.object) on conflict do nothing;
    return null;
end $$;

-- Most steps change neither: the conditions cost next to nothing.
create trigger object_leaves after update of container on object for each row
    when (old.container is distinct from new.container and old.container is not null)
    execute function hubmark_door.keep_container();
create trigger reference_goes after delete on feature_value for each row
    when (old.ref is not null and old.feature in ('subject', 'source', 'target'))
    execute function hubmark_door.keep_reference();
create trigger reference_changes after update of ref on feature_value for each row
    when (old.ref is distinct from new.ref and old.ref is not null
        and old.feature in ('subject', 'source', 'target'))
    execute function hubmark_door.keep_reference();
