-- A commit that waits for its standby can be given up there: its client cancels, its session is ended. It is made all the same, and
-- seen by all, though the standby may not have it. So whoever tells that a change set is there, made by others or before,
-- tells it after a commit of their own that the standby has confirmed: that one stands behind the other in the server's log.
-- Whether there is a standby is asked before as well as in begin_writing: that asks more, and all who wait come by here.

create or replace function hubmark_door.begin_writing() returns text language sql as $$
    select pg_catalog.set_config('idle_in_transaction_session_timeout', '10s', true) operator(pg_catalog.||) case
        when pg_catalog.current_setting('synchronous_commit') operator(pg_catalog.=) 'off'
            then pg_catalog.set_config('synchronous_commit', 'on', true) else '' end operator(pg_catalog.||) case
        when pg_catalog.current_setting('synchronous_standby_names') operator(pg_catalog.<>) ''
            then pg_catalog.pg_logical_emit_message(true, 'hubmark', '')::pg_catalog.text else '' end
$$;

create or replace function hubmark.change_set_in_turn(its_project uuid, its_id uuid, payload text) returns text
language plpgsql security definer as $$
declare
    newest bigint;
    known bigint;
    ready text;
begin
    for attempt in 1 .. 10 loop
        select (select p.revision from hubmark.project p where p.id operator(pg_catalog.=) its_project),
            (select r.number from hubmark.revision r where r.change_set operator(pg_catalog.=) its_id) into newest, known;
        if known is not null then
            if pg_catalog.current_setting('synchronous_standby_names') operator(pg_catalog.<>) '' then
                ready := hubmark_door.begin_writing();
            end if;
            return pg_catalog.concat('{"accepted":', known, '}');
        end if;
        insert into hubmark_door.turn (project, number) select its_project, newest operator(pg_catalog.+) 1
        where newest is not null on conflict do nothing;
        exit when found or newest is null;
        newest := null;
    end loop;
    return hubmark_door.have_turn(its_project, its_id, payload, newest operator(pg_catalog.+) 1);
end $$;
