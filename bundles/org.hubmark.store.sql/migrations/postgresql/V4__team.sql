-- What several people at one database need besides the door: texts, accounts, taking over a log, who is at work.

set local search_path = hubmark, hubmark_door;

-- Keeps the text and the bytes of an edition, once; null, or why not.
create function hubmark.keep_text(text_sha text, text text, file_sha text, original bytea) returns text
language plpgsql security definer set search_path = hubmark, hubmark_door, pg_temp as $$
declare
    reason text;
    about text;
begin
    perform begin_writing(), check_role(asking(null), writers());
    if text_sha is distinct from encode(sha256(convert_to(text, 'UTF8')), 'hex')
            or file_sha is distinct from encode(sha256(original), 'hex') then
        perform refuse('MALFORMED', text_sha);
    end if;
    insert into edition_text (text_sha256, text, file_sha256, original) values (text_sha, text, file_sha, original)
    on conflict (text_sha256) do nothing;
    return null;
exception
    when sqlstate 'HM001' then
        get stacked diagnostics reason = message_text, about = pg_exception_detail;
        return refused(reason, about);
end $$;
comment on function hubmark.keep_text is 'Keeps the text of an edition and the bytes it came from.';

-- Taking over a log.

create function hubmark_door.take_revision(it jsonb) returns void language plpgsql as $$
declare
    revision_set jsonb := it -> 'set';
    its_number bigint := (it -> 'number')::bigint;
    newest bigint;
begin
    if not coalesce(has_only(it, '{number,author,when,set}') and is_change_set(revision_set), false)
            or it ->> 'when' !~ '^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$' then
        perform refuse('MALFORMED', 'not a revision');
    end if;
    newest := coalesce((select p.revision from project p where p.id = (revision_set ->> 'project')::uuid for update), 0);
    if exists (select 1 from revision r where r.change_set = (revision_set ->> 'id')::uuid and r.number = its_number)
    then
        return;
    elsif its_number <> newest + 1 then
        perform refuse('NOT_NEXT', its_number::text);
    end if;
    perform make_revision(revision_set, newest, it ->> 'author',
        date_trunc('milliseconds', (it ->> 'when')::timestamp with time zone));
end $$;

-- Takes over revisions of another database as they are, all or none; null, or why not.
create function hubmark.replay_revisions(payload text) returns text language plpgsql security definer
set search_path = hubmark, hubmark_door, pg_temp as $$
declare
    reason text;
    about text;
begin
    perform begin_writing(), check_role(asking(null), '{administrator}');
    perform take_revision(e.value) from jsonb_array_elements(payload::jsonb) e;
    return null;
exception
    when sqlstate 'HM001' then
        get stacked diagnostics reason = message_text, about = pg_exception_detail;
        return refused(reason, about);
    when sqlstate 'HM002' then
        return refused('NOT_NEXT', sqlerrm);
    when data_exception or statement_too_complex then
        return refused('MALFORMED', sqlerrm);
end $$;
comment on function hubmark.replay_revisions is 'Takes over the log of another database; for administrators.';

-- Accounts. Those of PostgreSQL belong to the whole server: an account that is there already is never touched.

-- What to check a password by, as clients make it: iterations, salt and two keys. The password itself would get into logs.
create function hubmark_door.password(it jsonb) returns text language plpgsql as $$
begin
    if coalesce(it ->> 'password', '')
            !~ '^SCRAM-SHA-256\$[1-9]\d{3,5}:[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$' then
        perform refuse('MALFORMED', 'password');
    end if;
    return it ->> 'password';
end $$;

create function hubmark_door.role(it jsonb) returns text language plpgsql as $$
begin
    if coalesce(it ->> 'role', '') not in ('reader', 'analyst', 'curator', 'administrator') then
        perform refuse('MALFORMED', 'role');
    end if;
    return it ->> 'role';
end $$;

-- The role of the member with an account for the whole database.
create function hubmark_door.role_of(which text) returns text language plpgsql as $$
declare
    it text := (select m.role from member m where m.account = which and m.project is null);
begin
    if it is null then
        perform refuse('MEMBER_UNKNOWN', which);
    end if;
    return it;
end $$;

create function hubmark_door.check_not_last(which text) returns void language plpgsql as $$
begin
    -- locked, so that two administrators do not dismiss each other
    perform 1 from member m where m.role = 'administrator' and m.project is null for update;
    if not exists (select 1 from member m where m.role = 'administrator' and m.project is null and m.account <> which) then
        perform refuse('LAST_ADMINISTRATOR', which);
    end if;
end $$;

-- A member for an account of the server.
create function hubmark_door.add_member(which text, member_name text, member_role text) returns void
language plpgsql as $$
begin
    execute format('grant hubmark_member to %I', which);
    execute format('grant connect on database %I to %I', current_database(), which);
    insert into member (account, project, name, role) values (which, null, member_name, member_role);
end $$;

create function hubmark_door.create_account(which text, it jsonb) returns void language plpgsql as $$
begin
    if which !~ '^([a-z]|[^\u0001-\u007f])([a-z0-9_.-]|[^\u0001-\u007f]){0,59}$' or octet_length(which) > 63
            or which ~ '^(hubmark_|pg_)' or which in ('public', 'none') or coalesce(it ->> 'name', '') ~ '^\s*$' then
        perform refuse('ACCOUNT_NAME', which);
    elsif exists (select 1 from pg_catalog.pg_roles r where r.rolname = which) then
        perform refuse('ACCOUNT_USED', which);
    end if;
    execute format('create role %I login password %L', which, password(it));
    perform add_member(which, it ->> 'name', role(it));
