-- What people read with an SQL client and what saved queries are made of: living objects only, names and keys resolved.
-- Every view has the column project. Columns that hold offsets are named by their unit. Join views by their id columns
-- (element, passage, target …), which are looked up directly; a join by key scans. The column key is a reserved word of
-- H2: a client of its own writes "KEY", or connects with ;NON_KEYWORDS=KEY as this program does.

create view v_project as select
    p.id as project,
    p.id,
    p.name,
    p.revision,
    (select x.text from feature_value x
        where x.object = p.id and x.feature = 'description' and x.item = '') as description
from project p;
comment on view v_project is 'The projects of this database.
revision: The number of the newest revision.';

create view v_element as select
    o.project,
    o.id,
    o.type as kind,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameZh' and x.item = '') as name_zh,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameEn' and x.item = '') as name_en,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'status' and x.item = '') as status,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'description' and x.item = '') as description,
    (select listagg(x.text, '; ') within group (order by x.text) from feature_value x
        where x.object = o.id and x.feature = 'aliases') as aliases,
    (select count(*) from object c where c.container = o.id and c.feature = 'facts' and not c.deleted) as facts,
    (select count(*) from feature_value e where e.ref = o.id and e.feature = 'target') as evidence
from object o
where o.feature = 'elements' and not o.deleted;
comment on view v_element is 'Everything in the hub model: hubs, mechanisms, metrics, relations and all other elements.
kind: The class of the element: Hub, Mechanism, Metric …
key: What the seeds call it; empty for others.
status: draft, agreed or disputed.
aliases: Other names, joined by semicolons.
facts: How many facts are stated of it.
evidence: How many evidence links point at it as a whole or at a feature of it.';

create view v_hub as select
    o.project,
    o.id,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameZh' and x.item = '') as name_zh,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameEn' and x.item = '') as name_en,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'status' and x.item = '') as status,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'description' and x.item = '') as description,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'country' and x.item = '') as country,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'kind' and x.item = '') as kind,
    (select x.ref from feature_value x where x.object = o.id and x.feature = 'partOf' and x.item = '') as part_of,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'partOf' and r.item = '') as part_of_key,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'partOf' and r.item = '') as part_of_name,
    (select listagg(x.text, '; ') within group (order by x.text) from feature_value x
        where x.object = o.id and x.feature = 'aliases') as aliases
from object o
where o.type = 'Hub' and not o.deleted;
comment on view v_hub is 'Innovation hubs.';

create view v_mechanism as select
    o.project,
    o.id,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameZh' and x.item = '') as name_zh,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameEn' and x.item = '') as name_en,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'status' and x.item = '') as status,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'description' and x.item = '') as description,
    (select x.ref from feature_value x where x.object = o.id and x.feature = 'partOf' and x.item = '') as part_of,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'partOf' and r.item = '') as part_of_key,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'partOf' and r.item = '') as part_of_name,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'hubs') as hubs,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'hubs') as hub_keys,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'families') as families,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'families') as family_keys,
    (select listagg(x.text, '; ') within group (order by x.text) from feature_value x
        where x.object = o.id and x.feature = 'aliases') as aliases
from object o
where o.type = 'Mechanism' and not o.deleted;
comment on view v_mechanism is 'Mechanisms: how hubs work.';

create view v_metric as select
    o.project,
    o.id,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameZh' and x.item = '') as name_zh,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameEn' and x.item = '') as name_en,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'status' and x.item = '') as status,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'description' and x.item = '') as description,
    (select x.ref from feature_value x where x.object = o.id and x.feature = 'subject' and x.item = '') as subject,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'subject' and r.item = '') as subject_key,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'subject' and r.item = '') as subject_name,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'measure' and x.item = '') as measure,
    (select x.text from feature_value x where x.object = q.id and x.feature = 'raw' and x.item = '') as raw,
    (select x.text from feature_value x
        where x.object = q.id and x.feature = 'qualifier' and x.item = '') as qualifier,
    (select x.number from feature_value x where x.object = q.id and x.feature = 'low' and x.item = '') as low,
    (select x.number from feature_value x where x.object = q.id and x.feature = 'high' and x.item = '') as high,
    (select x.text from feature_value x where x.object = q.id and x.feature = 'unit' and x.item = '') as unit,
    (select x.text from feature_value x where x.object = q.id and x.feature = 'per' and x.item = '') as per,
    (select x.text from feature_value x where x.object = q.id and x.feature = 'period' and x.item = '') as period,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'hubs') as hubs,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'hubs') as hub_keys,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'families') as families,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'families') as family_keys
