package org.hubmark.store.sql;

/**
 * What a command asks of the server that runs in a base; goes over the wire as one line of JSON.
 *
 * @param secret what only those know who may read the base
 * @param database null for {@link Task#STATUS} and {@link Task#STOP}
 * @param account with name and password, of the first member, for {@link Task#CREATE} only
 * @param copy a file, for {@link Task#RESTORE} only
 */
record ControlRequest(String secret, Task task, String database, String account, String name, String password,
        String copy, boolean evenIfOlder) {

    /** What can be asked. */
    enum Task {
        STATUS, STOP, CREATE, BACKUP, COMPACT, RESTORE
    }

    static ControlRequest of(Task task, String database) {
        return new ControlRequest(null, task, database, null, null, null, null, false);
    }

    ControlRequest with(String known) {
        return new ControlRequest(known, task, database, account, name, password, copy, evenIfOlder);
    }
}
