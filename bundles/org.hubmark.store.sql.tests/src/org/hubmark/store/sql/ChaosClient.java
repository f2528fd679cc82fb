package org.hubmark.store.sql;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.DeleteCommand;
import org.eclipse.emf.edit.command.MoveCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.project.ModelWriter;
import org.hubmark.core.session.ModelExecutor;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SessionListener;
import org.hubmark.core.session.SyncState;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.text.SourceText;
import org.hubmark.model.Element;
import org.hubmark.model.HubModel;
import org.hubmark.model.HubmarkFactory;
import org.hubmark.model.HubmarkPackage.Literals;

/**
 * One analyst at a program of their own, who edits at random without a pause until told to finish. Says which change sets
 * were accepted, and in the end a digest of what the session shows.
 */
final class ChaosClient {

    static final String READY = "ready";
    static final String ACCEPTED = "accepted ";
    static final String REJECTED = "rejected ";
    static final String SYNCED = "synced ";
    static final String DIGEST = "digest ";

    private static final Duration PATIENCE = Duration.ofSeconds(160);
    private static final int PAUSE_MS = 4;

    private final Session session;
    private final Random random;
    private final AtomicBoolean finish = new AtomicBoolean();

    private ChaosClient(Session session, long seed) {
        this.session = session;
        this.random = new Random(seed);
    }

    /** Arguments: place of the store, project, folder of the outbox, seed. */
    public static void main(String[] arguments) throws Exception {
        AnnotationStore store = open(ChaosPlace.of(arguments[0]));
        UUID project = UUID.fromString(arguments[1]);
        try (Session session = openSession(store, project, Path.of(arguments[2]))) {
            System.out.println(READY);
            new ChaosClient(session, Long.parseLong(arguments[3])).run();
        }
    }

    private static AnnotationStore open(ChaosPlace place) throws Exception {
        for (int attempt = 1;; attempt++) {
            try {
                return reporting(new SqlStoreService().open(place.location(), new NullProgressMonitor()));
            } catch (StoreException e) {
                again(attempt, e);
            }
        }
    }

    private static Session openSession(AnnotationStore store, UUID project, Path outbox) throws Exception {
        for (int attempt = 1;; attempt++) {
            try {
                return Session.open(store, project, outbox, ModelExecutor.direct(), new NullProgressMonitor());
            } catch (StoreException e) {
                again(attempt, e);
            }
        }
    }

    private static void again(int attempt, StoreException e) throws StoreException {
        if (attempt == 300 || e.kind() != StoreException.Kind.OFFLINE) {
            throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }

    /** The store, which says of each change set that is accepted so, as soon as the session could know it. */
    private static AnnotationStore reporting(AnnotationStore store) {
        return (AnnotationStore) Proxy.newProxyInstance(ChaosClient.class.getClassLoader(),
                new Class<?>[] {AnnotationStore.class}, (proxy, method, values) -> {
                    try {
                        Object result = method.invoke(store, values);
                        if (method.getName().equals("commitAll")) {
                            report((List<?>) values[0], (List<?>) result);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void report(List<?> changes, List<?> results) {
        for (int i = 0; i < results.size(); i++) {
            UUID id = ((ChangeSet) changes.get(i)).id();
            if (results.get(i) instanceof CommitResult.Accepted(long revision)) {
                System.out.println(ACCEPTED + id + " " + revision);
            } else {
                System.out.println(REJECTED + id + " " + results.get(i).getClass().getSimpleName());
            }
        }
    }

    private void run() throws Exception {
        Thread editor = Thread.ofPlatform().start(this::editUntilFinished);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("finish")) {
                    finish.set(true);
                    editor.join();
                    System.out.println(SYNCED + session.awaitSynced(PATIENCE));
                } else {
                    reach(Long.parseLong(line));
                    System.out.println(DIGEST + digest(session));
                }
            }
        }
    }

    /** Of all that the session shows of the model; where lists have an order, of that too. */
    static String digest(Session session) {
        String[] digest = new String[1];
        session.executor().execute(() -> digest[0] = SourceText.sha256(ModelWriter.states(session.project()).stream()
                .map(ChaosClient::line).collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8)));
        return digest[0];
    }

    private static String line(ObjectState state) {
        Map<String, List<String>> items = new TreeMap<>();
        state.items().forEach((feature, set) -> {
            if (!set.isEmpty()) {
                items.put(feature, set.stream().map(Object::toString).sorted().toList());
            }
        });
        return state.id() + " " + state.type() + " " + state.placement() + " " + new TreeMap<>(state.values()) + items;
    }

    private void reach(long revision) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        session.addListener(new SessionListener() {
            @Override
            public void syncStateChanged(SyncState state) {
                if (state.revision() >= revision) {
                    reached.countDown();
                }
            }
        });
        if (session.revision() < revision) {
            reached.await();
        }
    }

    /** Keeps a queue, but not one that grows for ever. */
    private void editUntilFinished() {
        while (!finish.get()) {
            if (session.syncState().waiting() < 20) {
                session.executor().execute(this::edit);
            }
            LockSupport.parkNanos(Duration.ofMillis(PAUSE_MS).toNanos());
        }
    }

    private void edit() {
        HubModel hubs = session.project().getHubModel();
        EditingDomain domain = session.editingDomain();
        List<Element> elements = hubs.getElements();
        if (elements.size() < 30 && random.nextInt(3) == 0 || elements.isEmpty()) {
            Element element = HubmarkFactory.eINSTANCE.createHub();
            element.setNameZh("枢纽 " + random.nextInt(1000));
            domain.getCommandStack().execute(AddCommand.create(domain, hubs, Literals.HUB_MODEL__ELEMENTS, element));
            return;
        }
        Element element = elements.get(random.nextInt(elements.size()));
        String alias = "别名 " + random.nextInt(6);
        domain.getCommandStack().execute(switch (random.nextInt(12)) {
            case 0 -> elements.size() > 20 ? DeleteCommand.create(domain, element)
                    : SetCommand.create(domain, element, Literals.ELEMENT__NAME_EN, "Hub " + random.nextInt(1000));
            case 1 -> MoveCommand.create(domain, hubs, Literals.HUB_MODEL__ELEMENTS, element,
                    random.nextInt(elements.size()));
            case 2, 3, 4 -> element.getAliases().contains(alias)
                    ? RemoveCommand.create(domain, element, Literals.ELEMENT__ALIASES, alias)
                    : AddCommand.create(domain, element, Literals.ELEMENT__ALIASES, alias);
            case 5, 6, 7 -> SetCommand.create(domain, element, Literals.ELEMENT__NAME_EN, "Hub " + random.nextInt(1000));
            default -> SetCommand.create(domain, element, Literals.ELEMENT__DESCRIPTION, "述 " + random.nextInt(1000));
        });
    }
}