from object o
left join object q on q.container = o.id and q.feature = 'quantity' and not q.deleted
where o.type = 'Metric' and not o.deleted;
comment on view v_metric is 'Metrics: one figure each, as worded and as read.
raw: The figure as the source words it.
qualifier: about, more than, up to …
low: The figure, or the lower end of its range.
high: The upper end of the range.
hubs: Names of its hubs, joined by semicolons.';

create view v_organization as select
    o.project,
    o.id,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameZh' and x.item = '') as name_zh,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameEn' and x.item = '') as name_en,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'status' and x.item = '') as status,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'description' and x.item = '') as description,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'kind' and x.item = '') as kind,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'country' and x.item = '') as country,
    (select listagg(x.text, '; ') within group (order by x.text) from feature_value x
        where x.object = o.id and x.feature = 'aliases') as aliases
from object o
where o.type = 'Organization' and not o.deleted;
comment on view v_organization is 'Organizations.';

create view v_person as select
    o.project,
    o.id,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameZh' and x.item = '') as name_zh,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameEn' and x.item = '') as name_en,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'status' and x.item = '') as status,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'description' and x.item = '') as description,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'role' and x.item = '') as role,
    (select x.ref from feature_value x
        where x.object = o.id and x.feature = 'affiliation' and x.item = '') as affiliation,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'affiliation' and r.item = '') as affiliation_key,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'affiliation' and r.item = '') as affiliation_name,
    (select listagg(x.text, '; ') within group (order by x.text) from feature_value x
        where x.object = o.id and x.feature = 'aliases') as aliases
from object o
where o.type = 'Person' and not o.deleted;
comment on view v_person is 'Persons.';

create view v_family as select
    o.project,
    o.id,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameZh' and x.item = '') as name_zh,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameEn' and x.item = '') as name_en,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'status' and x.item = '') as status,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'description' and x.item = '') as description,
    (select listagg(x.text, '; ') within group (order by x.text) from feature_value x
        where x.object = o.id and x.feature = 'aliases') as aliases,
    (select count(*) from feature_value m join object mo on mo.id = m.object and mo.type = 'Mechanism'
        where m.ref = o.id and m.feature = 'families') as mechanisms
from object o
where o.type = 'Family' and not o.deleted;
comment on view v_family is 'Families of mechanisms.';

create view v_programme as select
    o.project,
    o.id,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameZh' and x.item = '') as name_zh,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameEn' and x.item = '') as name_en,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'status' and x.item = '') as status,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'description' and x.item = '') as description,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'issuer' and x.item = '') as issuer,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'period' and x.item = '') as period,
    (select x.ref from feature_value x where x.object = o.id and x.feature = 'partOf' and x.item = '') as part_of,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'partOf' and r.item = '') as part_of_key,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'partOf' and r.item = '') as part_of_name,
    (select listagg(x.text, '; ') within group (order by b.order_key, b.id) from object b
        join feature_value x on x.object = b.id and x.feature = 'raw' and x.item = ''
        where b.container = o.id and b.feature = 'budgets' and not b.deleted) as budgets,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'hubs') as hubs,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'hubs') as hub_keys,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'families') as families,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'families') as family_keys,
    (select listagg(x.text, '; ') within group (order by x.text) from feature_value x
        where x.object = o.id and x.feature = 'aliases') as aliases
from object o
where o.type = 'Programme' and not o.deleted;
comment on view v_programme is 'Policies and programmes.
budgets: The budgets as worded, joined by semicolons; each one is in v_budget.';

create view v_budget as select
    o.project,
    q.id,
    o.id as programme,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as programme_key,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'nameZh' and x.item = '') as programme_name,
    (select x.text from feature_value x where x.object = q.id and x.feature = 'raw' and x.item = '') as raw,
    (select x.text from feature_value x
        where x.object = q.id and x.feature = 'qualifier' and x.item = '') as qualifier,
    (select x.number from feature_value x where x.object = q.id and x.feature = 'low' and x.item = '') as low,
    (select x.number from feature_value x where x.object = q.id and x.feature = 'high' and x.item = '') as high,
    (select x.text from feature_value x where x.object = q.id and x.feature = 'unit' and x.item = '') as unit,
    (select x.text from feature_value x where x.object = q.id and x.feature = 'per' and x.item = '') as per,
    (select x.text from feature_value x where x.object = q.id and x.feature = 'period' and x.item = '') as period
