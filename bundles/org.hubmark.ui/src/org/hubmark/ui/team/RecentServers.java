package org.hubmark.ui.team;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import org.hubmark.core.store.ServerAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which projects on which servers were open, and why these servers are trusted. No passwords. Immutable. */
final class RecentServers {

    static final RecentServers NONE = new RecentServers(List.of(), Map.of());

    private static final Logger LOG = LoggerFactory.getLogger(RecentServers.class);
    private static final int MOST = 30;
    private static final String VISIT = "project";
    private static final String TRUST = "trust";
    private static final String FIELD = "\t";

    /** A server and who works there. */
    record Login(ServerAddress address, String account) {
    }

    /** A project that was open. */
    record Visit(Login login, UUID project, String name) {
    }

    private final List<Visit> visits;
    private final Map<String, Trust> trusted;

    private RecentServers(List<Visit> visits, Map<String, Trust> trusted) {
        this.visits = List.copyOf(visits);
        this.trusted = Map.copyOf(trusted);
    }

    /** The projects, the last one first. */
    List<Visit> visits() {
        return visits;
    }

    /** The servers, the last one first. */
    List<Login> logins() {
        return visits.stream().map(Visit::login).distinct().toList();
    }

    /** Why a server was trusted when it was last visited, whatever its database. */
    Optional<Trust> trust(ServerAddress address) {
        return Optional.ofNullable(trusted.get(server(address)));
    }

    RecentServers trusting(ServerAddress address, Trust trust) {
        Map<String, Trust> more = new LinkedHashMap<>(trusted);
        more.put(server(address), trust);
        return new RecentServers(visits, more);
    }

    /** With this visit in front; those too long ago are left out. */
    RecentServers visited(Visit visit) {
        List<Visit> now = new ArrayList<>();
        now.add(visit);
        visits.stream().filter(Predicate.not(v -> isSame(v, visit))).limit(MOST - 1L).forEach(now::add);
        return new RecentServers(now, trusted);
    }

    private static boolean isSame(Visit one, Visit other) {
        return one.login().equals(other.login()) && one.project().equals(other.project());
    }

    /** Without a server; that it was trusted is forgotten when nothing of it is left. */
    RecentServers without(Login login) {
        List<Visit> left = visits.stream().filter(v -> !v.login().equals(login)).toList();
        String server = server(login.address());
        Map<String, Trust> still = new LinkedHashMap<>(trusted);
        if (left.stream().noneMatch(v -> server(v.login().address()).equals(server))) {
            still.remove(server);
        }
        return new RecentServers(left, still);
    }

    private static String server(ServerAddress address) {
        String whole = address.toString();
        return whole.substring(0, whole.lastIndexOf('/'));
    }

    /** A line for each; {@link #parse} reads it. */
    String format() {
        StringBuilder lines = new StringBuilder();
        visits.forEach(v -> lines.append(String.join(FIELD, VISIT, v.login().address().toString(),
                plain(v.login().account()), v.project().toString(), plain(v.name()))).append('\n'));
        trusted.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> lines.append(String.join(FIELD,
                TRUST, e.getKey(), e.getValue().fingerprint() == null ? "" : e.getValue().fingerprint())).append('\n'));
        return lines.toString();
    }

    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    /** What {@link #format} wrote; lines that make no sense are left out. */
    static RecentServers parse(String text) {
        List<Visit> visits = new ArrayList<>();
        Map<String, Trust> trusted = new LinkedHashMap<>();
        for (String line : text.split("\n")) {
            String[] fields = line.split(FIELD, -1);
            try {
                if (VISIT.equals(fields[0])) {
                    Login login = new Login(ServerAddress.parse(fields[1]), fields[2]);
                    visits.add(new Visit(login, UUID.fromString(fields[3]), fields[4]));
                } else if (TRUST.equals(fields[0])) {
                    trusted.put(fields[1], fields[2].isEmpty() ? Trust.AUTHORITIES : new Trust(fields[2]));
                }
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                LOG.warn("a remembered server can't be read and is left out: {}", line, e);
            }
        }
        return new RecentServers(visits, trusted);
    }
}
