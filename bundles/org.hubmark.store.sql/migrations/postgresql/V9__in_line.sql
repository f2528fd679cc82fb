-- What waits for its turn is made together. A client that finds its project taken puts its change set into a line and waits;
-- whoever has the turn makes all that stand there with its own, in few statements and one transaction, and all of them
-- wake when it ends. Sixteen clients that write at once each have a process of the server, which comes to its turn with cold
-- caches: so few of them do the work of many. Each change set stays one: its own revision, author, and answer.

set local search_path = hubmark, hubmark_door;

-- Change sets that wait. Nobody may read or write here; who put one in is what the session says. Not in the log of the server:
-- what a crash empties, its owners' sessions are gone with.
create unlogged table if not exists hubmark_door.waiting (
    project uuid not null,
    since timestamp with time zone not null,
    change_set uuid not null,
    account text collate "C" not null,
    it jsonb not null,
    primary key (project, since, change_set)
);

-- Who has put in a row for the number of the next revision is next. All others wait for the end of that transaction by trying
-- to put in the same row, and go on all at once: behind a lock each would have to wake the next one.
create unlogged table if not exists hubmark_door.turn (
    project uuid not null,
    number bigint not null,
    primary key (project, number)
);

drop function hubmark_door.create_all(work, jsonb);
drop function hubmark_door.store_others(work, jsonb, integer);

-- What has stood in line from before then is nobody's any more: its owner may have given up on it, and gone on.
create or replace function hubmark_door.recently() returns timestamp with time zone language sql as $$
    select clock_timestamp() - interval '2 s'
$$;

-- The functions below make what others have put in too. Nothing in them depends on a setting a member could change.

create or replace function hubmark_door.created(it jsonb) returns jsonb language sql immutable as $$
    select jsonb_path_query_array(it -> 'changes', '$[*].create')
$$;

-- Stores the values of new objects that are no texts, and their sets.
create or replace function hubmark_door.store_others(of_project uuid, newest bigint, sets jsonb[], texts integer) returns void
language plpgsql as $$
declare
    stored integer;
begin
    insert into feature_value (object, feature, item, revision, number, flag, ref)
    select s.id, f.key, '', newest + t.place, c.number, c.flag, c.ref
    from unnest(sets) with ordinality t(it, place), jsonb_to_recordset(created(t.it)) s(id uuid, values jsonb),
        jsonb_each(s.values) f, cell(f.value) c
    where jsonb_typeof(f.value) <> 'string' and length(f.key) <= 100 and is_value(f.value);
    get diagnostics stored = row_count;
    perform expect((select sum(jsonb_array_length(jsonb_path_query_array(created(t.it), 'strict $[*].values.*')))
        from unnest(sets) t(it))::integer, texts + stored);
    if exists (select 1 from unnest(sets) t(it) where jsonb_path_exists(created(t.it), '$[*].items.*')) then
        insert into feature_value (object, feature, item, revision, text, number, flag, ref)
        select s.id, f.key, item(i.value), newest + t.place, c.text, c.number, c.flag, c.ref
        from unnest(sets) with ordinality t(it, place), jsonb_to_recordset(created(t.it)) s(id uuid, items jsonb),
            jsonb_each(s.items) f, jsonb_array_elements(f.value) i, cell(i.value) c
        where length(f.key) <= 100 and is_value(i.value)
        on conflict (object, feature, item) do nothing;
        get diagnostics stored = row_count;
        perform expect((select sum(jsonb_array_length(jsonb_path_query_array(created(t.it), 'strict $[*].items.*[*]')))
            from unnest(sets) t(it))::integer, stored);
    end if;
    -- a query for one value follows the index, whatever the statistics say
    perform expect(0, 1) from unnest(sets) t(it), jsonb_to_recordset(created(t.it)) s(id uuid)
        join feature_value v on v.object = s.id
    where v.ref is not null
        and (select not o.deleted from object o where o.id = v.ref and o.project = of_project) is not true;
end $$;

-- Makes the revisions after the newest one, of change sets that only create objects in containers there are.
create or replace function hubmark_door.create_all(of_project uuid, newest bigint, accounts text[], sets jsonb[]) returns void
language plpgsql as $$
declare
    ids uuid[];
    made integer;
    texts integer;
    rows integer;
