-- The one door: commit_change_set, and what it is made of, in a schema that nobody but its owner may use. What each
-- refusal means, and what a conflict is, is said in the Java door of H2 (ChangeSetCommit, Steps, EndCheck): both doors
-- pass the same tests. Steps are made on the tables themselves; what is refused is taken back as a whole.

create schema hubmark_door;
set local search_path = hubmark, hubmark_door;
alter default privileges revoke execute on functions from public;

-- The change set at hand: its project, the number it will get, the newest revision its client had applied.
create type hubmark_door.work as (project uuid, number bigint, base bigint, client uuid);

-- What a step has done: a conflict, or a row for the log, or (both missing) nothing.
create type hubmark_door.effect as (conflict jsonb, noted boolean, old_value text, new_value text);

-- A statement costs ten microseconds, an expression one, and one more for each transaction in which it comes up, however
-- much of it is needed then: so what every change set goes through is short expressions, and the rest is behind conditions.
-- A function in SQL is put in place of its call only if it is not said to be more constant than its parts.

-- Ends the change set: HM001 says why in its message (a Refusal) and about what in its detail.
create function hubmark_door.refuse(reason text, about text) returns void language plpgsql as $$
begin
    raise exception using errcode = 'HM001', message = reason, detail = coalesce(about, 'null');
end $$;

create function hubmark_door.refused(reason text, about text) returns text language sql stable as $$
    select '{"refused":' || to_json(reason) || ',"detail":' || to_json(about) || '}'
$$;

-- Reading: strict, as ChangeSetReader.

-- An object with just these members; of what is no object the rest is no empty object, or there is an error.
create function hubmark_door.has_only(it jsonb, members text[]) returns boolean language sql immutable as $$
    select it ?& members and it - members = '{}'
$$;

create function hubmark_door.is_id(it text) returns boolean language sql immutable as $$
    select it ~ '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$'
$$;

-- More digits than a hundred has no stated figure, and not every program could read them.
create function hubmark_door.is_number(it numeric) returns boolean language sql immutable as $$
    select scale(it) <= 100 and abs(it) < 1e201 and length(trim(both '0' from replace(abs(it)::text, '.', ''))) <= 100
$$;

create function hubmark_door.is_value(it jsonb) returns boolean language sql immutable as $$
    select case jsonb_typeof(it)
        when 'string' then true
        when 'boolean' then true
        when 'number' then hubmark_door.is_number(it::numeric)
        when 'object' then it ? 'ref' and it - 'ref' = '{}' and hubmark_door.is_id(it ->> 'ref')
        else false end
$$;

create function hubmark_door.is_value_or_unset(it jsonb) returns boolean language plpgsql immutable as $$
begin
    if jsonb_typeof(it) in ('string', 'null') then
        return true;
    end if;
    return is_value(it);
end $$;

create function hubmark_door.is_placement(it jsonb) returns boolean language sql immutable as $$
    select case when it = 'null' then true
        when hubmark_door.has_only(it, '{container,feature,order}') then hubmark_door.is_id(it ->> 'container')
            and jsonb_typeof(it -> 'feature') = 'string' and it ->> 'feature' <> ''
            and jsonb_typeof(it -> 'order') = 'string'
        else false end
$$;

-- Of several states at once.
create function hubmark_door.are_states(them jsonb[]) returns boolean language plpgsql immutable as $$
begin
    return not exists (select 1 from unnest(them) s where case when hubmark_door.has_only(s, '{id,type,in,values,items}')
            then not (is_id(s ->> 'id') and jsonb_typeof(s -> 'type') = 'string' and is_placement(s -> 'in')
                and jsonb_typeof(s -> 'values') = 'object' and jsonb_typeof(s -> 'items') = 'object')
            else true end)
        and not exists (select 1 from unnest(them) s, jsonb_each(s -> 'values') f where not is_value(f.value))
        and not exists (select 1 from unnest(them) s, jsonb_each(s -> 'items') f, jsonb_array_elements(f.value) i
            where s -> 'items' <> '{}' and not is_value(i.value));
end $$;

