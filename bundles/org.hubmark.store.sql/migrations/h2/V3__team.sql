-- What several people at one database need besides: who is at work, accounts, taking over a log.

drop alias wait_for_revision;
create alias wait_for_news for 'org.hubmark.store.sql.H2Functions.waitForNews';
create alias announce_presence for 'org.hubmark.store.sql.H2Functions.announcePresence';
create alias present_members for 'org.hubmark.store.sql.H2Functions.presentMembers';
create alias replay_revisions for 'org.hubmark.store.sql.H2Functions.replayRevisions';
create alias administer_members for 'org.hubmark.store.sql.H2Functions.administerMembers';

create index revision_by_time on revision (project, committed_at);