begin
    insert into object (id, project, type, is_record, container, feature, order_key, deleted, created_revision,
        changed_revision, placed_revision)
    select s.id, of_project, s.type, is_record(s.type), (s."in" ->> 'container')::uuid, s."in" ->> 'feature',
        s."in" ->> 'order', false, newest + t.place, newest + t.place, newest + t.place
    from unnest(sets) with ordinality t(it, place), jsonb_to_recordset(created(t.it)) s(id uuid, type text, "in" jsonb)
    where length(concat(s.type, s."in" ->> 'feature', s."in" ->> 'order')) <= 100 and (select not o.deleted from object o
        where o.id = (s."in" ->> 'container')::uuid and o.project = of_project)
    on conflict (id) do nothing;
    get diagnostics made = row_count;

    insert into feature_value (object, feature, item, revision, text)
    select s.id, f.key, '', newest + t.place, f.value #>> '{}'
    from unnest(sets) with ordinality t(it, place), jsonb_to_recordset(created(t.it)) s(id uuid, values jsonb),
        jsonb_each(s.values) f
    where jsonb_typeof(f.value) = 'string' and length(f.key) <= 100;
    get diagnostics texts = row_count;

    -- besides the three members of each place nothing but texts
    if texts = (select sum(jsonb_array_length(jsonb_path_query_array(t.it, '$.changes[*].create.*.*')))
            from unnest(sets) t(it)) - 3 * made then
        insert into change_log (project, revision, position, kind, object, new_value)
        select of_project, newest + t.place, s.place - 1, 'create', (s.it ->> 'id')::uuid,
            concat('{"id":"', (s.it ->> 'id')::uuid, '","type":', s.it -> 'type', ',"in":{"container":"',
                (s.it #>> '{in,container}')::uuid, '","feature":', s.it #> '{in,feature}', ',"order":',
                s.it #> '{in,order}', '},"values":{', (select string_agg(concat(to_json(f.key), ':', f.value), ','
                    order by f.key collate "C") from jsonb_each(s.it -> 'values') f), '},"items":{}}')
        from unnest(sets) with ordinality t(it, place), jsonb_array_elements(created(t.it)) with ordinality s(it, place);
    else
        perform expect((select sum(jsonb_array_length(t.it -> 'changes')) from unnest(sets) t(it))::integer, made);
        perform store_others(of_project, newest, sets, texts);
        ids := array(select s.id from unnest(sets) t(it), jsonb_to_recordset(created(t.it)) s(id uuid));
        insert into change_log (project, revision, position, kind, object, new_value)
        select of_project, newest + t.place, s.place - 1, 'create', d.id, note(d.id, d.state)
        from unnest(sets) with ordinality t(it, place), jsonb_array_elements(created(t.it)) with ordinality s(it, place)
            join states(ids) d on d.id = (s.it ->> 'id')::uuid;
    end if;
    get diagnostics rows = row_count;
    if rows <> made then
        perform expect(rows, made);
    end if;

    insert into revision (project, number, change_set, client, author, committed_at, label, undoes, steps)
    select of_project, newest + t.place, (t.it ->> 'id')::uuid, (t.it ->> 'client')::uuid, m.name,
        date_trunc('milliseconds', clock_timestamp()), t.it ->> 'label', (t.it ->> 'undoes')::uuid,
        jsonb_array_length(t.it -> 'changes')
    from unnest(accounts, sets) with ordinality t(account, it, place), lateral (select m.role, m.name from member m
        where m.account = t.account and (m.project = of_project or m.project is null) order by m.project is null limit 1) m
    where m.role = any (writers()) and (t.it -> 'base')::bigint is not null    -- and no number that is too large
    on conflict (change_set) do nothing;
    get diagnostics rows = row_count;
    if rows <> cardinality(sets) then
        perform expect(cardinality(sets), rows);
    end if;

    update project p set revision = newest + rows where p.id = of_project;
    perform pg_notify(channel(of_project), '');
end $$;

-- Makes change sets of the caller that may go the short way, of a project that is locked, and before them what stands in line
-- there; gives the number of the last one. The planner would read all of a small table.
create or replace function hubmark_door.make_together(of_project uuid, ids uuid[], own jsonb[], newest bigint) returns bigint
language plpgsql set enable_seqscan = off set enable_bitmapscan = off as $$
declare
    earliest timestamp with time zone := recently();    -- once: an index is followed to what does not change
    accounts text[];
    sets jsonb[];