from object q
join object o on o.id = q.container and not o.deleted
where q.feature = 'budgets' and not q.deleted;
comment on view v_budget is 'Budgets of programmes: one figure each.';

create view v_platform as select
    o.project,
    o.id,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameZh' and x.item = '') as name_zh,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameEn' and x.item = '') as name_en,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'status' and x.item = '') as status,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'description' and x.item = '') as description,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'period' and x.item = '') as period,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'hubs') as hubs,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'hubs') as hub_keys,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'families') as families,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'families') as family_keys,
    (select listagg(x.text, '; ') within group (order by x.text) from feature_value x
        where x.object = o.id and x.feature = 'aliases') as aliases
from object o
where o.type = 'Platform' and not o.deleted;
comment on view v_platform is 'Platforms.';

create view v_research_project as select
    o.project,
    o.id,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameZh' and x.item = '') as name_zh,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameEn' and x.item = '') as name_en,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'status' and x.item = '') as status,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'description' and x.item = '') as description,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'hubs') as hubs,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'hubs') as hub_keys,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'families') as families,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'families') as family_keys,
    (select listagg(x.text, '; ') within group (order by x.text) from feature_value x
        where x.object = o.id and x.feature = 'aliases') as aliases
from object o
where o.type = 'ResearchProject' and not o.deleted;
comment on view v_research_project is 'Research projects (elements of the model).';

create view v_scenario as select
    o.project,
    o.id,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameZh' and x.item = '') as name_zh,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameEn' and x.item = '') as name_en,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'status' and x.item = '') as status,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'description' and x.item = '') as description,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'hubs') as hubs,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'hubs') as hub_keys,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'families') as families,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'families') as family_keys,
    (select listagg(x.text, '; ') within group (order by x.text) from feature_value x
        where x.object = o.id and x.feature = 'aliases') as aliases
from object o
where o.type = 'Scenario' and not o.deleted;
comment on view v_scenario is 'Scenarios.';

create view v_milestone as select
    o.project,
    o.id,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameZh' and x.item = '') as name_zh,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameEn' and x.item = '') as name_en,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'status' and x.item = '') as status,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'description' and x.item = '') as description,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'date' and x.item = '') as date,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'hubs') as hubs,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'hubs') as hub_keys,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'families') as families,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'families') as family_keys,
    (select listagg(x.text, '; ') within group (order by x.text) from feature_value x
        where x.object = o.id and x.feature = 'aliases') as aliases
from object o
where o.type = 'Milestone' and not o.deleted;
comment on view v_milestone is 'Milestones.';

create view v_concept as select
    o.project,
    o.id,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameZh' and x.item = '') as name_zh,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameEn' and x.item = '') as name_en,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'status' and x.item = '') as status,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'description' and x.item = '') as description,
    (select x.ref from feature_value x where x.object = o.id and x.feature = 'partOf' and x.item = '') as part_of,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'partOf' and r.item = '') as part_of_key,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'partOf' and r.item = '') as part_of_name,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'hubs') as hubs,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'hubs') as hub_keys,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'families') as families,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'families') as family_keys,
    (select listagg(x.text, '; ') within group (order by x.text) from feature_value x
        where x.object = o.id and x.feature = 'aliases') as aliases
from object o
where o.type = 'Concept' and not o.deleted;
comment on view v_concept is 'Concepts.';

create view v_statement as select
    o.project,
    o.id,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameZh' and x.item = '') as name_zh,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameEn' and x.item = '') as name_en,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'status' and x.item = '') as status,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'description' and x.item = '') as description,
    (select x.ref from feature_value x where x.object = o.id and x.feature = 'speaker' and x.item = '') as speaker,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'speaker' and r.item = '') as speaker_key,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'speaker' and r.item = '') as speaker_name,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'briefing' and x.item = '') as briefing_key,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'hubs') as hubs,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'hubs') as hub_keys,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'families') as families,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'families') as family_keys,
    (select listagg(x.text, '; ') within group (order by x.text) from feature_value x
        where x.object = o.id and x.feature = 'aliases') as aliases
from object o
where o.type = 'Statement' and not o.deleted;
comment on view v_statement is 'Statements: who said what.';

