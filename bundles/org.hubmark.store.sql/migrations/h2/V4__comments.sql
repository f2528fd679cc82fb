-- What members say to each other, and what waits for a decision.

comment on column object.is_record is 'False for model and codebook; true for briefings and what belongs to them, saved queries, comments, conflicts.';

create view v_comment as select
    o.project,
    o.id,
    o.container as about,
    (select c.type from object c where c.id = o.container) as about_kind,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'text' and x.item = '') as text,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'author' and x.item = '') as author,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'created' and x.item = '') as created,
    exists (select 1 from feature_value x
        where x.object = o.id and x.feature = 'resolved' and x.item = '' and x.flag) as resolved,
    (select listagg(x.text, '; ') within group (order by x.text) from feature_value x
        where x.object = o.id and x.feature = 'mentions') as mentions
from object o
where o.type = 'Comment' and not o.deleted;
comment on view v_comment is 'Comments and replies.
about: The passage, element or code it is about; of a reply the comment that it answers.
about_kind: The class of that: Passage, Hub, Code, Comment …
text: Empty if its author took it back.
created: ISO 8601, UTC.
resolved: Whether what it asks for is done.
mentions: Accounts of the members it is for, joined by semicolons.';

create view v_conflict as select
    o.project,
    o.id,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'label' and x.item = '') as label,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'author' and x.item = '') as author,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'created' and x.item = '') as created,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'state' and x.item = '') as state,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'decidedBy' and x.item = '') as decided_by,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'decidedAt' and x.item = '') as decided_at,
    (select x.text from feature_value x where x.object = o.id and x.feature = 'details' and x.item = '') as details
from object o
where o.type = 'Conflict' and not o.deleted;
comment on view v_conflict is 'Work that did not go together with a colleague''s, and what was decided.
label: What its author did.
created: When it was found, ISO 8601, UTC.
state: open, mine (the author''s side was taken), theirs (what stood was kept) or mixed.
decided_by: Empty while it is open.
details: What is contended, as JSON: object, feature, base, mine, theirs, who, when, revision.';

grant select on v_comment, v_conflict to hubmark_member;
grant select on v_comment, v_conflict to hubmark_query;
