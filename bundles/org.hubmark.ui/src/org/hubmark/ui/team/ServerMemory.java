package org.hubmark.ui.team;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

import org.hubmark.core.project.ServerProject;
import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.ProjectInfo;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers servers in the settings of the user. The application makes it and registers it as a service. Any thread;
 * returns at once.
 */
public final class ServerMemory {

    private static final Logger LOG = LoggerFactory.getLogger(ServerMemory.class);
    private static final String KEY = "servers";

    private final Path data;
    private final Preferences settings;

    /**
     * @param data the data folder of the product, which holds a folder for each project on a server
     * @param settings where it is remembered
     */
    public ServerMemory(Path data, Preferences settings) {
        this.data = data;
        this.settings = settings;
    }

    RecentServers recent() {
        return RecentServers.parse(settings.get(KEY, ""));
    }

    /** The projects on servers that were open, the last one first. */
    public List<ServerProject> projects() {
        return recent().visits().stream().map(this::place).toList();
    }

    /** The one of them that has this folder. */
    public Optional<ServerProject> withFolder(String name) {
        return projects().stream().filter(p -> p.folder().getFileName().toString().equals(name)).findFirst();
    }

    /** It is the newest one from now on, under this name. */
    public void visited(ServerProject place, String name) {
        change(recent -> recent.visited(new RecentServers.Visit(
                new RecentServers.Login(place.address(), place.account()), place.project(), name)));
    }

    void trust(ServerAddress address, Trust trust) {
        change(recent -> recent.trusting(address, trust));
    }

    void forget(RecentServers.Login login) {
        change(recent -> recent.without(login));
    }

    ServerProject place(ServerAddress address, String account, ProjectInfo project) {
        return ServerProject.of(data, address, account, project.id(), project.name());
    }

    private ServerProject place(RecentServers.Visit visit) {
        return ServerProject.of(data, visit.login().address(), visit.login().account(), visit.project(), visit.name());
    }

    private synchronized void change(UnaryOperator<RecentServers> change) {
        settings.put(KEY, change.apply(recent()).format());
        CompletableFuture.runAsync(this::flush);
    }

    private void flush() {
        try {
            settings.flush();
        } catch (BackingStoreException e) {
            LOG.warn("the next start will not know the servers that were new now", e);
        }
    }
}