create view v_lesson as select
    o.project,
    o.id,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameZh' and x.item = '') as name_zh,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameEn' and x.item = '') as name_en,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'status' and x.item = '') as status,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'description' and x.item = '') as description,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'addressee' and x.item = '') as addressee,
    (select x.ref from feature_value x where x.object = o.id and x.feature = 'partOf' and x.item = '') as part_of,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'partOf' and r.item = '') as part_of_key,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'partOf' and r.item = '') as part_of_name,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'hubs') as hubs,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'hubs') as hub_keys,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'families') as families,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'families') as family_keys,
    (select listagg(x.text, '; ') within group (order by x.text) from feature_value x
        where x.object = o.id and x.feature = 'aliases') as aliases
from object o
where o.type = 'Lesson' and not o.deleted;
comment on view v_lesson is 'Lessons drawn, and for whom.';

create view v_relation_type as select
    o.project,
    o.id,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameZh' and x.item = '') as name_zh,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameEn' and x.item = '') as name_en
from object o
where o.type = 'RelationType' and not o.deleted;
comment on view v_relation_type is 'The kinds of relations.';

create view v_relation as select
    o.project,
    o.id,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as key,
    s.ref as source,
    (select x.text from feature_value x where x.object = s.ref and x.feature = 'key' and x.item = '') as source_key,
    (select x.text from feature_value x
        where x.object = s.ref and x.feature = 'nameZh' and x.item = '') as source_name,
    so.type as source_kind,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'type' and r.item = '') as type_key,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'type' and r.item = '') as type_name,
    t.ref as target,
    (select x.text from feature_value x where x.object = t.ref and x.feature = 'key' and x.item = '') as target_key,
    (select x.text from feature_value x
        where x.object = t.ref and x.feature = 'nameZh' and x.item = '') as target_name,
    tgt.type as target_kind,
    coalesce((select x.flag from feature_value x
        where x.object = o.id and x.feature = 'inferred' and x.item = ''), false) as inferred,
    false as derived,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'status' and x.item = '') as status,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'description' and x.item = '') as description
from object o
join feature_value s on s.object = o.id and s.feature = 'source' and s.item = ''
join object so on so.id = s.ref
join feature_value t on t.object = o.id and t.feature = 'target' and t.item = ''
join object tgt on tgt.id = t.ref
where o.type = 'Relation' and not o.deleted
union all select
    o.project,
    null,
    null,
    o.id,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = ''),
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameZh' and x.item = ''),
    o.type,
    'practised-in',
    '实行于',
    t.ref,
    (select x.text from feature_value x where x.object = t.ref and x.feature = 'key' and x.item = ''),
    (select x.text from feature_value x where x.object = t.ref and x.feature = 'nameZh' and x.item = ''),
    'Hub',
    false,
    true,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'status' and x.item = ''),
    null
from object o
join feature_value t on t.object = o.id and t.feature = 'hubs'
where o.type = 'Mechanism' and not o.deleted;
comment on view v_relation is 'Relations between elements, those derived from the hubs of a mechanism included.
inferred: True if an analyst concluded it, false if a source states it.
derived: True for practised-in, which follows from the hubs of a mechanism and is no object of its own.';

create view v_element_hub as select
    o.project,
    o.id as element,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as element_key,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'nameZh' and x.item = '') as element_name,
    o.type as element_kind,
    h.ref as hub,
    (select x.text from feature_value x where x.object = h.ref and x.feature = 'key' and x.item = '') as hub_key,
    (select x.text from feature_value x where x.object = h.ref and x.feature = 'nameZh' and x.item = '') as hub_name
from feature_value h
join object o on o.id = h.object
where h.feature = 'hubs' and h.ref is not null;
comment on view v_element_hub is 'Which element belongs to which hub.';

create view v_element_family as select
    o.project,
    o.id as element,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as element_key,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'nameZh' and x.item = '') as element_name,
    o.type as element_kind,
    h.ref as family,
    (select x.text from feature_value x where x.object = h.ref and x.feature = 'key' and x.item = '') as family_key,
    (select x.text from feature_value x
        where x.object = h.ref and x.feature = 'nameZh' and x.item = '') as family_name
from feature_value h
join object o on o.id = h.object
where h.feature = 'families' and h.ref is not null;
comment on view v_element_family is 'Which element belongs to which family.';

create view v_alias as select
    o.project,
    o.id as element,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as element_key,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'nameZh' and x.item = '') as element_name,
    o.type as element_kind,
    a.text as alias
from feature_value a
join object o on o.id = a.object
where a.feature = 'aliases';
comment on view v_alias is 'Other names of elements, one a row.';

