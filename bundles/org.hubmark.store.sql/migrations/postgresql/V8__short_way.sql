-- A short way through the door for the most usual change set: one that only creates objects, in containers there are
-- already. Every client has a process of the server to itself, which comes to its turn with cold caches when many write; what
-- counts then is how few statements a change set goes through, and how few operators they are made of: each is looked up,
-- and its rights are, whenever its statement starts. So the form of all steps is one path, further checks are conditions
-- of the statements that write, and a row that is missing afterwards sends the change set the long way, from the beginning.
-- That one also knows why something is refused: the short way only ever accepts.

set local search_path = hubmark, hubmark_door;

-- Ids are checked where they are cast, and written as the cast gives them.
create or replace function hubmark_door.is_change_set(it jsonb) returns boolean language sql immutable as $$
    select jsonb_path_exists(it, 'strict $ ? (@.id.type() == "string" && @.project.type() == "string"
        && @.client.type() == "string" && @.base.floor() == @.base && @.label.type() == "string"
        && @.changes.type() == "array" && !exists(@.keyvalue() ? (@.key != "id" && @.key != "project" && @.key != "client"
            && @.key != "base" && @.key != "label" && @.key != "changes"
            && !(@.key == "undoes" && @.value.type() == "string"))))', '{}', true)
$$;

