package org.hubmark.store.sql;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.server.RunningServer;
import org.hubmark.core.server.ServerSettings;
import org.hubmark.core.server.ServerStatus;
import org.hubmark.core.server.TeamServers;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.hubmark.store.sql.ControlRequest.Task;

import com.google.gson.JsonElement;

/** Team servers on H2. Safe for use by several threads. */
public final class SqlTeamServers implements TeamServers {

    private static final long LOOK_MS = 50;

    private final Messages messages = Messages.of(SqlTeamServers.class);
    private final H2Classes classes;

    public SqlTeamServers() {
        Loopback.require();
        classes = new H2Classes();
    }

    /** Called when the component starts. */
    void activate() {
        classes.add();
    }

    void deactivate() {
        classes.remove();
    }

    /** Something that is done in a base in which no server runs. */
    private interface Work<T> {
        T in(ServerFolder folder) throws IOException, SQLException, StoreException;
    }

    @Override
    public RunningServer start(ServerSettings settings, IProgressMonitor monitor) throws StoreException {
        try {
            ServerFolder folder = ServerFolder.make(settings.base());
            ServerFolder.Lock lock = folder.lock();
            if (lock == null) {
                throw new StoreException(Kind.REFUSED, messages.get("error.running", folder.base()));
            }
            return H2TeamServer.start(settings, folder, lock);
        } catch (IOException e) {
            throw Failures.of(e, settings.base().toString());
        }
    }

    @Override
    public void create(Path base, String database, Member administrator, char[] password, IProgressMonitor monitor)
            throws StoreException {
        ControlRequest request = new ControlRequest(null, Task.CREATE, database, administrator.account(),
                administrator.name(), new String(password), null, false);
        perform(base, request, folder -> {
            new NewDatabase(folder).make(database, administrator, password);
            return null;
        });
    }

    @Override
    public ServerStatus status(Path base, IProgressMonitor monitor) throws StoreException {
        return ControlSocket.GSON.fromJson(ask(base, ControlRequest.of(Task.STATUS, null)), ServerStatus.class);
    }

    @Override
    public void stop(Path base, IProgressMonitor monitor) throws StoreException {
        ask(base, ControlRequest.of(Task.STOP, null));
        try {
            ServerFolder folder = ServerFolder.make(base);
            for (ServerFolder.Lock lock = folder.lock();; lock = folder.lock()) {
                if (lock != null) {
                    lock.close();
                    return;
                }
                if (monitor.isCanceled()) {
                    throw new OperationCanceledException();
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MS));
            }
        } catch (IOException e) {
            throw Failures.of(e, base.toString());
        }
    }

    @Override
    public Path backup(Path base, String database, IProgressMonitor monitor) throws StoreException {
        return Path.of(perform(base, ControlRequest.of(Task.BACKUP, database), folder -> {
            try (ServedDatabase opened = ServedDatabase.open(folder, database)) {
                return new Backups(folder).take(opened).toString();
            }
        }));
    }

    @Override
    public void compact(Path base, String database, IProgressMonitor monitor) throws StoreException {
        perform(base, ControlRequest.of(Task.COMPACT, database), folder -> {
            ServedDatabase.open(folder, database, 0).close();
            return null;
        });
    }

    @Override
    public void restore(Path base, String database, Path copy, boolean evenIfOlder, IProgressMonitor monitor)
            throws StoreException {
        ControlRequest request = new ControlRequest(null, Task.RESTORE, database, null, null, null,
                copy.toAbsolutePath().toString(), evenIfOlder);
        perform(base, request, folder -> {
            new Backups(folder).restore(database, copy, evenIfOlder);
            return null;
        });
    }

    private String perform(Path base, ControlRequest request, Work<String> work) throws StoreException {
        try {
            ServerFolder folder = ServerFolder.make(base);
            try (ServerFolder.Lock lock = folder.lock()) {
                if (lock != null) {
                    return work.in(folder);
                }
            }
            return ask(base, request).getAsString();
        } catch (SQLException e) {
            throw Failures.of(e, base.toString());
        } catch (IOException e) {
            throw Failures.of(e, base.toString());
        }
    }

    private JsonElement ask(Path base, ControlRequest request) throws StoreException {
        try {
            JsonElement answer = ControlSocket.ask(new ServerFolder(base.toAbsolutePath()).control(), request);
            if (answer == null) {
                throw new StoreException(Kind.OFFLINE, messages.get("error.not.running", base));
            }
            return answer;
        } catch (IOException e) {
            throw Failures.of(e, base.toString());
        }
    }
}
