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

-- Ends the change set: HM001 says why in its message (a Refusal) and about what in its detail.
create function hubmark_door.refuse(reason text, about text) returns void language plpgsql as $$
begin
    raise exception using errcode = 'HM001', message = reason, detail = coalesce(about, 'null');
end $$;

create function hubmark_door.refused(reason text, about text) returns text language sql immutable as $$
    select '{"refused":' || to_json(reason) || ',"detail":' || to_json(about) || '}'
$$;

-- Reading: strict, as ChangeSetReader.

create function hubmark_door.has_only(it jsonb, members text[]) returns void language plpgsql as $$
begin
    if jsonb_typeof(it) is distinct from 'object' then
        perform refuse('MALFORMED', 'not an object where ' || array_to_string(members, ', ') || ' are expected');
    elsif not it ?& members then
        perform refuse('MALFORMED', array_to_string(members, ', ') || ' are not all there');
    elsif it - members <> '{}' then
        perform refuse('MALFORMED', 'unknown members besides ' || array_to_string(members, ', '));
    end if;
end $$;

create function hubmark_door.is_id(it jsonb) returns boolean language sql immutable as $$
    select coalesce(jsonb_typeof(it) = 'string'
        and it #>> '{}' ~ '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$', false)
$$;

create function hubmark_door.id(it jsonb) returns uuid language plpgsql immutable as $$
begin
    if not is_id(it) then
        perform refuse('MALFORMED', 'not an id: ' || left(it::text, 100));
    end if;
    return (it #>> '{}')::uuid;
end $$;

-- A name or a text that is not a value: at most a hundred characters.
create function hubmark_door.name(it jsonb, what text) returns text language plpgsql immutable as $$
begin
    if jsonb_typeof(it) is distinct from 'string' or what = 'feature' and it = '""' then
        perform refuse('MALFORMED', what || ' is not a text');
    elsif length(it #>> '{}') > 100 then
        perform refuse('TOO_LONG', left(it #>> '{}', 100));
    end if;
    return it #>> '{}';
end $$;

-- More digits than a hundred has no stated figure, and not every program could read them.
create function hubmark_door.is_number(it numeric) returns boolean language sql immutable as $$
    select scale(it) <= 100 and abs(it) < 1e201 and length(trim(both '0' from replace(abs(it)::text, '.', ''))) <= 100
$$;

create function hubmark_door.is_value(it jsonb) returns boolean language sql immutable as $$
    select case jsonb_typeof(it)
        when 'string' then true
        when 'boolean' then true
        when 'number' then hubmark_door.is_number(it::numeric)
        when 'object' then it ? 'ref' and it - 'ref' = '{}' and hubmark_door.is_id(it -> 'ref')
        else false end
$$;

create function hubmark_door.check_value(it jsonb) returns void language plpgsql as $$
begin
    if not coalesce(is_value(it), false) then
        perform refuse('MALFORMED', 'not a value: ' || left(it::text, 100));
    end if;
end $$;

create function hubmark_door.check_placement(it jsonb) returns void language plpgsql as $$
begin
    perform has_only(it, '{container,feature,order}'), id(it -> 'container'), name(it -> 'feature', 'feature'),
        name(it -> 'order', 'order');
end $$;

create function hubmark_door.check_state(state jsonb) returns void language plpgsql as $$
begin
    perform has_only(state, '{id,type,in,values,items}'), id(state -> 'id'), name(state -> 'type', 'type');
    if jsonb_typeof(state -> 'values') <> 'object' or jsonb_typeof(state -> 'items') <> 'object' then
        perform refuse('MALFORMED', 'values and items are not objects');
    elsif state -> 'in' <> 'null' then
        perform check_placement(state -> 'in');
    end if;
    perform name(to_jsonb(f.key), 'a feature'), check_value(f.value) from jsonb_each(state -> 'values') f;
    perform name(to_jsonb(f.key), 'a feature') from jsonb_each(state -> 'items') f;
    -- what is no list is refused by jsonb_array_elements
    perform check_value(i.value) from jsonb_each(state -> 'items') f, jsonb_array_elements(f.value) i;
end $$;

-- The project is in nothing, and everything else in something.
create function hubmark_door.check_place(w work, state jsonb) returns void language plpgsql as $$
begin
    if (state -> 'in' = 'null') <> (id(state -> 'id') = w.project) then
        perform refuse('NO_PLACE', state ->> 'id');
    end if;
end $$;

create function hubmark_door.check_change_set(it jsonb) returns void language plpgsql as $$
begin
    perform has_only(it - 'undoes', '{id,project,client,base,label,changes}'), id(it -> 'id'), id(it -> 'project'),
        id(it -> 'client');
    if it ? 'undoes' then
        perform id(it -> 'undoes');
    end if;
    if jsonb_typeof(it -> 'label') <> 'string' or jsonb_typeof(it -> 'changes') <> 'array'
            or jsonb_typeof(it -> 'base') <> 'number' then
        perform refuse('MALFORMED', 'label, changes or base is not of its kind');
    elsif scale(trim_scale((it -> 'base')::numeric)) > 0 then
        perform refuse('MALFORMED', 'base is not a whole number');
    end if;
end $$;

create function hubmark_door.kind(step jsonb) returns text language plpgsql as $$
declare
    kind text := (select k from unnest('{create,put,add,remove,move,delete,restore}'::text[]) k where step ? k limit 1);
begin
    case kind
        when 'create', 'delete', 'restore' then perform has_only(step, array[kind]);
        when 'put' then perform has_only(step, '{put,feature,old,now}');
        when 'add', 'remove' then perform has_only(step, array[kind, 'feature', 'item']);
        when 'move' then perform has_only(step, '{move,old,now}');
        else perform refuse('MALFORMED', 'unknown step ' || left(step::text, 100));
    end case;
    return kind;
end $$;

-- Writing: typed JSON as ChangeSetCodec writes it; equal values give equal texts.

create function hubmark_door.written(text text, number numeric, flag boolean, ref uuid) returns text
language sql immutable as $$
    select case
        when text is not null then to_json(text)::text
        when ref is not null then '{"ref":"' || ref || '"}'
        when number is not null then trim_scale(number)::text
        when flag is not null then flag::text
        else 'null' end
$$;

create function hubmark_door.written(it jsonb) returns text language sql immutable as $$
    select case jsonb_typeof(it)
        when 'object' then '{"ref":"' || lower(it ->> 'ref') || '"}'
        when 'number' then trim_scale(it::numeric)::text
        else it::text end
$$;

create function hubmark_door.written(container uuid, feature text, order_key text) returns text
language sql immutable as $$
    select coalesce('{"container":"' || container || '","feature":' || to_json(feature) || ',"order":'
        || to_json(order_key) || '}', 'null')
$$;

create function hubmark_door.written_placement(it jsonb) returns text language sql immutable as $$
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
    perform check_state(s), check_place(w, s) from unnest(states) s;
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

-- The conflict with a revision; null if that is no foreign one after the base.
create function hubmark_door.conflict(w work, about uuid, feature text, base text, mine text, theirs text,
    theirs_revision bigint) returns jsonb language plpgsql as $$
declare
    head revision;
begin
    if theirs_revision <= w.base or theirs_revision = w.number then
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
create function hubmark_door.deletion(w work, it object, about text) returns jsonb language plpgsql as $$
declare
    found_conflict jsonb := conflict(w, it.id, null, 'null', 'null', 'null', it.changed_revision);
begin
    if found_conflict is null then
        perform refuse('OBJECT_DELETED', about);
    end if;
    return found_conflict;
end $$;

-- The steps.

create function hubmark_door.put(w work, which uuid, of_feature text, old jsonb, now jsonb) returns effect
language plpgsql as $$
declare
    it object := existing(w, which);
    kept feature_value;
    stored boolean;
    theirs text;
    mine text := note(which, written(now));
    clash jsonb;
begin
    if it.deleted then
        return row(deletion(w, it, which || ' ' || of_feature), false, null, null)::effect;
    end if;
    select * into kept from feature_value v where v.object = which and v.feature = of_feature and v.item = '';
    stored := found;
    theirs := written(kept.text, kept.number, kept.flag, kept.ref);
    if theirs = mine then
        return row(null, false, null, null)::effect;
    end if;
    if stored and theirs <> written(old) then
        clash := conflict(w, which, of_feature, written(old), mine, theirs, kept.revision);
        if clash is not null then
            return row(clash, false, null, null)::effect;
        end if;
    end if;
    if stored then
        update feature_value v set text = c.text, number = c.number, flag = c.flag, ref = c.ref, revision = w.number
        from cell(now) c where v.object = which and v.feature = of_feature and v.item = '';
    else
        insert into feature_value (object, feature, item, revision, text, number, flag, ref)
        select which, of_feature, '', w.number, c.text, c.number, c.flag, c.ref from cell(now) c;
    end if;
    return row(null, true, theirs, mine)::effect;
end $$;

create function hubmark_door.add_item(w work, which uuid, of_feature text, value jsonb) returns effect
language plpgsql as $$
declare
    it object := existing(w, which);
begin
    if it.deleted then
        return row(deletion(w, it, which || ' ' || of_feature), false, null, null)::effect;
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
        return row(deletion(w, it, which || ' ' || of_feature), false, null, null)::effect;
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
        return row(deletion(w, it, which::text), false, null, null)::effect;
    elsif now = 'null' or it.container is null then
        perform refuse('NO_PLACE', which::text);
    elsif theirs = mine then
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
        perform deletion(w, it, which::text);
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

create function hubmark_door.restore_object(w work, state jsonb) returns effect language plpgsql as $$
declare
    which uuid := id(state -> 'id');
    it object := existing(w, which);
    now text;
begin
    if not it.deleted then
        perform refuse('NOT_DELETED', which::text);
    elsif state ->> 'type' <> it.type then
        perform refuse('MALFORMED', which::text);
    end if;
    perform check_place(w, state);
    update object o set container = (state #>> '{in,container}')::uuid, feature = state #>> '{in,feature}',
        order_key = state #>> '{in,order}', deleted = false, changed_revision = w.number, placed_revision = w.number
    where o.id = which;
    perform store_values(w, array[state]);
    select note(s.id, s.state) into now from states(array[which]) s;
    return row(null, true, null, now)::effect;
end $$;

-- The object a step is about.
create function hubmark_door.target(step jsonb, kind text) returns uuid language plpgsql as $$
begin
    return case when kind in ('create', 'delete', 'restore') then id(step -> kind -> 'id') else id(step -> kind) end;
end $$;

-- Reads a step that is no creation, and makes it.
create function hubmark_door.make_step(w work, step jsonb, kind text) returns effect language plpgsql as $$
declare
    which uuid := target(step, kind);
begin
    case kind
        when 'put' then
            perform check_value(v) from unnest(array[step -> 'old', step -> 'now']) v where v <> 'null';
            return put(w, which, name(step -> 'feature', 'feature'), step -> 'old', step -> 'now');
        when 'add' then
            perform check_value(step -> 'item');
            return add_item(w, which, name(step -> 'feature', 'feature'), step -> 'item');
        when 'remove' then
            perform check_value(step -> 'item');
            return remove_item(w, which, name(step -> 'feature', 'feature'), step -> 'item');
        when 'move' then
            perform check_placement(p) from unnest(array[step -> 'old', step -> 'now']) p where p <> 'null';
            return move_object(w, which, written_placement(step -> 'old'), step -> 'now');
        when 'delete' then
            perform check_state(step -> 'delete');
            return delete_object(w, which);
        else
            perform check_state(step -> 'restore');
            return restore_object(w, step -> 'restore');
    end case;
end $$;

-- Makes all steps in their order and writes their log; returns how many rows that has. HM002 carries conflicts.
create function hubmark_door.make_steps(w work, changes jsonb) returns integer language plpgsql as $$
declare
    step jsonb;
    step_kind text;
    creations jsonb[] := '{}';
    conflicts jsonb[] := '{}';
    done effect;
    position integer := 0;
begin
    for step in select e.value from jsonb_array_elements(changes) e loop
        step_kind := kind(step);
        if step_kind = 'create' then
            creations := creations || (step -> 'create');
            continue;
        elsif cardinality(creations) > 0 then
            perform create_objects(w, creations, position);
            position := position + cardinality(creations);
            creations := '{}';
        end if;
        done := make_step(w, step, step_kind);
        if done.conflict is not null then
            conflicts := conflicts || done.conflict;
        elsif done.noted then
            insert into change_log (project, revision, position, kind, object, feature, old_value, new_value)
            values (w.project, w.number, position, step_kind, target(step, step_kind), step ->> 'feature', done.old_value,
                done.new_value);
            position := position + 1;
        end if;
    end loop;
    if cardinality(creations) > 0 then
        perform create_objects(w, creations, position);
    end if;
    if cardinality(conflicts) > 0 then
        raise exception using errcode = 'HM002', message = jsonb_build_object('conflict', conflicts)::text;
    end if;
    return position + cardinality(creations);
end $$;

-- What must hold when all steps are made; each check is asked only if a step could have broken it.

create function hubmark_door.check_targets(w work) returns void language plpgsql as $$
declare
    gone uuid;
begin
    select v.ref into gone from (select distinct l.object from change_log l
            where l.project = w.project and l.revision = w.number) c
        join feature_value v on v.object = c.object and v.revision = w.number and v.ref is not null
        left join object o on o.id = v.ref and o.project = w.project and not o.deleted
        where o.id is null limit 1;
    if found then
        perform refuse('TARGET_GONE', gone::text);
    end if;
end $$;

create function hubmark_door.check_containers(w work) returns void language plpgsql as $$
declare
    gone uuid;
begin
    select o.container into gone from (select distinct l.object from change_log l
            where l.project = w.project and l.revision = w.number) c
        join object o on o.id = c.object and o.placed_revision = w.number and not o.deleted and o.container is not null
        left join object u on u.id = o.container and u.project = w.project and not u.deleted
        where u.id is null limit 1;
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
    gone uuid[] := array(select o.id from change_log l join object o on o.id = l.object and o.deleted
        where l.project = w.project and l.revision = w.number and l.kind = 'delete');
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

create function hubmark_door.check_end(w work) returns void language plpgsql as $$
declare
    steps record;
begin
    select bool_or(l.kind in ('create', 'restore', 'move')) as placing, bool_or(l.kind in ('restore', 'move')) as moving,
        bool_or(l.kind = 'delete') as deleting,
        bool_or(l.kind in ('create', 'restore') or l.kind in ('put', 'add') and l.new_value like '{%') as referring
    into steps from change_log l where l.project = w.project and l.revision = w.number;
    if steps.referring then
        perform check_targets(w);
    end if;
    if steps.placing then
        perform check_containers(w);
        perform check_cycles(w, steps.moving);
    end if;
    if steps.deleting then
        perform check_deleted(w);
    end if;
end $$;

-- The change set as a whole.

create function hubmark_door.creates_project(it jsonb) returns boolean language sql immutable as $$
    select coalesce(it #> '{changes,0,create,id}' = it -> 'project'
        and it #>> '{changes,0,create,type}' = 'Project', false)
$$;

-- Locks the project and gives its newest revision; 0 if it is made by this change set.
create function hubmark_door.lock_project(which uuid, creating boolean) returns bigint language plpgsql as $$
declare
    newest bigint;
begin
    loop
        select p.revision into newest from project p where p.id = which for update;
        if found then
            return newest;
        elsif not creating then
            perform refuse('PROJECT_MISSING', which::text);
        end if;
        insert into project (id, revision) values (which, 0) on conflict (id) do nothing;
        if found then
            return 0;
        end if;
    end loop;
end $$;

create function hubmark_door.known_as(which uuid) returns bigint language plpgsql as $$
begin
    return (select r.number from revision r where r.change_set = which);
end $$;

-- The name of the member who asks, whose role must be one of these.
create function hubmark_door.member_name(of_project uuid, roles text[]) returns text language plpgsql as $$
declare
    it member;
begin
    select * into it from member m where m.account = session_user and (m.project = of_project or m.project is null)
    order by m.project is null limit 1;
    if not found then
        perform refuse('MEMBER_UNKNOWN', session_user::text);
    elsif it.role <> all (roles) then
        perform refuse(case when roles = '{administrator}' then 'ADMINISTRATORS' else 'ROLE' end, it.name);
    end if;
    return it.name;
end $$;

create function hubmark_door.writers() returns text[] language sql immutable as $$
    select '{analyst,curator,administrator}'::text[]
$$;

create function hubmark_door.channel(of_project uuid) returns text language sql immutable as $$
    select 'hubmark_' || of_project
$$;

-- Makes the revision after the newest one, of a project that is locked. Taking its number is the last thing.
create function hubmark_door.make_revision(it jsonb, newest bigint, author text, at timestamp with time zone)
returns void language plpgsql as $$
declare
    w work := row((it ->> 'project')::uuid, newest + 1, (it -> 'base')::bigint, (it ->> 'client')::uuid)::work;
    steps integer := make_steps(w, it -> 'changes');
begin
    perform check_end(w);
    insert into revision (project, number, change_set, client, author, committed_at, label, undoes, steps)
    values (w.project, w.number, id(it -> 'id'), w.client, author, at, it ->> 'label', (it ->> 'undoes')::uuid, steps);
    update object o set changed_revision = w.number from change_log l
        where l.project = w.project and l.revision = w.number and o.id = l.object and o.changed_revision <> w.number;
    update project p set revision = w.number, name = (select v.text from feature_value v
        where v.object = p.id and v.feature = 'name' and v.item = '') where p.id = w.project;
    perform pg_notify(channel(w.project), '');
end $$;

-- A transaction that a client has begun around the door holds the lock of its project until it ends: it shall not for
-- long. And whatever the server's default is, what is acknowledged is on its disk.
create function hubmark_door.begin_writing() returns void language plpgsql as $$
begin
    perform set_config('idle_in_transaction_session_timeout', '10s', true);
    if current_setting('synchronous_commit') = 'off' then
        perform set_config('synchronous_commit', 'on', true);
    end if;
end $$;

create function hubmark.commit_change_set(payload text) returns text language plpgsql security definer
set search_path = hubmark, hubmark_door, pg_temp as $$
declare
    it jsonb;
    newest bigint;
    known bigint;
    reason text;
    about text;
begin
    perform begin_writing();
    it := payload;
    perform check_change_set(it);
    newest := lock_project(id(it -> 'project'), creates_project(it));
    known := known_as(id(it -> 'id'));
    if known is not null then
        return '{"accepted":' || known || '}';
    end if;
    perform make_revision(it, newest, member_name(id(it -> 'project'), writers()), date_trunc('milliseconds',
        clock_timestamp()));
    return '{"accepted":' || newest + 1 || '}';
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
