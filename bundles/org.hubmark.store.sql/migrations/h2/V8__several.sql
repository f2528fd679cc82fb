-- What waits in an outbox goes through the door in few round trips.
create alias if not exists commit_change_sets for 'org.hubmark.store.sql.H2Functions.commitChangeSets';