create function hubmark_door.is_change_set(it jsonb) returns boolean language sql immutable as $$
    select it ?& '{id,project,client,base,label,changes}'
        and it - '{id,project,client,base,label,changes,undoes}'::text[] = '{}'
        and hubmark_door.is_id(it ->> 'id') and hubmark_door.is_id(it ->> 'project') and hubmark_door.is_id(it ->> 'client')
        and case when it ? 'undoes' then hubmark_door.is_id(it ->> 'undoes') else true end
        and jsonb_typeof(it -> 'label') = 'string' and jsonb_typeof(it -> 'changes') = 'array'
        and case when jsonb_typeof(it -> 'base') = 'number' then scale(trim_scale((it -> 'base')::numeric)) = 0
            else false end
$$;

create function hubmark_door.kind(step jsonb) returns text language sql immutable as $$
    select case when step ? 'put' then 'put' when step ? 'create' then 'create' when step ? 'add' then 'add'
        when step ? 'remove' then 'remove' when step ? 'move' then 'move' when step ? 'delete' then 'delete'
        when step ? 'restore' then 'restore' end
$$;

create function hubmark_door.is_name(it jsonb) returns boolean language sql immutable as $$
    select jsonb_typeof(it) = 'string' and length(it #>> '{}') between 1 and 100
$$;

-- States are looked at apart.
create function hubmark_door.is_step(it jsonb, kind text) returns boolean language plpgsql immutable as $$
begin
    if kind = 'put' then
        return has_only(it, '{put,feature,old,now}') and is_id(it ->> 'put') and is_name(it -> 'feature')
            and is_value_or_unset(it -> 'old') and is_value_or_unset(it -> 'now');
    elsif kind in ('create', 'delete', 'restore') then
        return has_only(it, array[kind]);
    elsif kind in ('add', 'remove') then
        return has_only(it, array[kind, 'feature', 'item']) and is_id(it ->> kind) and is_name(it -> 'feature')
            and is_value(it -> 'item');
    elsif kind = 'move' then
        return has_only(it, '{move,old,now}') and is_id(it ->> 'move') and is_placement(it -> 'old')
            and is_placement(it -> 'now');
    end if;
    return false;
end $$;

-- Refuses a name of more than a hundred characters.
create function hubmark_door.check_name(it text) returns text language plpgsql immutable as $$
begin
    if length(it) > 100 then
        perform refuse('TOO_LONG', left(it, 100));
    end if;
    return it;
end $$;

-- Refuses states that are none; those to be created or restored need a place besides, all but the project, and names that
-- fit.
create function hubmark_door.check_states(w work, them jsonb[], living boolean) returns void language plpgsql as $$
declare
    no_place uuid;
begin
    if not coalesce(are_states(them), false) then
        perform refuse('MALFORMED', 'not an object');
    elsif living then
        select (s ->> 'id')::uuid into no_place from unnest(them) s
        where (s -> 'in' = 'null') <> ((s ->> 'id')::uuid = w.project) limit 1;
        if found then
            perform refuse('NO_PLACE', no_place::text);
        end if;
        perform check_name(max(n)) from (
            select s ->> 'type' as n from unnest(them) s
            union all select s #>> '{in,feature}' from unnest(them) s
            union all select s #>> '{in,order}' from unnest(them) s
            union all select f from unnest(them) s, jsonb_object_keys((s -> 'values') || (s -> 'items')) f) names
        where length(n) > 100;
    end if;
end $$;

-- Writing: typed JSON as ChangeSetCodec writes it; equal values give equal texts.

create function hubmark_door.written(text text, number numeric, flag boolean, ref uuid) returns text
language sql stable as $$
    select case
        when text is not null then to_json(text)::text
        when ref is not null then '{"ref":"' || ref || '"}'
        when number is not null then trim_scale(number)::text
        when flag is not null then flag::text
        else 'null' end
$$;

create function hubmark_door.written(it jsonb) returns text language sql stable as $$
    select case jsonb_typeof(it)
        when 'object' then '{"ref":"' || lower(it ->> 'ref') || '"}'
        when 'number' then trim_scale(it::numeric)::text
        else it::text end
$$;

create function hubmark_door.written(container uuid, feature text, order_key text) returns text
language sql stable as $$
    select coalesce('{"container":"' || container || '","feature":' || to_json(feature) || ',"order":'
        || to_json(order_key) || '}', 'null')
$$;

create function hubmark_door.written_placement(it jsonb) returns text language sql stable as $$
    select hubmark_door.written((it ->> 'container')::uuid, it ->> 'feature', it ->> 'order')
$$;

-- The states of objects as they are now.
create function hubmark_door.states(ids uuid[]) returns table (id uuid, state text) language plpgsql as $$
begin
    return query select o.id, '{"id":"' || o.id || '","type":' || to_json(o.type) || ',"in":'
            || written(o.container, o.feature, o.order_key) || ',"values":{' || coalesce(s.singles, '') || '},"items":{'
            || coalesce(m.sets, '') || '}}'
        from unnest(ids) d(id) join object o on o.id = d.id
        left join lateral (select string_agg(to_json(v.feature) || ':' || written(v.text, v.number, v.flag, v.ref), ','
                order by v.feature) as singles
            from feature_value v where v.object = o.id and v.item = ''
            and num_nonnulls(v.text, v.number, v.flag, v.ref) > 0) s on true
        left join lateral (select string_agg(to_json(f.feature) || ':[' || f.items || ']', ',' order by f.feature) as sets
            from (select v.feature, string_agg(written(v.text, v.number, v.flag, v.ref), ',' order by v.item) as items
                from feature_value v where v.object = o.id and v.item <> '' group by v.feature) f) m on true;
end $$;

-- Storing.

-- A value in the columns it is kept in.
create function hubmark_door.cell(it jsonb) returns table (text text, number numeric, flag boolean, ref uuid)
language sql immutable rows 1 as $$
    select case when jsonb_typeof(it) = 'string' then it #>> '{}' end,
        case when jsonb_typeof(it) = 'number' then trim_scale(it::numeric) end,
        case when jsonb_typeof(it) = 'boolean' then it::boolean end,
        case when jsonb_typeof(it) = 'object' then (it ->> 'ref')::uuid end
$$;

-- The key of an item in its set: equal for equal values, never empty.
create function hubmark_door.item(it jsonb) returns text language plpgsql immutable as $$
declare
    key text := left(jsonb_typeof(it), 1) || case when jsonb_typeof(it) = 'string' then it #>> '{}' else written(it) end;
begin
    return case when length(key) <= 70 then key else '#' || encode(sha256(convert_to(key, 'UTF8')), 'hex') end;
end $$;

create function hubmark_door.store_values(w work, states jsonb[]) returns void language plpgsql as $$
begin
    insert into feature_value (object, feature, item, revision, text, number, flag, ref)
    select (v.state ->> 'id')::uuid, v.feature, v.item, w.number, c.text, c.number, c.flag, c.ref
    from (select s.state, f.key as feature, '' as item, f.value
            from unnest(states) s(state), jsonb_each(s.state -> 'values') f
        union all
        select s.state, f.key, item(i.value), i.value
            from unnest(states) s(state), jsonb_each(s.state -> 'items') f, jsonb_array_elements(f.value) i) v,
        cell(v.value) c
    on conflict (object, feature, item) do nothing;    -- an item named twice
end $$;

create function hubmark_door.is_record(type text) returns boolean language sql immutable as $$
    select type in ('Briefing', 'Edition', 'Part', 'Passage', 'Evidence', 'SavedQuery', 'Comment', 'Conflict')
$$;

-- Makes all of a run of creations at once; their rows of the log begin at a position.
create function hubmark_door.create_objects(w work, states jsonb[], first integer) returns void language plpgsql as $$
declare
    ids uuid[];
    made integer;
begin
    perform check_states(w, states, true);
    ids := array(select (s ->> 'id')::uuid from unnest(states) s);
    insert into object (id, project, type, is_record, container, feature, order_key, deleted, created_revision,
        changed_revision, placed_revision)
    select (s ->> 'id')::uuid, w.project, s ->> 'type', is_record(s ->> 'type'), (s #>> '{in,container}')::uuid,
        s #>> '{in,feature}', s #>> '{in,order}', false, w.number, w.number, w.number
    from unnest(states) s on conflict (id) do nothing;
    get diagnostics made = row_count;
    if made < cardinality(ids) then
        perform refuse('ID_USED', coalesce((select o.id from object o where o.id = any (ids)
            and (o.project <> w.project or o.created_revision <> w.number) limit 1), ids[1])::text);
    end if;
    perform store_values(w, states);
    insert into change_log (project, revision, position, kind, object, new_value)
    select w.project, w.number, first + d.place - 1, 'create', d.id, note(s.id, s.state)
    from states(ids) s join unnest(ids) with ordinality d(id, place) on d.id = s.id;
end $$;

-- A text for the log. What does not fit into a row of H2 is refused here too.
create function hubmark_door.note(about uuid, written text) returns text language plpgsql as $$
begin
    if length(written) > 1000000 then
        perform refuse('TOO_LONG', about::text);
    end if;
    return written;
end $$;

-- Conflicts.

-- The conflict with a revision; null if there is none, or that is no foreign one after the base.
create function hubmark_door.conflict(w work, about uuid, feature text, base text, mine text, theirs text,
    theirs_revision bigint) returns jsonb language plpgsql as $$
declare
    head revision;
begin
    if coalesce(theirs_revision, 0) <= w.base or theirs_revision = w.number then
        return null;
    end if;
    select * into strict head from revision r where r.project = w.project and r.number = theirs_revision;
    if head.client = w.client then
        return null;
    end if;
    return jsonb_build_object('object', about, 'feature', feature, 'base', base, 'mine', mine, 'theirs', theirs,
        'who', head.author, 'when', replace(to_char(head.committed_at at time zone 'UTC',
            'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '.000Z', 'Z'), 'revision', theirs_revision);
end $$;

create function hubmark_door.existing(w work, which uuid) returns object language plpgsql as $$
declare
    it object;
begin
    select * into it from object o where o.id = which and o.project = w.project;
    if not found then
        perform refuse('OBJECT_MISSING', which::text);
    end if;
    return it;
end $$;

-- What it means that an object is deleted which a step needs: a conflict, if a colleague has done it since.
create function hubmark_door.deletion(w work, which uuid, deleted_revision bigint, about text) returns jsonb
language plpgsql as $$
declare
    clash jsonb := conflict(w, which, null, 'null', 'null', 'null', deleted_revision);
begin
    if clash is null then
        perform refuse('OBJECT_DELETED', about);
    end if;
    return clash;
end $$;

-- The steps.

create function hubmark_door.put(w work, which uuid, of_feature text, old jsonb, now jsonb) returns effect
language plpgsql as $$
declare
    it record;
    theirs text;
    mine text := written(now);
    clash jsonb;
begin
    select o.deleted, o.changed_revision, v.revision, written(v.text, v.number, v.flag, v.ref) as value into it
    from object o left join feature_value v on v.object = o.id and v.feature = of_feature and v.item = ''
    where o.id = which and o.project = w.project;
    if not found then
        perform refuse('OBJECT_MISSING', which::text);
    elsif it.deleted then
        return row(deletion(w, which, it.changed_revision, which || ' ' || of_feature), false, null, null)::effect;
    end if;
    theirs := it.value;
    if theirs = mine then
        return row(null, false, null, null)::effect;
    elsif it.revision is not null and theirs <> written(old) then
        clash := conflict(w, which, of_feature, written(old), mine, theirs, it.revision);
        if clash is not null then
            return row(clash, false, null, null)::effect;
        end if;
    end if;
    if it.revision is not null then
        update feature_value v set text = c.text, number = c.number, flag = c.flag, ref = c.ref, revision = w.number
        from cell(now) c where v.object = which and v.feature = of_feature and v.item = '';
    else
        insert into feature_value (object, feature, item, revision, text, number, flag, ref)
        select which, of_feature, '', w.number, c.text, c.number, c.flag, c.ref from cell(now) c;
    end if;
    return row(null, true, theirs, note(which, mine))::effect;
end $$;

create function hubmark_door.add_item(w work, which uuid, of_feature text, value jsonb) returns effect
language plpgsql as $$
declare
    it object := existing(w, which);
begin
    if it.deleted then
        return row(deletion(w, which, it.changed_revision, which || ' ' || of_feature), false, null, null)::effect;
    end if;
    insert into feature_value (object, feature, item, revision, text, number, flag, ref)
    select which, of_feature, item(value), w.number, c.text, c.number, c.flag, c.ref from cell(value) c
    on conflict (object, feature, item) do nothing;
    return row(null, found, null, note(which, written(value)))::effect;
end $$;

create function hubmark_door.remove_item(w work, which uuid, of_feature text, value jsonb) returns effect
language plpgsql as $$
declare
    it object := existing(w, which);
begin
    if it.deleted then
        return row(deletion(w, which, it.changed_revision, which || ' ' || of_feature), false, null, null)::effect;
    end if;
    delete from feature_value v where v.object = which and v.feature = of_feature and v.item = item(value);
    return row(null, found, note(which, written(value)), null)::effect;
end $$;

create function hubmark_door.move_object(w work, which uuid, old text, now jsonb) returns effect language plpgsql as $$
declare
    it object := existing(w, which);
    theirs text := written(it.container, it.feature, it.order_key);
    mine text := written_placement(now);
    clash jsonb;
begin
    if it.deleted then
        return row(deletion(w, which, it.changed_revision, which::text), false, null, null)::effect;
    elsif now = 'null' or it.container is null then
        perform refuse('NO_PLACE', which::text);
    end if;
    perform check_name(now ->> 'feature'), check_name(now ->> 'order');
    if theirs = mine then
        return row(null, false, null, null)::effect;
    elsif theirs <> old then
        clash := conflict(w, which, it.feature, 'null', 'null', written(null, null, null, it.container),
            it.placed_revision);
        if clash is not null then
            return row(clash, false, null, null)::effect;
        end if;
    end if;
    update object o set container = (now ->> 'container')::uuid, feature = now ->> 'feature',
        order_key = now ->> 'order', placed_revision = w.number where o.id = which;
    return row(null, true, theirs, mine)::effect;
end $$;

create function hubmark_door.delete_object(w work, which uuid) returns effect language plpgsql as $$
declare
    it object := existing(w, which);
    last text;
    clash jsonb;
begin
    if it.deleted then
        perform deletion(w, which, it.changed_revision, which::text);
        return row(null, false, null, null)::effect;
    end if;
    if w.number - 1 > w.base then
        clash := conflict(w, which, null, 'null', 'null', 'null', (select max(l.revision)
            from change_log l join revision r on r.project = l.project and r.number = l.revision
            where l.object = which and l.revision > w.base and r.client <> w.client));
        if clash is not null then
            return row(clash, false, null, null)::effect;
        end if;
    end if;
    select note(s.id, s.state) into last from states(array[which]) s;
    delete from feature_value v where v.object = which;
    update object o set deleted = true, changed_revision = w.number where o.id = which;
    return row(null, true, last, null)::effect;
end $$;

create function hubmark_door.restore_object(w work, which uuid, state jsonb) returns effect language plpgsql as $$
declare
    it object := existing(w, which);
    now text;
begin
    if not it.deleted then
        perform refuse('NOT_DELETED', which::text);
    elsif state ->> 'type' <> it.type then
        perform refuse('MALFORMED', which::text);
    end if;
    update object o set container = (state #>> '{in,container}')::uuid, feature = state #>> '{in,feature}',
        order_key = state #>> '{in,order}', deleted = false, changed_revision = w.number, placed_revision = w.number
    where o.id = which;
    perform store_values(w, array[state]);
    select note(s.id, s.state) into now from states(array[which]) s;
    return row(null, true, null, now)::effect;
end $$;

-- Makes a step that is no creation.
create function hubmark_door.make_step(w work, which uuid, step jsonb, kind text) returns effect language plpgsql as $$
begin
    if kind = 'put' then
        return put(w, which, step ->> 'feature', step -> 'old', step -> 'now');
    elsif kind = 'add' then
        return add_item(w, which, step ->> 'feature', step -> 'item');
    elsif kind = 'remove' then
        return remove_item(w, which, step ->> 'feature', step -> 'item');
    elsif kind = 'move' then
        return move_object(w, which, written_placement(step -> 'old'), step -> 'now');
    end if;
    perform check_states(w, array[step -> kind], kind = 'restore');
    if kind = 'delete' then
        return delete_object(w, which);
    end if;
    return restore_object(w, which, step -> 'restore');
end $$;

-- Makes all steps in their order and writes their log; returns how many rows that has. HM002 carries conflicts.
create function hubmark_door.make_steps(w work, changes jsonb) returns integer language plpgsql as $$
declare
    step jsonb;
    step_kind text;
    which uuid;
    creations jsonb[];
    conflicts jsonb[];
    touched uuid[];
    done effect;
    position integer := 0;
    simple boolean := true;
begin
    for i in 0 .. jsonb_array_length(changes) loop    -- one more than there are, for creations at the end
        step := changes -> i;
        step_kind := kind(step);
        if step_kind = 'create' and has_only(step, '{create}') then
            creations := creations || (step -> 'create');
            continue;
        elsif creations is not null then
            perform create_objects(w, creations, position);
            position := position + cardinality(creations);
            creations := null;
            simple := false;
        end if;
        exit when step is null;
        if not coalesce(is_step(step, step_kind), false) then
            perform check_name(step ->> 'feature'), refuse('MALFORMED', 'not a step: ' || left(step::text, 100));
        end if;
        which := coalesce(step -> step_kind ->> 'id', step ->> step_kind);
        done := make_step(w, which, step, step_kind);
        if done.noted then
            insert into change_log (project, revision, position, kind, object, feature, old_value, new_value)
            values (w.project, w.number, position, step_kind, which, step ->> 'feature', done.old_value, done.new_value);
            position := position + 1;
            touched := touched || which;
            simple := simple and step_kind in ('put', 'add', 'remove') and coalesce(done.new_value, '') not like '{%';
        elsif done.conflict is not null then
            conflicts := conflicts || done.conflict;
        end if;
    end loop;
    if conflicts is not null then
        raise exception using errcode = 'HM002', message = jsonb_build_object('conflict', conflicts)::text;
    elsif touched is not null then
        update object o set changed_revision = w.number where o.id = any (touched) and o.changed_revision <> w.number;
    end if;
    if not simple then
        perform check_end(w);
    end if;
    return position;
end $$;

-- What must hold when all steps are made.

create function hubmark_door.check_targets(w work) returns void language plpgsql as $$
declare
    gone uuid;
begin
    select t.ref into gone from (select distinct v.ref from change_log l
            join feature_value v on v.object = l.object and v.revision = w.number and v.ref is not null
            where l.project = w.project and l.revision = w.number) t
        left join object o on o.id = t.ref and o.project = w.project and not o.deleted
        where o.id is null limit 1;
    if found then
        perform refuse('TARGET_GONE', gone::text);
    end if;
end $$;

create function hubmark_door.check_containers(w work) returns void language plpgsql as $$
declare
    gone uuid;
begin
    select t.container into gone from (select distinct o.container from change_log l
            join object o on o.id = l.object and o.placed_revision = w.number and not o.deleted and o.container is not null
            where l.project = w.project and l.revision = w.number) t
        left join object o on o.id = t.container and o.project = w.project and not o.deleted
        where o.id is null limit 1;
    if found then
        perform refuse('CONTAINER_GONE', gone::text);
    end if;
end $$;

-- Climbs from each object with a new place until it comes back to it. Among new objects alone, only through new ones.
create function hubmark_door.check_cycles(w work, moved boolean) returns void language plpgsql as $$
declare
    inside uuid;
begin
    with recursive up (start, id) as (
        select o.id, o.container from change_log l join object o on o.id = l.object
            where l.project = w.project and l.revision = w.number and o.placed_revision = w.number and not o.deleted
        union
        select up.start, o.container from up join object o on o.id = up.id
            where o.container is not null and (moved or o.created_revision = w.number))
    select start into inside from up where id = start limit 1;
    if found then
        perform refuse('CYCLE', inside::text);
    end if;
end $$;

create function hubmark_door.check_deleted(w work) returns void language plpgsql as $$
declare
    left_over uuid;
    gone uuid[] := array(select l.object from change_log l where l.project = w.project and l.revision = w.number
        and l.kind = 'delete' and (select o.deleted from object o where o.id = l.object));
begin
    select o.container into left_over from object o where o.container = any (gone) and not o.deleted limit 1;
    if found then
        perform refuse('STILL_CONTAINS', left_over::text);
    end if;
    select v.ref into left_over from feature_value v where v.ref = any (gone) limit 1;
    if found then
        perform refuse('STILL_REFERRED', left_over::text);
    end if;
end $$;

-- Each check is asked only if a step could have broken what it is about. They follow indexes from the few rows of one
-- revision, whatever the statistics say: after an import of large revisions the planner took every revision for a large one,
-- and looked at all objects and all of the log for each change set.
create function hubmark_door.check_end(w work) returns void language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    kinds text[] := array(select distinct l.kind from change_log l where l.project = w.project and l.revision = w.number);
begin
    perform check_targets(w);
    if kinds && '{create,restore,move}' then
        perform check_containers(w);
        perform check_cycles(w, kinds && '{restore,move}');
    end if;
    if kinds && '{delete}' then
        perform check_deleted(w);
    end if;
end $$;

-- The change set as a whole.

create function hubmark_door.creates_project(it jsonb) returns boolean language sql immutable as $$
    select coalesce(it #> '{changes,0,create,id}' = it -> 'project'
        and it #>> '{changes,0,create,type}' = 'Project', false)
$$;

-- The member who asks: its role in the project if it has one there, else that in the whole database.
create function hubmark_door.asking(of_project uuid) returns member language plpgsql as $$
declare
    it member;
begin
    select * into it from member m where m.account = session_user and (m.project = of_project or m.project is null)
    order by m.project is null limit 1;
    return it;
end $$;

create function hubmark_door.check_role(it member, roles text[]) returns text language plpgsql as $$
begin
    if it.account is null then
        perform refuse('MEMBER_UNKNOWN', session_user::text);
    elsif it.role <> all (roles) then
        perform refuse(case when roles = '{administrator}' then 'ADMINISTRATORS' else 'ROLE' end, it.name);
    end if;
    return it.name;
end $$;

create function hubmark_door.writers() returns text[] language sql immutable as $$
    select '{analyst,curator,administrator}'::text[]
$$;

create function hubmark_door.channel(of_project uuid) returns text language sql stable as $$
    select 'hubmark_' || of_project
$$;

-- Makes the revision after the newest one, of a project that is locked. Taking its number is the last thing.
create function hubmark_door.make_revision(it jsonb, newest bigint, author text, at timestamp with time zone)
returns bigint language plpgsql as $$
declare
    w work := row(it ->> 'project', newest + 1, (it -> 'base')::bigint, it ->> 'client');
begin
    if newest = 0 then
        if not creates_project(it) then
            perform refuse('PROJECT_MISSING', w.project::text);
        end if;
        insert into project (id, revision) values (w.project, 0);
    end if;
    insert into revision (project, number, change_set, client, author, committed_at, label, undoes, steps)
    values (w.project, w.number, (it ->> 'id')::uuid, w.client, author, at, it ->> 'label', (it ->> 'undoes')::uuid,
        make_steps(w, it -> 'changes'));
    update project p set revision = w.number, name = v.text from feature_value v
    where p.id = w.project and v.object = w.project and v.feature = 'name' and v.item = '';
    if not found then
        update project p set revision = w.number, name = null where p.id = w.project;
    end if;
    perform pg_notify(channel(w.project), '');
    return w.number;
end $$;

-- A transaction that a client has begun around the door holds the lock of its project until it ends: it shall not for
-- long. And whatever the server's default is, what is acknowledged is on its disk.
create function hubmark_door.begin_writing() returns text language sql as $$
    select set_config('idle_in_transaction_session_timeout', '10s', true) || case
        when current_setting('synchronous_commit') = 'off' then set_config('synchronous_commit', 'on', true) else '' end
$$;

create function hubmark.commit_change_set(payload text) returns text language plpgsql security definer
set search_path = hubmark, hubmark_door, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
    it jsonb;
    of_project uuid;
    member member;
    newest bigint;
    known bigint;
    reason text := begin_writing();
    about text;
begin
    it := payload;
    if not coalesce(is_change_set(it), false) then
        return refused('MALFORMED', 'not a change set');
    end if;
    of_project := it ->> 'project';
    member := asking(of_project);
    newest := (select p.revision from project p where p.id = of_project for update);
    known := (select r.number from revision r where r.change_set = (it ->> 'id')::uuid);
    if known is not null then
        return '{"accepted":' || known || '}';
    end if;
    newest := make_revision(it, coalesce(newest, 0), check_role(member, writers()),
        date_trunc('milliseconds', clock_timestamp()));
    return '{"accepted":' || newest || '}';
exception
    when sqlstate 'HM001' then
        get stacked diagnostics reason = message_text, about = pg_exception_detail;
        return refused(reason, about);
    when sqlstate 'HM002' then
        return sqlerrm;
    when data_exception or statement_too_complex then
        return refused('MALFORMED', sqlerrm);
end $$;
comment on function hubmark.commit_change_set is 'The only way to change anything: a change set as typed JSON.';

grant execute on function hubmark.commit_change_set to hubmark_member;
