-- The line again, with less to do for each who stands there, for that is what sixteen clients spend their time on: whoever
-- waits wakes once, when its change set is made, and asks one question then. Besides the change set itself no row is written to wait.
--
-- Who has the lock of a project's turn makes all that stands in line. Each turn has a number, and whoever makes one takes that
-- number just before it reads the line; so one who has stood in line and then sees the number of a turn is made in the next one at
-- the latest. The first to come is the one who makes that: it holds the lock of its number, and waits for the lock of the turn,
-- which is handed to it. All others wait for the lock of the number. They share it, so they all wake at once when it is let go.
--
-- These are advisory locks: they go with their transaction, cost no row, and are not kept from anybody. So waiting for them ends after
-- two seconds, and whoever has waited for so long goes through the door alone.

set local search_path = hubmark, hubmark_door;

drop function hubmark_door.have_turn(uuid, uuid, text, bigint);
drop function hubmark.change_set_in_turn(uuid, uuid, text);
drop function hubmark.try_change_set(uuid, uuid, text);
drop function hubmark_door.create_all(uuid, bigint, text[], jsonb[]);
drop table hubmark_door.turn;

-- The number of the newest turn, of all projects together: one that is passed over does no harm.
create sequence if not exists hubmark.turns;
grant select on hubmark.turns to hubmark_member;

-- Makes the revisions after the newest one, of change sets that only create objects in containers there are. They have so many
-- members of places, values and items together.
create or replace function hubmark_door.create_all(of_project uuid, newest bigint, authors text[], sets jsonb[], members integer) returns void
language plpgsql as $$
declare
    ids uuid[];
    made integer;
    texts integer;
    rows integer;
    told text;
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
    if texts = members - 3 * made then
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
    select of_project, newest + t.place, (t.it ->> 'id')::uuid, (t.it ->> 'client')::uuid, t.author,
        date_trunc('milliseconds', clock_timestamp()), t.it ->> 'label', (t.it ->> 'undoes')::uuid,
        jsonb_array_length(t.it -> 'changes')
    from unnest(authors, sets) with ordinality t(author, it, place)
    where (t.it -> 'base')::bigint is not null    -- and no number that is too large
    on conflict (change_set) do nothing;
    get diagnostics rows = row_count;
    if rows <> cardinality(sets) then
        perform expect(cardinality(sets), rows);
    end if;

    update project p set revision = newest + rows where p.id = of_project;
    told := pg_notify(channel(of_project), '');    -- a statement would cost more
end $$;

-- Makes what stands in line for a project that is locked, but for these ids, and after it the caller's own change sets, which may
-- go the short way; gives the number of the last one. The planner would read all of a small table.
create or replace function hubmark_door.make_together(of_project uuid, ids uuid[], own jsonb[], newest bigint) returns bigint
language plpgsql set enable_seqscan = off set enable_bitmapscan = off as $$
declare
    its_turn bigint := nextval('hubmark.turns');    -- before the line is read
    earliest timestamp with time zone := recently();    -- once: an index is followed to what does not change
    authors text[];
    sets jsonb[];
    members integer;
    owned integer;
begin
    with taken as (delete from waiting w where w.project = of_project and w.since > earliest
        returning w.change_set, w.account, w.it),
    both_kinds as (
        select t.account, t.it, 0 as place from taken t
        where t.change_set <> all (ids) and t.it ->> 'project' = of_project::text and is_change_set(t.it)
            and only_creates(t.it -> 'changes')
        union all
        select session_user, o.it, o.place from unnest(own) with ordinality o(it, place)),
    asked as (
        select b.it, b.place, (select array[m.role, m.name] from member m where m.account = b.account
            and (m.project = of_project or m.project is null) order by m.project is null limit 1) as who
        from both_kinds b)
    select array_agg(a.who[2] order by a.place), array_agg(a.it order by a.place),
        sum(jsonb_array_length(jsonb_path_query_array(a.it, '$.changes[*].create.*.*'))), count(*) filter (where a.place > 0)
    into authors, sets, members, owned
    from asked a where a.who[1] = any (writers());
    if its_turn % 16 = 0 then
        delete from waiting w where w.since < earliest;
    end if;
    if owned <> cardinality(own) then
        perform expect(cardinality(own), owned);
    end if;
    if sets is null then
        return newest;
    end if;
    -- what is acknowledged to others is on the disk, whatever this session thinks enough for its own
    if cardinality(sets) > owned and current_setting('synchronous_commit') in ('local', 'remote_write') then
        perform set_config('synchronous_commit', 'on', true);
    end if;
    perform create_all(of_project, newest, authors, sets, members);
    return newest + cardinality(sets);