create view v_fact as select
    o.project,
    o.id,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as key,
    o.container as owner,
    (select c.type from object c where c.id = o.container) as owner_kind,
    (select x.text from feature_value x
        where x.object = o.container and x.feature = 'key' and x.item = '') as owner_key,
    coalesce((select x.text from feature_value x
        where x.object = o.container and x.feature = 'nameZh' and x.item = ''),
        (select x.text from feature_value x
        where x.object = o.container and x.feature = 'name' and x.item = '')) as owner_name,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'text' and x.item = '') as text,
    (select x.text from feature_value x where x.object = q.id and x.feature = 'raw' and x.item = '') as raw,
    (select x.text from feature_value x
        where x.object = q.id and x.feature = 'qualifier' and x.item = '') as qualifier,
    (select x.number from feature_value x where x.object = q.id and x.feature = 'low' and x.item = '') as low,
    (select x.number from feature_value x where x.object = q.id and x.feature = 'high' and x.item = '') as high,
    (select x.text from feature_value x where x.object = q.id and x.feature = 'unit' and x.item = '') as unit,
    (select x.text from feature_value x where x.object = q.id and x.feature = 'per' and x.item = '') as per,
    (select x.text from feature_value x where x.object = q.id and x.feature = 'period' and x.item = '') as period,
    (select x.ref from feature_value x
        where x.object = o.id and x.feature = 'reference' and x.item = '') as reference,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'reference' and r.item = '') as reference_key,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'reference' and r.item = '') as reference_name
from object o
left join object q on q.container = o.id and q.feature = 'quantity' and not q.deleted
where o.type = 'Fact' and not o.deleted;
comment on view v_fact is 'Facts: one stated thing each, about an element or a row of a table.
key: What is stated, e.g. area or founded.
owner: The element or table row it is stated of.';

create view v_exhibit as select
    o.project,
    o.id,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameZh' and x.item = '') as name_zh,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameEn' and x.item = '') as name_en,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'status' and x.item = '') as status,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'description' and x.item = '') as description,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'kind' and x.item = '') as kind,
    (select listagg(n.text, '; ') within group (order by c.order_key, c.id) from object c
        join feature_value n on n.object = c.id and n.feature = 'name' and n.item = ''
        where c.container = o.id and c.feature = 'columns' and not c.deleted) as column_names,
    (select count(*) from object c where c.container = o.id and c.feature = 'rows' and not c.deleted) as row_count,
    (select count(*) from object c where c.container = o.id and c.feature = 'nodes' and not c.deleted) as node_count,
    (select count(*) from object c where c.container = o.id and c.feature = 'edges' and not c.deleted) as edge_count
from object o
where o.type = 'Exhibit' and not o.deleted;
comment on view v_exhibit is 'Tables and figures.
column_names: The names of the columns of a table, joined by semicolons.
row_count: How many rows a table has.
node_count: How many nodes a figure has.
edge_count: How many edges a figure has.';

create view v_exhibit_row as select
    o.project,
    o.id,
    e.id as exhibit,
    (select x.text from feature_value x where x.object = e.id and x.feature = 'key' and x.item = '') as exhibit_key,
    (select x.text from feature_value x
        where x.object = e.id and x.feature = 'nameZh' and x.item = '') as exhibit_name,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'name' and x.item = '') as name,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameEn' and x.item = '') as name_en,
    coalesce((select x.flag from feature_value x
        where x.object = o.id and x.feature = 'total' and x.item = ''), false) as total,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'subjects') as subjects,
    o.order_key
from object o
join object e on e.id = o.container and not e.deleted
where o.type = 'Row' and not o.deleted;
comment on view v_exhibit_row is 'Rows of tables.
total: True for a row that sums up others.
subjects: Names of the elements the row is about, joined by semicolons.';

