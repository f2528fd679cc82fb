-- What belonged to an object once: so that its history tells also of facts that were deleted with others, of evidence
-- that was taken away, of what was moved elsewhere. What belongs to it now is known from object and feature_value.

create table former_owner (
    owner uuid not null,
    object uuid not null,
    primary key (owner, object)
);
comment on table former_owner is 'What once was contained in an object, or was about it by subject, source or target.';
grant select on former_owner to hubmark_member;

merge into former_owner (owner, object) key (owner, object)
select distinct cast(regexp_substr(l.old_value, '"container":"([0-9a-f-]{36})"', 1, 1, '', 1) as uuid), l.object
from change_log l where l.kind = 'move';

merge into former_owner (owner, object) key (owner, object)
select distinct cast(t.owner as uuid), t.object from (
    select regexp_substr(l.old_value, '"subject":\{"ref":"([0-9a-f-]{36})"', 1, 1, '', 1) as owner, l.object
    from change_log l where l.kind = 'delete') t
where t.owner is not null;

merge into former_owner (owner, object) key (owner, object)
select distinct cast(t.owner as uuid), t.object from (
    select regexp_substr(l.old_value, '"source":\{"ref":"([0-9a-f-]{36})"', 1, 1, '', 1) as owner, l.object
    from change_log l where l.kind = 'delete') t
where t.owner is not null;

merge into former_owner (owner, object) key (owner, object)
select distinct cast(t.owner as uuid), t.object from (
    select regexp_substr(l.old_value, '"target":\{"ref":"([0-9a-f-]{36})"', 1, 1, '', 1) as owner, l.object
    from change_log l where l.kind = 'delete') t
where t.owner is not null;

merge into former_owner (owner, object) key (owner, object)
select distinct cast(t.owner as uuid), t.object from (
    select regexp_substr(l.old_value, '"ref":"([0-9a-f-]{36})"', 1, 1, '', 1) as owner, l.object
    from change_log l where l.kind = 'put' and l.feature in ('subject', 'source', 'target')) t
where t.owner is not null;