end $$;

create function hubmark_door.change_member(which text, it jsonb) returns void language plpgsql as $$
begin
    if coalesce(it ->> 'name', '') ~ '^\s*$' then
        perform refuse('ACCOUNT_NAME', which);
    elsif role_of(which) = 'administrator' and role(it) <> 'administrator' then
        perform check_not_last(which);
    end if;
    update member m set name = it ->> 'name', role = role(it) where m.account = which and m.project is null;
end $$;

-- Takes an account out of this database, and off the server unless another database needs it.
create function hubmark_door.remove_account(which text) returns void language plpgsql as $$
begin
    if role_of(which) = 'administrator' then
        perform check_not_last(which);
    end if;
    delete from member m where m.account = which;
    delete from presence p where p.account = which;
    execute format('revoke connect on database %I from %I', current_database(), which);
    -- only whoever belongs to a role may end its sessions
    execute format('grant %I to %I', which, current_user);
    perform pg_terminate_backend(s.pid) from pg_stat_activity s
    where s.usename = which and s.datname = current_database() and s.pid <> pg_backend_pid();
    execute format('revoke %I from %I', which, current_user);
    execute format('drop role %I', which);
exception
    when dependent_objects_still_exist then
        execute format('revoke connect on database %I from %I', current_database(), which);
        delete from member m where m.account = which;
        delete from presence p where p.account = which;
end $$;

-- Does what an administrator asks for, or anybody about the own password; null, or why not.
create function hubmark.administer_members(request text) returns text language plpgsql security definer
set search_path = hubmark, hubmark_door, pg_temp as $$
declare
    kind text;
    it jsonb;
    which text;
    reason text;
    about text;
begin
    perform begin_writing();
    select k.key, k.value, lower(k.value ->> 'account') into kind, it, which from jsonb_each(request::jsonb) k;
    if which is null then
        perform refuse('MALFORMED', 'account');
    elsif kind <> 'password' or which <> session_user then
        perform check_role(asking(null), '{administrator}');
    end if;
    case kind
        when 'create' then perform create_account(which, it);
        when 'change' then perform change_member(which, it);
        when 'password' then
            perform role_of(which);
            execute format('alter role %I password %L', which, password(it));
        when 'remove' then perform remove_account(which);
        else perform refuse('MALFORMED', kind);
    end case;
    return null;
exception
    when sqlstate 'HM001' then
        get stacked diagnostics reason = message_text, about = pg_exception_detail;
        return refused(reason, about);
    when data_exception then
        return refused('MALFORMED', sqlerrm);
end $$;
comment on function hubmark.administer_members is 'Makes, changes and removes accounts; for administrators.';

-- Who is at work.

-- Says where a client of the caller is at work; not here: it has gone.
create function hubmark.announce_presence(of_project uuid, of_client uuid, here boolean, at_object uuid, at_detail uuid)
returns void language plpgsql security definer set search_path = hubmark, hubmark_door, pg_temp as $$
declare
    before presence;
    member_name text := (select m.name from member m where m.account = session_user and m.project is null);
begin
    select * into before from presence p where p.project = of_project and p.client = of_client;
    if before.account <> session_user or member_name is null then
        return;
    elsif here then
        insert into presence as p (project, client, account, name, object, detail, seen)
        values (of_project, of_client, session_user, member_name, at_object, at_detail, clock_timestamp())
        on conflict (project, client) do update set name = excluded.name, object = excluded.object,
            detail = excluded.detail, seen = excluded.seen where p.account = session_user;
    else
        delete from presence p where p.project = of_project and p.client = of_client;
    end if;
    delete from presence p where p.seen < clock_timestamp() - interval '1 hour';
    if here is distinct from (before.seen > clock_timestamp() - interval '30 s')
            or (at_object, at_detail) is distinct from (before.object, before.detail) then
        perform pg_notify(channel(of_project), '');
    end if;
end $$;
comment on function hubmark.announce_presence is 'Says where a session is at work; it is forgotten after 30 s.';

create function hubmark_door.at_work(of_project uuid) returns setof presence language sql stable as $$
    select * from hubmark.presence p where p.project = of_project and p.seen > clock_timestamp() - interval '30 s'
$$;

-- Everybody who is at work in a project, as PresenceCodec reads it.
create function hubmark.present_members(of_project uuid) returns text language plpgsql stable security definer
set search_path = hubmark, hubmark_door, pg_temp as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object('client', p.client, 'account', p.account, 'name', p.name,
        'object', p.object, 'detail', p.detail) order by p.name, p.client), '[]') from at_work(of_project) p);
end $$;
comment on function hubmark.present_members is 'Who is at work in a project now.';

-- The newest revision of a project (0: there is none), and a number that changes when somebody comes, goes or moves.
create function hubmark.project_news(of_project uuid, out revision bigint, out presence bigint) language plpgsql stable
security definer set search_path = hubmark, hubmark_door, pg_temp as $$
begin
    revision := coalesce((select p.revision from project p where p.id = of_project), 0);
    presence := coalesce((select hashtextextended(string_agg(concat_ws(' ', p.client, p.account, p.name, p.object, '/',
        p.detail), ',' order by p.client), 0) from at_work(of_project) p), 0);
end $$;
comment on function hubmark.project_news is 'How far things have got in a project: to be asked after LISTEN.';

grant execute on function hubmark.keep_text, hubmark.replay_revisions, hubmark.administer_members,
    hubmark.announce_presence, hubmark.present_members, hubmark.project_news to hubmark_member;
