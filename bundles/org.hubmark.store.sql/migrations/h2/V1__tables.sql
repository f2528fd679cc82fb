-- The store itself: generic objects, features and references, and the log. Only the door writes here.
-- What each column means is said with COMMENT ON, so that an SQL client shows it.

create table setting (
    name varchar(60) not null primary key,
    content varchar(400) not null
);
comment on table setting is 'Settings of this database, made when it was created.';

create table project (
    id uuid not null primary key,
    name varchar(1000),
    revision bigint not null
);
comment on table project is 'The projects of this database.';
comment on column project.revision is 'The number of its newest revision; its row is locked while one is made.';

create table member (
    account varchar(200) not null,
    project uuid,
    name varchar(200) not null,
    role varchar(20) not null check (role in ('reader', 'analyst', 'curator', 'administrator')),
    unique nulls not distinct (account, project)
);
comment on table member is 'Who may do what.';
comment on column member.account is 'The database account, as CURRENT_USER gives it.';
comment on column member.project is 'The project the role is for; empty: every project of the database.';
comment on column member.name is 'The name the log and the reports show.';

create table object (
    id uuid not null primary key,
    project uuid not null,
    type varchar(100) not null,
    is_record boolean not null,
    container uuid,
    feature varchar(100),
    order_key varchar(1000),
    deleted boolean not null,
    created_revision bigint not null,
    changed_revision bigint not null,
    placed_revision bigint not null
);
comment on table object is 'Every object there is or was.';
comment on column object.is_record is 'True for briefings and what belongs to them, false for model and codebook.';
comment on column object.container is 'The object it is contained in, by the container''s feature; empty for a project.';
comment on column object.order_key is 'Its place among the objects of that feature: plain comparison, then the id.';
comment on column object.placed_revision is 'The revision that put it where it is.';
create index object_by_type on object (project, is_record, type);
create index object_by_container on object (container);

create table feature_value (
    object uuid not null,
    feature varchar(100) not null,
    item varchar(80) not null,
    revision bigint not null,
    text varchar,
    number decfloat(100),
    flag boolean,
    ref uuid,
    primary key (object, feature, item)
);
comment on table feature_value is 'The values of the features of living objects.';
comment on column feature_value.item is 'Empty for a single-valued feature, else the key of the item in its set.';
comment on column feature_value.revision is 'The revision that set it; a row without any value says when it was unset.';
create index feature_value_by_ref on feature_value (ref);

create table revision (
    project uuid not null,
    number bigint not null,
    change_set uuid not null unique,
    client uuid not null,
    author varchar(200) not null,
    committed_at timestamp(3) with time zone not null,
    label varchar not null,
    undoes uuid,
    steps integer not null,
    primary key (project, number)
);
comment on table revision is 'The log: one row an accepted change set. Numbers have no gaps.';
comment on column revision.committed_at is 'For display only: it orders nothing.';
comment on column revision.steps is 'How many rows of change_log belong to it.';

create table change_log (
    project uuid not null,
    revision bigint not null,
    position integer not null,
    kind varchar(10) not null,
    object uuid not null,
    feature varchar(100),
    old_value varchar,
    new_value varchar,
    primary key (project, revision, position)
);
comment on table change_log is 'The steps of each revision, as typed JSON.';
comment on column change_log.kind is 'create, delete, restore, put, add, remove or move.';
create index change_log_by_object on change_log (object, revision);

create table edition_text (
    text_sha256 char(64) not null primary key,
    text clob not null,
    file_sha256 char(64) not null,
    original blob not null
);
comment on table edition_text is 'The canonical texts of the editions and the files they came from.';

create alias commit_change_set for 'org.hubmark.store.sql.H2Functions.commitChangeSet';
create alias keep_text for 'org.hubmark.store.sql.H2Functions.keepText';
create alias wait_for_revision for 'org.hubmark.store.sql.H2Functions.waitForRevision';
create alias wake_waiting for 'org.hubmark.store.sql.H2Functions.wakeWaiting';
create alias host for 'org.hubmark.store.sql.H2Functions.host';

create role hubmark_member;
create role hubmark_query;
grant select on project, member, object, feature_value, revision, change_log, edition_text, setting to hubmark_member;