begin
    with taken as (delete from waiting w where w.project = of_project and w.since > earliest
        returning w.change_set, w.account, w.it)
    select array_agg(t.account), array_agg(t.it) into accounts, sets from taken t
    where t.change_set <> all (ids) and t.it ->> 'project' = of_project::text and is_change_set(t.it)
        and only_creates(t.it -> 'changes');
    -- what is acknowledged to others is on the disk, whatever this session thinks enough for its own
    if sets is not null and current_setting('synchronous_commit') in ('local', 'remote_write') then
        perform set_config('synchronous_commit', 'on', true);
    end if;
    perform create_all(of_project, newest, accounts || array_fill(session_user::text, array[cardinality(own)]), sets || own);
    return newest + coalesce(cardinality(sets), 0) + cardinality(own);
end $$;

-- Takes one change set. Whatever fails on the short way may be due to others: so it goes the long way then, alone.
create or replace function hubmark_door.take(payload text) returns text language plpgsql as $$
declare
    it jsonb;
    its_project uuid;
    its_id uuid;
    short boolean;
    newest bigint;
    known bigint;
    author text;
    reason text;
    about text;
begin
    loop
        begin
            it := payload;
            if not coalesce(is_change_set(it), false) then
                return refused('MALFORMED', 'not a change set');
            end if;
            its_project := it ->> 'project';
            its_id := it ->> 'id';
            -- no state in a payload that fits into a row of the log is too long for one
            short := coalesce(short, only_creates(it -> 'changes') and length(payload) <= 1000000);
            -- The lock is on the root of the project, which next to nobody changes: those who wait for a row that is changed
            -- meanwhile run after its newest version, each time all of them.
            perform from object o where o.id = its_project for update;
            select (select p.revision from project p where p.id = its_project),
                (select r.number from revision r where r.change_set = its_id) into newest, known;
            if known is null and short and newest is not null then
                known := make_together(its_project, array[its_id], array[it], newest);
            elsif known is null then
                author := check_role(asking(its_project), writers());    -- also if there is no such project yet
                known := make_revision(it, coalesce(newest, 0), author, date_trunc('milliseconds', clock_timestamp()),
                    false);
            end if;
            return '{"accepted":' || known || '}';
        exception
            when others then
                if short then
                    short := false;
                    delete from waiting w where w.project = its_project and w.change_set = its_id
                        and w.since > recently();
                    continue;
                end if;
                get stacked diagnostics reason = message_text, about = pg_exception_detail;
                case
                    when sqlstate = 'HM001' then return refused(reason, about);
                    when sqlstate = 'HM002' then return reason;
                    when sqlstate like '22%' or sqlstate = '54001' then return refused('MALFORMED', reason);
                    else raise;
                end case;
        end;
    end loop;
end $$;

-- Takes several change sets together that may all go the short way; null if they can't: one builds on another, say.
create or replace function hubmark_door.take_together(payloads text[]) returns text[] language plpgsql as $$
declare
    sets jsonb[];
    ids uuid[];
    its_project uuid;
    newest bigint;
begin
    sets := array(select p::jsonb from unnest(payloads) p);
    if exists (select 1 from unnest(sets) s where (is_change_set(s) and only_creates(s -> 'changes')
            and s -> 'project' = sets[1] -> 'project') is not true) or length(concat(variadic payloads)) > 1000000 then
        return null;
    end if;
    its_project := sets[1] ->> 'project';
    ids := array(select (s ->> 'id')::uuid from unnest(sets) s);
    perform from object o where o.id = its_project for update;
    select p.revision into newest from project p where p.id = its_project
        and not exists (select from revision r where r.change_set = any (ids));
    if newest is null then
        return null;
    end if;
    newest := make_together(its_project, ids, sets, newest) - cardinality(sets);
    return array(select '{"accepted":' || newest + place || '}' from generate_subscripts(sets, 1) place order by place);
exception
    when others then
        return null;    -- and whatever it is, is met again one by one
end $$;

create or replace function hubmark.commit_change_sets(payloads text[]) returns text[] language plpgsql security definer
set search_path = hubmark, hubmark_door, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
    ready text := begin_writing();
    answers text[] := take_together(payloads);
    payload text;
