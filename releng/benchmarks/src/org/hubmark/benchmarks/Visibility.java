package org.hubmark.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.change.Ids;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Cursor;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.StoreLocation;

/**
 * How long it takes from before a commit until another program holds the change; beside plain JDBC, whose reader asks for the
 * newest row again and again without a pause. On one machine System.nanoTime() is the same clock for all programs.
 */
record Visibility(String title, Work work, RawPlace raw) {

    private static final int CHANGES = 500;
    /** Whoever works all day has followed more than this. */
    private static final int WARM_UP = 1_000;
    private static final Duration PACE = Duration.ofMillis(12);

    private interface Writing {
        void write(String label) throws Exception;
    }

    void run() throws Exception {
        System.out.println("### Change to visible in another program: " + title + ", " + CHANGES + " changes\n");
        System.out.println("| | p50 ms | p95 ms | p99 ms |\n|---|---|---|---|");
        StoreLocation.Server place = work.place();
        try (OtherProcess reader = OtherProcess.start(Reader.class, place.address().toString(), place.fingerprint(),
                place.account(), new String(place.password()), work.project().toString()); AnnotationStore store = work.open()) {
            UUID client = Ids.next();
            print("Hubmark", measure(reader, label -> work.commit(store, client, label)));
        }
        try (OtherProcess reader = OtherProcess.start(RawReader.class, raw.url(), raw.user(), raw.password());
                RawPlace.Client client = new RawPlace.Client(raw)) {
            print("plain JDBC, asking without a pause", measure(reader, client::commit));
        }
        System.out.println();
    }

    private static void print(String who, Latencies times) {
        System.out.printf("| %s | %.1f | %.1f | %.1f |%n", who, times.ms(50), times.ms(95), times.ms(99));
    }

    private static Latencies measure(OtherProcess reader, Writing writing) throws Exception {
        reader.line();    // it is ready
        Latencies times = new Latencies();
        for (int i = 0; i < WARM_UP + CHANGES; i++) {
            writing.write(String.valueOf(System.nanoTime()));
            long nanos = Long.parseLong(reader.line());
            if (i >= WARM_UP) {
                times.addAll(List.of(nanos));
                LockSupport.parkNanos(PACE.toNanos());
            }
        }
        return times;
    }

    /** Says of each revision how old it was when it was here. */
    static final class Reader {
        private Reader() {
        }

        public static void main(String[] arguments) throws Exception {
            StoreLocation.Server place = new StoreLocation.Server(ServerAddress.parse(arguments[0]), arguments[1],
                    arguments[2], arguments[3].toCharArray());
            UUID project = UUID.fromString(arguments[4]);
            NullProgressMonitor monitor = new NullProgressMonitor();
            AnnotationStore store = new Work(place, project).open();
            LinkedBlockingQueue<Long> news = new LinkedBlockingQueue<>();
            long known = store.projects(monitor).stream().filter(p -> p.id().equals(project)).findFirst().orElseThrow()
                    .revision();
            store.subscribe(project, news::add);
            System.out.println("ready");
            while (true) {
                if (news.take() > known) {
                    try (Cursor<Revision> revisions = store.since(project, known, monitor)) {
                        while (revisions.hasNext()) {
                            Revision revision = revisions.next();
                            known = revision.number();
                            System.out.println(System.nanoTime() - Long.parseLong(revision.label()));
                        }
                    }
                }
            }
        }
    }

    /** The same by asking. */
    static final class RawReader {
        private RawReader() {
        }

        public static void main(String[] arguments) throws Exception {
            RawPlace place = new RawPlace(arguments[0], arguments[1], arguments[2], "");
            try (Connection connection = place.connect(); PreparedStatement newest = connection.prepareStatement(
                    "select number, label from revision where number > ? order by number")) {
                long known = 0;
                boolean ready = false;
                while (true) {
                    newest.setLong(1, known);
                    try (ResultSet row = newest.executeQuery()) {
                        while (row.next()) {
                            known = row.getLong(1);
                            if (ready) {
                                System.out.println(System.nanoTime() - Long.parseLong(row.getString(2)));
                            }
                        }
                    }
                    if (!ready) {
                        ready = true;
                        System.out.println("ready");
                    }
                }
            }
        }
    }
}
