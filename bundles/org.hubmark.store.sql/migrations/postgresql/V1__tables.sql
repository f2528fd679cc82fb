-- The store itself: generic objects, features and references, and the log, as on H2. Only the door writes here.
-- Texts compare by their characters ("C"), so that every server sorts alike whatever its locale is.

create table setting (
    name text collate "C" not null primary key,
    content text not null
);
comment on table setting is 'Settings of this database, made when it was created.';

-- room in each page, so that its one row can be changed in place thousands of times a second
create table project (
    id uuid not null primary key,
    name text collate "C",
    revision bigint not null
) with (fillfactor = 10);
comment on table project is 'The projects of this database.';
comment on column project.revision is 'The number of its newest revision; its row is locked while one is made.';

create table member (
    account text collate "C" not null,
    project uuid,
    name text collate "C" not null,
    role text collate "C" not null check (role in ('reader', 'analyst', 'curator', 'administrator'))
);
create unique index member_once on member (account, coalesce(project, '00000000-0000-0000-0000-000000000000'));
comment on table member is 'Who may do what.';
comment on column member.account is 'The database account, as SESSION_USER gives it.';
comment on column member.project is 'The project the role is for; empty: every project of the database.';
comment on column member.name is 'The name the log and the reports show.';

create table object (
    id uuid not null primary key,
    project uuid not null,
    type text collate "C" not null,
    is_record boolean not null,
    container uuid,
    feature text collate "C",
    order_key text collate "C",
    deleted boolean not null,
    created_revision bigint not null,
    changed_revision bigint not null,
    placed_revision bigint not null
) with (fillfactor = 90);
comment on table object is 'Every object there is or was.';
comment on column object.is_record is 'True for briefings and what belongs to them, false for model and codebook.';
comment on column object.container is 'The object it is contained in, by the container''s feature; empty for a project.';
comment on column object.order_key is 'Its place among the objects of that feature: plain comparison, then the id.';
comment on column object.placed_revision is 'The revision that put it where it is.';
create index object_by_type on object (project, is_record, type);
create index object_by_container on object (container);

create table feature_value (
    object uuid not null,
    feature text collate "C" not null,
    item text collate "C" not null,
    revision bigint not null,
    text text collate "C",
    number numeric,
    flag boolean,
    ref uuid,
    primary key (object, feature, item)
) with (fillfactor = 90);
comment on table feature_value is 'The values of the features of living objects.';
comment on column feature_value.item is 'Empty for a single-valued feature, else the key of the item in its set.';
comment on column feature_value.revision is 'The revision that set it; a row without any value says when it was unset.';
create index feature_value_by_ref on feature_value (ref) where ref is not null;

create table revision (
    project uuid not null,
    number bigint not null,
    change_set uuid not null unique,
    client uuid not null,
    author text collate "C" not null,
    committed_at timestamp(3) with time zone not null,
    label text not null,
    undoes uuid,
    steps integer not null,
    primary key (project, number)
);
comment on table revision is 'The log: one row an accepted change set. Numbers have no gaps.';
comment on column revision.committed_at is 'For display only: it orders nothing.';
comment on column revision.steps is 'How many rows of change_log belong to it.';
create index revision_by_time on revision (project, committed_at);

create table change_log (
    project uuid not null,
    revision bigint not null,
    position integer not null,
    kind text collate "C" not null,
    object uuid not null,
    feature text collate "C",
    old_value text collate "C",
    new_value text collate "C",
    primary key (project, revision, position)
);
comment on table change_log is 'The steps of each revision, as typed JSON.';
comment on column change_log.kind is 'create, delete, restore, put, add, remove or move.';
create index change_log_by_object on change_log (object, revision);

create table edition_text (
    text_sha256 text collate "C" not null primary key check (length(text_sha256) = 64),
    text text not null,
    file_sha256 text collate "C" not null check (length(file_sha256) = 64),
    original bytea not null
);
comment on table edition_text is 'The canonical texts of the editions and the files they came from.';

-- not in the log of the server, so neither in copies nor on standbys: who is at work is nothing to be kept
create unlogged table presence (
    project uuid not null,
    client uuid not null,
    account text collate "C" not null,
    name text collate "C" not null,
    object uuid,
    detail uuid,
    seen timestamp with time zone not null,
    primary key (project, client)
);
comment on table presence is 'Who is at work; forgotten half a minute after the last sign of life.';

grant usage on schema hubmark to hubmark_member, hubmark_query;
grant select on project, member, object, feature_value, revision, change_log, edition_text, setting,
    flyway_schema_history to hubmark_member;