end $$;

-- Takes one change set, and what stands in line. Whatever fails on the short way may be due to others: so it goes the long way then,
-- alone.
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
            if short and newest is not null then
                -- who has the turn has it for those who wait for it, also if somebody else has made its own
                newest := make_together(its_project, array[its_id],
                    case when known is null then array[it] else '{}' end, newest);
                known := coalesce(known, newest);
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

-- Puts a change set in line, under the account of the session; false: it has to go alone. One that is long does, and all do while a
-- transaction that lasts keeps what has left the line from being cleared away. A reader stands there too, and is passed over: whoever
-- makes what stands there asks for the role anyway, once for all, which is much cheaper.
create or replace function hubmark.stand_in_line(its_project uuid, its_id uuid, payload text) returns boolean
language plpgsql security definer as $$
begin
    if pg_catalog.octet_length(payload) operator(pg_catalog.>) 2000
            or pg_catalog.pg_relation_size('hubmark_door.waiting') operator(pg_catalog.>) 67108864 then
        return false;
    end if;
    insert into hubmark_door.waiting (project, since, change_set, account, it)
    values (its_project, pg_catalog.clock_timestamp(), its_id, session_user, payload::pg_catalog.jsonb);
    return true;
end $$;

-- Makes the rest of the transaction a commit that the standby has to confirm, if there is one (see V10).
create or replace function hubmark.confirm_on_standby() returns text language plpgsql security definer as $$
begin
    return hubmark_door.begin_writing();
end $$;

-- Commits a change set as commit_change_set does, with others if many write at once. It is for those that may go the short way;
-- and not inside a transaction. All names in full, operators too, for all who wait come by here: what has to be looked for costs as
-- much as a statement.
create or replace procedure hubmark.send_change_set(its_project uuid, its_id uuid, payload text, inout answer text)
language plpgsql as $$
declare
    turn bigint := pg_catalog.uuid_hash_extended(its_project, 0);
    next_turn bigint;
    known bigint;
    done text;
begin
    if pg_catalog.pg_try_advisory_xact_lock(turn) or not hubmark.stand_in_line(its_project, its_id, payload) then
        answer := hubmark.commit_change_set(payload);
        return;
    end if;
    commit;
    done := pg_catalog.set_config('lock_timeout', '2s', true);
    next_turn := pg_catalog.uuid_hash_extended(its_project,
        coalesce(pg_catalog.pg_sequence_last_value('hubmark.turns'), 0) operator(pg_catalog.+) 1);
    if not pg_catalog.pg_try_advisory_xact_lock(next_turn) then
        done := pg_catalog.pg_advisory_xact_lock_shared(next_turn);
        select r.number into known from hubmark.revision r where r.change_set operator(pg_catalog.=) its_id;
        if known is not null then
            if pg_catalog.current_setting('synchronous_standby_names') operator(pg_catalog.<>) '' then
                done := hubmark.confirm_on_standby();
            end if;
            answer := pg_catalog.concat('{"accepted":', known, '}');
            return;
        end if;
    end if;
    done := pg_catalog.pg_advisory_xact_lock(turn);
    done := pg_catalog.set_config('lock_timeout', '0', true);    -- whoever is at the project now may take long, and for good reason
    answer := hubmark.commit_change_set(payload);
end $$;

grant execute on function hubmark.stand_in_line, hubmark.confirm_on_standby to hubmark_member;
