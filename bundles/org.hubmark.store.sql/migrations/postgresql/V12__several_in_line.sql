-- What waits at one client goes through the line together as well. A session sends at once what was done while it waited; before,
-- such a call went past the line and waited for the project by itself: the more there was to do, the less was made together.

set local search_path = hubmark, hubmark_door;

-- Puts a change set in line, under the account of the session; false: it has to go alone. One that is long does, and all do while a
-- transaction that lasts keeps what has left the line from being cleared away. A reader does not get in: the door refuses it.
create or replace function hubmark.stand_in_line(its_project uuid, its_id uuid, payload text) returns boolean
language plpgsql security definer as $$
begin
    if pg_catalog.octet_length(payload) operator(pg_catalog.>) 2000
            or pg_catalog.pg_relation_size('hubmark_door.waiting') operator(pg_catalog.>) 67108864 then
        return false;
    end if;
    insert into hubmark_door.waiting (project, since, change_set, account, it)
    select its_project, pg_catalog.clock_timestamp(), its_id, session_user, payload::pg_catalog.jsonb
    where (select m.role from hubmark.member m where m.account operator(pg_catalog.=) session_user
        and (m.project operator(pg_catalog.=) its_project or m.project is null) order by m.project is null limit 1)
        operator(pg_catalog.<>) 'reader';
    return found;
end $$;

-- Puts change sets of one client in line, one behind the other; false: they have to go alone. See stand_in_line.
create or replace function hubmark.stand_together_in_line(its_project uuid, ids uuid[], payloads text[]) returns boolean
language plpgsql security definer as $$
begin
    if pg_catalog.cardinality(ids) operator(pg_catalog.>) 64
            or pg_catalog.octet_length(pg_catalog.array_to_string(payloads, '')) operator(pg_catalog.>) 64000
            or pg_catalog.pg_relation_size('hubmark_door.waiting') operator(pg_catalog.>) 67108864 then
        return false;
    end if;
    insert into hubmark_door.waiting (project, since, change_set, account, it)
    select its_project, pg_catalog.clock_timestamp(), c.id, session_user, c.payload::pg_catalog.jsonb
    from rows from (pg_catalog.unnest(ids), pg_catalog.unnest(payloads)) c(id, payload)
    where (select m.role from hubmark.member m where m.account operator(pg_catalog.=) session_user
        and (m.project operator(pg_catalog.=) its_project or m.project is null) order by m.project is null limit 1)
        operator(pg_catalog.<>) 'reader';
    return found;
end $$;

-- Takes several change sets together that may all go the short way, and what stands in line; null if they can't: one builds on
-- another, say.
create or replace function hubmark_door.take_together(payloads text[]) returns text[] language plpgsql as $$
declare
    sets jsonb[];
    ids uuid[];
    its_project uuid;
    newest bigint;
    known bigint;
begin
    sets := array(select p::jsonb from unnest(payloads) p);
    if exists (select 1 from unnest(sets) s where (is_change_set(s) and only_creates(s -> 'changes')
            and s -> 'project' = sets[1] -> 'project') is not true) or length(concat(variadic payloads)) > 1000000 then
        return null;
    end if;
    its_project := sets[1] ->> 'project';
    ids := array(select (s ->> 'id')::uuid from unnest(sets) s);
    perform from object o where o.id = its_project for update;
    select p.revision, (select count(*) from revision r where r.change_set = any (ids)) into newest, known
    from project p where p.id = its_project;
    if newest is null or known not in (0, cardinality(ids)) then
        perform expect(cardinality(ids), known::integer);
    end if;
    -- who has the turn has it for those who wait for it, also if somebody else has made its own
    perform make_together(its_project, ids, case when known = 0 then sets else '{}' end, newest);
    return accepted(ids);
exception
    when others then
        -- Whatever it is, is met again one by one. What comes after one that is refused must not be made by others; the lock comes
        -- first, for whoever has it waits for rows of the line.
        perform from object o where o.id = its_project for update;
        delete from waiting w where w.project = its_project and w.change_set = any (ids) and w.since > recently();
        return null;
end $$;

-- The answers for change sets that have been made; null unless all have.
create or replace function hubmark.accepted(ids uuid[]) returns text[] language plpgsql as $$
declare
    answers text[];
begin
    select pg_catalog.array_agg(pg_catalog.concat('{"accepted":', r.number, '}') order by i.place) into answers
    from pg_catalog.unnest(ids) with ordinality i(id, place) join hubmark.revision r on r.change_set operator(pg_catalog.=) i.id;
    return case when pg_catalog.cardinality(answers) operator(pg_catalog.=) pg_catalog.cardinality(ids) then answers end;
end $$;

-- Commits change sets of one client as commit_change_sets does, with those of others if many write at once. Word for word
-- send_change_set, but for their number: that one without lists takes a fifth more from sixteen clients.
create or replace procedure hubmark.send_change_sets(its_project uuid, ids uuid[], payloads text[], inout answers text[])
language plpgsql as $$
declare
    turn bigint := pg_catalog.uuid_hash_extended(its_project, 0);
    next_turn bigint;
    done text;
begin
    if pg_catalog.pg_try_advisory_xact_lock(turn) or not hubmark.stand_together_in_line(its_project, ids, payloads) then
        answers := hubmark.commit_change_sets(payloads);
        return;
    end if;
    commit;
    done := pg_catalog.set_config('lock_timeout', '2s', true);
    next_turn := pg_catalog.uuid_hash_extended(its_project,
        coalesce(pg_catalog.pg_sequence_last_value('hubmark.turns'), 0) operator(pg_catalog.+) 1);
    if not pg_catalog.pg_try_advisory_xact_lock(next_turn) then
        done := pg_catalog.pg_advisory_xact_lock_shared(next_turn);
        answers := hubmark.accepted(ids);
        if answers is not null then
            if pg_catalog.current_setting('synchronous_standby_names') operator(pg_catalog.<>) '' then
                done := hubmark.confirm_on_standby();
            end if;
            return;
        end if;
    end if;
    done := pg_catalog.pg_advisory_xact_lock(turn);
    done := pg_catalog.set_config('lock_timeout', '0', true);    -- whoever is at the project now may take long, and for good reason
    answers := hubmark.commit_change_sets(payloads);
end $$;

grant execute on routine hubmark.stand_together_in_line, hubmark.accepted, hubmark.send_change_sets to hubmark_member;