create view v_cell as select
    o.project,
    o.id,
    e.id as exhibit,
    (select x.text from feature_value x where x.object = e.id and x.feature = 'key' and x.item = '') as exhibit_key,
    (select x.text from feature_value x
        where x.object = e.id and x.feature = 'nameZh' and x.item = '') as exhibit_name,
    r.id as exhibit_row,
    (select x.text from feature_value x where x.object = r.id and x.feature = 'key' and x.item = '') as row_key,
    (select x.text from feature_value x where x.object = r.id and x.feature = 'name' and x.item = '') as row_name,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'name' and k.item = ''
        where r.object = o.id and r.feature = 'column' and r.item = '') as column_name,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'text' and x.item = '') as text,
    (select x.text from feature_value x where x.object = q.id and x.feature = 'raw' and x.item = '') as raw,
    (select x.text from feature_value x
        where x.object = q.id and x.feature = 'qualifier' and x.item = '') as qualifier,
    (select x.number from feature_value x where x.object = q.id and x.feature = 'low' and x.item = '') as low,
    (select x.number from feature_value x where x.object = q.id and x.feature = 'high' and x.item = '') as high,
    (select x.text from feature_value x where x.object = q.id and x.feature = 'unit' and x.item = '') as unit,
    (select x.text from feature_value x where x.object = q.id and x.feature = 'per' and x.item = '') as per,
    (select x.text from feature_value x where x.object = q.id and x.feature = 'period' and x.item = '') as period,
    r.order_key as row_order,
    o.order_key as cell_order
from object o
join object r on r.id = o.container and not r.deleted
join object e on e.id = r.container and not e.deleted
left join object q on q.container = o.id and q.feature = 'quantity' and not q.deleted
where o.type = 'Cell' and not o.deleted;
comment on view v_cell is 'Cells of tables.';

create view v_node as select
    o.project,
    o.id,
    e.id as exhibit,
    (select x.text from feature_value x where x.object = e.id and x.feature = 'key' and x.item = '') as exhibit_key,
    (select x.text from feature_value x
        where x.object = e.id and x.feature = 'nameZh' and x.item = '') as exhibit_name,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'label' and x.item = '') as label,
    (select x.ref from feature_value x where x.object = o.id and x.feature = 'element' and x.item = '') as element,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'key' and k.item = ''
        where r.object = o.id and r.feature = 'element' and r.item = '') as element_key,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'element' and r.item = '') as element_name,
    o.order_key
from object o
join object e on e.id = o.container and not e.deleted
where o.type = 'Node' and not o.deleted;
comment on view v_node is 'Nodes of figures.';

create view v_edge as select
    o.project,
    o.id,
    e.id as exhibit,
    (select x.text from feature_value x where x.object = e.id and x.feature = 'key' and x.item = '') as exhibit_key,
    (select x.text from feature_value x
        where x.object = e.id and x.feature = 'nameZh' and x.item = '') as exhibit_name,
    (select x.ref from feature_value x where x.object = o.id and x.feature = 'source' and x.item = '') as source,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'label' and k.item = ''
        where r.object = o.id and r.feature = 'source' and r.item = '') as source_label,
    (select x.ref from feature_value x where x.object = o.id and x.feature = 'target' and x.item = '') as target,
    (select k.text from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'label' and k.item = ''
        where r.object = o.id and r.feature = 'target' and r.item = '') as target_label,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'label' and x.item = '') as label,
    coalesce((select x.flag from feature_value x
        where x.object = o.id and x.feature = 'inferred' and x.item = ''), false) as inferred,
    o.order_key
from object o
join object e on e.id = o.container and not e.deleted
where o.type = 'Edge' and not o.deleted;
comment on view v_edge is 'Edges of figures.';

create view v_code as select
    o.project,
    o.id,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameZh' and x.item = '') as name_zh,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'nameEn' and x.item = '') as name_en,
    (select c.id from object c where c.id = o.container and c.type = 'Code') as parent,
    (select x.text from feature_value x
        where x.object = o.container and x.feature = 'key' and x.item = '') as parent_key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'color' and x.item = '') as color,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'definition' and x.item = '') as definition,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'examples' and x.item = '') as examples,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'exclusions' and x.item = '') as exclusions,
    (select count(*) from feature_value p where p.ref = o.id and p.feature = 'codes') as passages
from object o
where o.type = 'Code' and not o.deleted;
comment on view v_code is 'The codebook.
exclusions: What not to code with it.
passages: How many passages carry it.';

create view v_briefing as select
    o.project,
    o.id,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'title' and x.item = '') as title,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'series' and x.item = '') as series,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'issue' and x.item = '') as issue,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'publisher' and x.item = '') as publisher,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'authors' and x.item = '') as authors,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'published' and x.item = '') as published,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'language' and x.item = '') as language,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'rights' and x.item = '') as rights,
    (select count(*) from object c where c.container = o.id and c.feature = 'editions' and not c.deleted) as editions,
    o.order_key
from object o
where o.type = 'Briefing' and not o.deleted;
comment on view v_briefing is 'Briefings.';