-- Whether a change set may try the short way: all of its steps create, and are well-formed but for ids, lengths and values.
create or replace function hubmark_door.only_creates(changes jsonb) returns boolean language sql immutable as $$
    select jsonb_array_length(changes) = jsonb_array_length(jsonb_path_query_array(changes, 'strict $[*] ?
        (!exists(@.keyvalue() ? (@.key != "create")) && @.create.id.type() == "string" && @.create.type.type() == "string"
        && @.create.values.type() == "object" && @.create.items.type() == "object" && !exists(@.create.keyvalue() ?
            (@.key != "id" && @.key != "type" && @.key != "in" && @.key != "values" && @.key != "items"))
        && @.create.in.container.type() == "string" && @.create.in.feature.type() == "string" && @.create.in.feature != ""
        && @.create.in.order.type() == "string" && !exists(@.create.in.keyvalue() ?
            (@.key != "container" && @.key != "feature" && @.key != "order")))', '{}', true))
$$;

-- Ends the short way if rows are missing.
create or replace function hubmark_door.expect(wanted integer, rows integer) returns void language plpgsql as $$
begin
    if rows is distinct from wanted then
        raise exception using errcode = 'HM003', message = 'the long way';
    end if;
end $$;

-- Stores the values of new objects that are no texts, and their sets.
create or replace function hubmark_door.store_others(w work, states jsonb, texts integer) returns void language plpgsql as $$
declare
    stored integer;
begin
    insert into feature_value (object, feature, item, revision, number, flag, ref)
    select s.id, f.key, '', w.number, c.number, c.flag, c.ref
    from jsonb_to_recordset(states) s(id uuid, values jsonb), jsonb_each(s.values) f, cell(f.value) c
    where jsonb_typeof(f.value) <> 'string' and length(f.key) <= 100 and is_value(f.value);
    get diagnostics stored = row_count;
    perform expect(jsonb_array_length(jsonb_path_query_array(states, 'strict $[*].values.*')), texts + stored);
    if jsonb_path_exists(states, '$[*].items.*') then
        insert into feature_value (object, feature, item, revision, text, number, flag, ref)
        select s.id, f.key, item(i.value), w.number, c.text, c.number, c.flag, c.ref
        from jsonb_to_recordset(states) s(id uuid, items jsonb), jsonb_each(s.items) f, jsonb_array_elements(f.value) i,
            cell(i.value) c
        where length(f.key) <= 100 and is_value(i.value)
        on conflict (object, feature, item) do nothing;
        get diagnostics stored = row_count;
        perform expect(jsonb_array_length(jsonb_path_query_array(states, 'strict $[*].items.*[*]')), stored);
    end if;
    -- a query for one value follows the index, whatever the statistics say
    perform expect(0, 1) from jsonb_to_recordset(states) s(id uuid) join feature_value v on v.object = s.id
    where v.ref is not null
        and (select not o.deleted from object o where o.id = v.ref and o.project = w.project) is not true;
end $$;

-- Creates all objects of a change set in containers there are, and writes their log; returns how many rows that has.
create or replace function hubmark_door.create_all(w work, states jsonb) returns integer language plpgsql as $$
declare
    ids uuid[];
    made integer;
    texts integer;
begin
    insert into object (id, project, type, is_record, container, feature, order_key, deleted, created_revision,
        changed_revision, placed_revision)
    select s.id, w.project, s.type, is_record(s.type), (s."in" ->> 'container')::uuid, s."in" ->> 'feature',
        s."in" ->> 'order', false, w.number, w.number, w.number
    from jsonb_to_recordset(states) s(id uuid, type text, "in" jsonb)
    where length(concat(s.type, s."in" ->> 'feature', s."in" ->> 'order')) <= 100 and (select not o.deleted from object o
        where o.id = (s."in" ->> 'container')::uuid and o.project = w.project)
    on conflict (id) do nothing;
    get diagnostics made = row_count;
    if made <> jsonb_array_length(states) then
        perform expect(jsonb_array_length(states), made);
    end if;

    insert into feature_value (object, feature, item, revision, text)
    select s.id, f.key, '', w.number, f.value #>> '{}'
    from jsonb_to_recordset(states) s(id uuid, values jsonb), jsonb_each(s.values) f
    where jsonb_typeof(f.value) = 'string' and length(f.key) <= 100;
    get diagnostics texts = row_count;

    -- besides the three members of each place nothing but texts
    if texts = jsonb_array_length(jsonb_path_query_array(states, '$[*].*.*')) - 3 * made then
        insert into change_log (project, revision, position, kind, object, new_value)
        select w.project, w.number, s.place - 1, 'create', (s.it ->> 'id')::uuid,
            concat('{"id":"', (s.it ->> 'id')::uuid, '","type":', s.it -> 'type', ',"in":{"container":"',
                (s.it #>> '{in,container}')::uuid, '","feature":', s.it #> '{in,feature}', ',"order":',
                s.it #> '{in,order}', '},"values":{', (select string_agg(concat(to_json(f.key), ':', f.value), ','
                    order by f.key collate "C") from jsonb_each(s.it -> 'values') f), '},"items":{}}')
        from jsonb_array_elements(states) with ordinality s(it, place);
    else
        perform store_others(w, states, texts);
        ids := array(select s.id from jsonb_to_recordset(states) s(id uuid));
        insert into change_log (project, revision, position, kind, object, new_value)
        select w.project, w.number, d.place - 1, 'create', d.id, note(s.id, s.state)
        from states(ids) s join unnest(ids) with ordinality d(id, place) on d.id = s.id;
    end if;
    return made;
end $$;

-- Makes the revision after the newest one, of a project that is locked. Taking its number is the last thing.
drop function if exists hubmark_door.make_revision(jsonb, bigint, text, timestamp with time zone);
create or replace function hubmark_door.make_revision(it jsonb, newest bigint, author text, at timestamp with time zone, short boolean)
returns bigint language plpgsql as $$
declare
    w work := row(it ->> 'project', newest + 1, (it -> 'base')::bigint, it ->> 'client');
    rows integer;
begin
    if short then
        rows := create_all(w, jsonb_path_query_array(it -> 'changes', '$[*].create'));
        update project p set revision = w.number where p.id = w.project;
    else
        if newest = 0 then
            if not creates_project(it) then
                perform refuse('PROJECT_MISSING', w.project::text);
            end if;
            insert into project (id, revision) values (w.project, 0);
        end if;
        rows := make_steps(w, it -> 'changes');
        update project p set revision = w.number, name = (select v.text from feature_value v
            where v.object = w.project and v.feature = 'name' and v.item = '') where p.id = w.project;
    end if;
    insert into revision (project, number, change_set, client, author, committed_at, label, undoes, steps)
    values (w.project, w.number, (it ->> 'id')::uuid, w.client, author, at, it ->> 'label', (it ->> 'undoes')::uuid, rows);
    perform pg_notify(channel(w.project), '');
    return w.number;
end $$;

create or replace function hubmark_door.take_revision(it jsonb) returns void language plpgsql as $$
declare
    revision_set jsonb := it -> 'set';
    its_number bigint := (it -> 'number')::bigint;
    newest bigint;
begin
    if not coalesce(has_only(it, '{number,author,when,set}') and is_change_set(revision_set), false)
            or it ->> 'when' !~ '^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$' then
        perform refuse('MALFORMED', 'not a revision');
    end if;
    perform from object o where o.id = (revision_set ->> 'project')::uuid for update;    -- as commit_change_set
    newest := coalesce((select p.revision from project p where p.id = (revision_set ->> 'project')::uuid), 0);
    if exists (select 1 from revision r where r.change_set = (revision_set ->> 'id')::uuid and r.number = its_number)
    then
        return;
    elsif its_number <> newest + 1 then
        perform refuse('NOT_NEXT', its_number::text);
    end if;
    perform make_revision(revision_set, newest, it ->> 'author',
        date_trunc('milliseconds', (it ->> 'when')::timestamp with time zone), false);
end $$;

-- Takes one change set.
create or replace function hubmark_door.take(payload text) returns text language plpgsql as $$
declare
    it jsonb;
    short boolean;
    newest bigint;
    known bigint;
    who text[];
    reason text;
    about text;
begin
    loop
        begin
            it := payload;
            if not coalesce(is_change_set(it), false) then
                return refused('MALFORMED', 'not a change set');
            end if;
            -- no state in a payload that fits into a row of the log is too long for one
            short := coalesce(short, only_creates(it -> 'changes') and length(payload) <= 1000000);
            -- The lock is on the root of the project, which next to nobody changes: so all are served in the order they
            -- came. Those who wait for a row that is changed meanwhile run after its newest version, each time all of them.
            select (select array[m.role, m.name] from member m where m.account = session_user
                and (m.project = o.project or m.project is null) order by m.project is null limit 1)
            into who from object o where o.id = (it ->> 'project')::uuid for update;
            select (select p.revision from project p where p.id = (it ->> 'project')::uuid),
                (select r.number from revision r where r.change_set = (it ->> 'id')::uuid) into newest, known;
            if known is not null then
                return '{"accepted":' || known || '}';
            elsif (who[1] = any (writers())) is not true then    -- also if there is no such project yet
                who[2] := check_role(asking((it ->> 'project')::uuid), writers());
            end if;
            newest := make_revision(it, coalesce(newest, 0), who[2], date_trunc('milliseconds', clock_timestamp()),
                short and newest is not null);
            return '{"accepted":' || newest || '}';
        exception
            when sqlstate 'HM003' then
                short := false;
            when sqlstate 'HM001' then
                get stacked diagnostics reason = message_text, about = pg_exception_detail;
                return refused(reason, about);
            when sqlstate 'HM002' then
                return sqlerrm;
            when data_exception or statement_too_complex then
                return refused('MALFORMED', sqlerrm);
        end;
    end loop;
end $$;

create or replace function hubmark.commit_change_set(payload text) returns text language plpgsql security definer
set search_path = hubmark, hubmark_door, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
    ready text := begin_writing();
begin
    return take(payload);
end $$;

-- Commits change sets in their order, up to the first that is not accepted, and gives the answers: what waits in an outbox
-- goes through the door in few round trips, and in one transaction.
create or replace function hubmark.commit_change_sets(payloads text[]) returns text[] language plpgsql security definer
set search_path = hubmark, hubmark_door, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
    ready text := begin_writing();
    answers text[];
    payload text;
begin
    foreach payload in array payloads loop
        answers := answers || take(payload);
        exit when answers[cardinality(answers)] not like '{"accepted":%';
    end loop;
    return answers;
end $$;
comment on function hubmark.commit_change_sets is 'Commits several change sets, up to the first that is not accepted.';

grant execute on function hubmark.commit_change_sets to hubmark_member;
