package org.hubmark.store.sql;

import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.Page;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps H2 from writing an open file when it likes to. What H2 2.5.252 writes while a transaction changes something or is
 * being committed is torn after a kill (decision 10), so it may only write when the door says so. Nothing of SQL can say
 * that: with WRITE_DELAY=0 it writes at the end of each transaction of anybody, with any other one in the background, and
 * with each of them when more than 19 MB wait. So the door reaches through the connection for H2's own store. To be used
 * under the lock of the door.
 */
final class H2Storage {

    private static final Logger LOG = LoggerFactory.getLogger(H2Storage.class);
    /** A delay less than nothing: no thread in the background, and nothing at the end of a transaction. */
    private static final int NEVER = -1;
    /**
     * How many bytes may wait to be written, which are in memory until then, as H2 counts them, which is too many. Four times
     * as many must not overflow an int.
     */
    private static final int CREDIT = (int) Math.min(400L << 20, Runtime.getRuntime().maxMemory() / 4);
    /** When so many wait, by the same count, H2 is told to write. Everybody waits for that: 50 ms if it were all the credit. */
    private static final int ENOUGH = Math.min(150 << 20, CREDIT);
    private static final int ATTEMPTS = 20;
    private static final String NAMES = "name.";
    private static final String UNDO_LOGS = "undoLog.";
    private static final int HEXADECIMAL = 16;
    /** The number of the last entry of the log of a transaction that is being committed. */
    private static final long COMMITTING = (1L << 40) - 1;

    /** How H2 is told to write. */
    interface Writing {
        void run() throws SQLException;
    }

    private final MVStore store;
    private long version;
    /** What has been taken from the count of H2 since it wrote; whatever it has when the file is opened is enough. */
    private long waiting = ENOUGH;

    private H2Storage(MVStore store) {
        this.store = store;
        this.version = store.getCurrentVersion();
    }

    /**
     * What the connection, which must be one of H2 itself and not out of a pool, leads to.
     *
     * @return null if another process has the file open
     */
    static H2Storage of(Connection connection) throws SQLException {
        try {
            Object session = call(connection, "getSession");
            if ((Boolean) call(session, "isRemote")) {
                return null;
            }
            return new H2Storage((MVStore) call(call(call(session, "getDatabase"), "getStore"), "getMvStore"));
        } catch (InvocationTargetException e) {
            throw new SQLException("H2 does not say where it stores", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new SQLException("this is another H2 than the one this program was made for", e);
        }
    }

    /** The packages of these classes are not exported to other bundles, so they cannot be named here. */
    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
    }

    /** From now on H2 does not write by itself. To be called whenever it may have been told otherwise; costs nothing then. */
    void hold() {
        if (store.getAutoCommitDelay() != NEVER) {
            store.setAutoCommitDelay(0);    // waits for the thread in the background, which a negative delay does not
            store.setAutoCommitDelay(NEVER);
        }
        giveCredit();
    }

    /**
     * Makes room for all that may come before the next call. H2 counts what waits in a number that everybody may add to, so
     * it is set far below nothing.
     */
    void giveCredit() {
        int counted = store.getUnsavedMemory() + CREDIT;
        store.registerUnsavedMemory(-counted);
        waiting += counted;
    }

    /** Whether H2 should write as soon as no transaction is under way: it has done so by itself, or too much waits. */
    boolean isDue() {
        return store.getCurrentVersion() != version || waiting + store.getUnsavedMemory() > ENOUGH;
    }

    /**
     * Lets H2 write, again if somebody else has locked rows or let go of them meanwhile: whoever may read a row may lock it,
     * and H2 takes the logs of transactions and the tables one after the other.
     */
    void write(Writing writing) throws SQLException {
        boolean whole = false;
        for (int attempt = 0; attempt < ATTEMPTS && !whole; attempt++) {
            Map<String, Page<?, ?>> before = undoLogs();
            writing.run();
            whole = !before.containsValue(null) && isSame(before, undoLogs());
        }
        if (!whole) {
            LOG.warn("somebody locks rows without a pause; what H2 has written may hold some of these locks");
        }
        version = store.getCurrentVersion();
        giveCredit();
        waiting = CREDIT;
    }

    /** What each transaction has logged until now, null for one that is being committed. */
    private Map<String, Page<?, ?>> undoLogs() {
        Map<String, Page<?, ?>> logs = new HashMap<>();
        for (String name : store.getMapNames()) {
            String id = name.startsWith(UNDO_LOGS) ? store.getMetaMap().get(NAMES + name) : null;
            MVMap<Long, ?> log = id == null ? null : store.getMap(Integer.parseInt(id, HEXADECIMAL));
            if (log != null) {
                Page<?, ?> root = log.flushAndGetRoot().root;
                Long last = log.lastKey();
                logs.put(name, last != null && (last & COMMITTING) == COMMITTING ? null : root);
            }
        }
        return logs;
    }

    /** A log that has changed has another page. */
    private static boolean isSame(Map<String, Page<?, ?>> before, Map<String, Page<?, ?>> after) {
        return before.keySet().equals(after.keySet())
                && before.entrySet().stream().allMatch(log -> log.getValue() == after.get(log.getKey()));
    }
}