create view v_edition as select
    o.project,
    o.id,
    o.container as briefing,
    (select x.text from feature_value x
        where x.object = o.container and x.feature = 'key' and x.item = '') as briefing_key,
    (select x.text from feature_value x
        where x.object = o.container and x.feature = 'title' and x.item = '') as briefing_title,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'fileName' and x.item = '') as file_name,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'mediaType' and x.item = '') as media_type,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'charset' and x.item = '') as charset,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'fileSha256' and x.item = '') as file_sha256,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'textSha256' and x.item = '') as text_sha256,
    (select x.number from feature_value x
        where x.object = o.id and x.feature = 'length' and x.item = '') as length_utf16,
    (select x.number from feature_value x
        where x.object = o.id and x.feature = 'codePoints' and x.item = '') as length_code_points,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'importedBy' and x.item = '') as imported_by,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'importedAt' and x.item = '') as imported_at,
    o.order_key
from object o
where o.type = 'Edition' and not o.deleted;
comment on view v_edition is 'Editions: the imported files of the briefings.';

create view v_part as select
    o.project,
    o.id,
    o.container as edition,
    e.container as briefing,
    (select x.text from feature_value x
        where x.object = e.container and x.feature = 'key' and x.item = '') as briefing_key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'kind' and x.item = '') as kind,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'key' and x.item = '') as key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'number' and x.item = '') as number,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'title' and x.item = '') as title,
    (select x.number from feature_value x
        where x.object = o.id and x.feature = 'start' and x.item = '') as start_utf16,
    (select x.number from feature_value x where x.object = o.id and x.feature = 'end' and x.item = '') as end_utf16
from object o
join object e on e.id = o.container
where o.type = 'Part' and not o.deleted;
comment on view v_part is 'Parts of editions: sections, tables, captions, citations, page breaks …
start_utf16: Offset of its first UTF-16 unit in the canonical text.
end_utf16: Offset after its last UTF-16 unit.';

create view v_passage as select
    o.project,
    o.id,
    o.container as edition,
    e.container as briefing,
    (select x.text from feature_value x
        where x.object = e.container and x.feature = 'key' and x.item = '') as briefing_key,
    (select x.text from feature_value x
        where x.object = e.container and x.feature = 'title' and x.item = '') as briefing_title,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'segments' and x.item = '') as segments_utf16,
    (select x.number from feature_value x
        where x.object = o.id and x.feature = 'start' and x.item = '') as start_utf16,
    (select x.number from feature_value x where x.object = o.id and x.feature = 'end' and x.item = '') as end_utf16,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'quote' and x.item = '') as quote,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'memo' and x.item = '') as memo,
    (select listagg(k.text, '; ') within group (order by k.text) from feature_value r
        join feature_value k on k.object = r.ref and k.feature = 'nameZh' and k.item = ''
        where r.object = o.id and r.feature = 'codes') as codes,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'author' and x.item = '') as author,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'created' and x.item = '') as created,
    o.created_revision
from object o
join object e on e.id = o.container
where o.type = 'Passage' and not o.deleted;
comment on view v_passage is 'Passages: the marked stretches of the editions.
start_utf16: Offset of its first UTF-16 unit in the canonical text.
end_utf16: Offset after its last UTF-16 unit.
quote: The marked text, exactly.
codes: Names of its codes, joined by semicolons.
created: For display only: it orders nothing.';

create view v_passage_code as select
    o.project,
    o.id as passage,
    o.container as edition,
    (select x.text from feature_value x
        where x.object = e.container and x.feature = 'key' and x.item = '') as briefing_key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'quote' and x.item = '') as quote,
    c.ref as code,
    (select x.text from feature_value x where x.object = c.ref and x.feature = 'key' and x.item = '') as code_key,
    (select x.text from feature_value x where x.object = c.ref and x.feature = 'nameZh' and x.item = '') as code_name
from feature_value c
join object o on o.id = c.object
join object e on e.id = o.container
where c.feature = 'codes' and c.ref is not null;
comment on view v_passage_code is 'Which passage carries which code.';