begin
    if answers is null then
        foreach payload in array payloads loop
            answers := answers || take(payload);
            exit when answers[cardinality(answers)] not like '{"accepted":%';
        end loop;
    end if;
    return answers;
end $$;

-- The line. What goes before the turn is asked by all at once: so no settings, which cost as much as a statement, and every
-- name in full, operators too, for those of a member's own schemas are not to be found first.

-- The answer, if nobody is at it; null: it stands in line now. One that is long waits for its turn alone, and so does what would
-- be refused anyway; and all do while a transaction that lasts keeps what has left the line from being cleared away.
create or replace function hubmark.try_change_set(its_project uuid, its_id uuid, payload text) returns text
language plpgsql security definer as $$
begin
    perform from hubmark.object o where o.id operator(pg_catalog.=) its_project for update skip locked;
    if not found and pg_catalog.octet_length(payload) operator(pg_catalog.<=) 2000
            and pg_catalog.pg_relation_size('hubmark_door.waiting') operator(pg_catalog.<=) 67108864 then
        insert into hubmark_door.waiting (project, since, change_set, account, it)
        select p.id, pg_catalog.clock_timestamp(), its_id, session_user, payload::pg_catalog.jsonb
        from hubmark.project p where p.id operator(pg_catalog.=) its_project
            and (select m.role from hubmark.member m where m.account operator(pg_catalog.=) session_user
                and (m.project operator(pg_catalog.=) p.id or m.project is null) order by m.project is null limit 1)
                operator(pg_catalog.<>) 'reader';
        if found then
            return null;
        end if;
    end if;
    return hubmark.commit_change_set(payload);
end $$;

-- The answer for a change set that stands in line: somebody has made it, or the caller makes all that stand there.
create or replace function hubmark.change_set_in_turn(its_project uuid, its_id uuid, payload text) returns text
language plpgsql security definer as $$
declare
    newest bigint;
    known bigint;
begin
    for attempt in 1 .. 10 loop
        select (select p.revision from hubmark.project p where p.id operator(pg_catalog.=) its_project),
            (select r.number from hubmark.revision r where r.change_set operator(pg_catalog.=) its_id) into newest, known;
        if known is not null then
            return pg_catalog.concat('{"accepted":', known, '}');
        end if;
        insert into hubmark_door.turn (project, number) select its_project, newest operator(pg_catalog.+) 1
        where newest is not null on conflict do nothing;
        exit when found or newest is null;
        newest := null;
    end loop;
    return hubmark_door.have_turn(its_project, its_id, payload, newest operator(pg_catalog.+) 1);
end $$;

-- Has the turn for a number, if there is one; whoever was at it until now may have made its change set. The row is left when
-- there is a revision of that number, so that all who waited see it is over.
create or replace function hubmark_door.have_turn(its_project uuid, its_id uuid, payload text, its_number bigint) returns text
language plpgsql security definer set search_path = hubmark, hubmark_door, pg_temp
set plan_cache_mode = force_generic_plan as $$
declare
    ready text := begin_writing();
    known bigint;
    answer text;
begin
    perform from object o where o.id = its_project for update;
    select r.number into known from revision r where r.change_set = its_id;
    if known is not null then
        return '{"accepted":' || known || '}';
    end if;
    answer := take(payload);
    if answer not like '{"accepted":%' then
        delete from turn t where t.project = its_project and t.number = its_number;
    elsif its_number % 16 = 0 then
        delete from turn t where t.project = its_project and t.number < its_number;
        delete from waiting w where w.project = its_project and w.since < recently();
    end if;
    return answer;
end $$;

-- Commits a change set as commit_change_set does, with others if many write at once. It is for those that may go the short way;
-- and not inside a transaction.
create or replace procedure hubmark.send_change_set(its_project uuid, its_id uuid, payload text, inout answer text)
language plpgsql as $$
begin
    answer := hubmark.try_change_set(its_project, its_id, payload);
    if answer is null then
        commit;
        answer := hubmark.change_set_in_turn(its_project, its_id, payload);
    end if;
end $$;
comment on procedure hubmark.send_change_set is 'Commits a change set, with others if many write at once.';

grant execute on function hubmark.try_change_set, hubmark.change_set_in_turn to hubmark_member;
grant execute on procedure hubmark.send_change_set to hubmark_member;