create view v_evidence as select
    o.project,
    o.id,
    t.ref as target,
    g.type as target_kind,
    (select x.text from feature_value x where x.object = t.ref and x.feature = 'key' and x.item = '') as target_key,
    coalesce((select x.text from feature_value x where x.object = t.ref and x.feature = 'nameZh' and x.item = ''),
        (select x.text from feature_value x where x.object = t.ref and x.feature = 'name' and x.item = ''),
        (select x.text from feature_value x where x.object = t.ref and x.feature = 'label' and x.item = ''),
        (select x.text from feature_value x
        where x.object = t.ref and x.feature = 'title' and x.item = '')) as target_name,
    g.container as target_owner,
    (select x.text from feature_value x
        where x.object = g.container and x.feature = 'key' and x.item = '') as target_owner_key,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'feature' and x.item = '') as feature,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'role' and x.item = '') as role,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'stance' and x.item = '') as stance,
    (select x.number from feature_value x
        where x.object = o.id and x.feature = 'strength' and x.item = '') as strength,
    (select x.text from feature_value x
        where x.object = o.id and x.feature = 'rationale' and x.item = '') as rationale,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'author' and x.item = '') as author,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'created' and x.item = '') as created,
    p.id as passage,
    (select x.text from feature_value x where x.object = p.id and x.feature = 'quote' and x.item = '') as quote,
    (select x.number from feature_value x
        where x.object = p.id and x.feature = 'start' and x.item = '') as start_utf16,
    (select x.number from feature_value x where x.object = p.id and x.feature = 'end' and x.item = '') as end_utf16,
    e.id as edition,
    e.container as briefing,
    (select x.text from feature_value x
        where x.object = e.container and x.feature = 'key' and x.item = '') as briefing_key,
    (select x.text from feature_value x
        where x.object = e.container and x.feature = 'title' and x.item = '') as briefing_title
from object o
join feature_value t on t.object = o.id and t.feature = 'target' and t.item = ''
join object g on g.id = t.ref
join object p on p.id = o.container
join object e on e.id = p.container
where o.type = 'Evidence' and not o.deleted;
comment on view v_evidence is 'Evidence: which passage says what about which element, fact, cell or other object.
target: The object it is evidence of.
target_owner: The object that contains the target: of a fact its element, of a cell its row.
feature: The feature of the target that is meant; empty: the target as a whole.
role: What the passage is in its place: states, column, node, caption …
stance: supports, contradicts or mentions.
strength: 1 to 3; empty if not judged.
start_utf16: Offset of its first UTF-16 unit in the canonical text.
end_utf16: Offset after its last UTF-16 unit.';

create view v_revision as select
    r.project,
    r.number,
    r.author,
    r.committed_at,
    r.label,
    r.change_set,
    r.undoes,
    r.steps
from revision r;
comment on view v_revision is 'The log: one row a revision.
undoes: The change set it takes back.';

create view v_change as select
    c.project,
    c.revision,
    c.position,
    c.kind,
    c.object,
    (select o.type from object o where o.id = c.object) as object_kind,
    c.feature,
    c.old_value,
    c.new_value,
    r.author,
    r.committed_at,
    r.label
from change_log c
join revision r on r.project = c.project and r.number = c.revision;
comment on view v_change is 'The steps of all revisions, as typed JSON.
kind: create, delete, restore, put, add, remove or move.';

create view v_saved_query as select
    o.project,
    o.id,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'name' and x.item = '') as name,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'titleZh' and x.item = '') as title_zh,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'titleEn' and x.item = '') as title_en,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'sql' and x.item = '') as sql
from object o
where o.type = 'SavedQuery' and not o.deleted;
comment on view v_saved_query is 'Questions the project keeps.';

grant select on v_project, v_element, v_hub, v_mechanism, v_metric, v_organization, v_person, v_family,
    v_programme, v_budget, v_platform, v_research_project, v_scenario, v_milestone, v_concept, v_statement,
    v_lesson, v_relation_type, v_relation, v_element_hub, v_element_family, v_alias, v_fact, v_exhibit,
    v_exhibit_row, v_cell, v_node, v_edge, v_code, v_briefing, v_edition, v_part, v_passage, v_passage_code,
    v_evidence, v_revision, v_change, v_saved_query to hubmark_member;
grant select on v_project, v_element, v_hub, v_mechanism, v_metric, v_organization, v_person, v_family,
    v_programme, v_budget, v_platform, v_research_project, v_scenario, v_milestone, v_concept, v_statement,
    v_lesson, v_relation_type, v_relation, v_element_hub, v_element_family, v_alias, v_fact, v_exhibit,
    v_exhibit_row, v_cell, v_node, v_edge, v_code, v_briefing, v_edition, v_part, v_passage, v_passage_code,
    v_evidence, v_revision, v_change, v_saved_query to hubmark_query;
