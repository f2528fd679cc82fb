package org.hubmark.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Part;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.BriefingContent;
import org.hubmark.core.store.EditionText;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;

/** Reads one edition with everything on it, and texts. */
final class BriefingReads {

    private final Access access;

    BriefingReads(Access access) {
        this.access = access;
    }

    BriefingContent read(UUID id, IProgressMonitor monitor) throws StoreException {
        return access.snapshot(monitor, connection -> {
            ObjectState edition = one(connection, id, RecordTypes.EDITION);
            ObjectState briefing = one(connection, edition.container(), RecordTypes.BRIEFING);
            List<Part> parts = new ArrayList<>();
            List<Passage> passages = new ArrayList<>();
            for (ObjectState state : ObjectReads.read(connection,
                    new ObjectReads.Selection("object o", "o.container = ? and not o.deleted", id))) {
                if (state.type().equals(RecordTypes.PART)) {
                    parts.add(Part.of(state));
                } else if (state.type().equals(RecordTypes.PASSAGE)) {
                    passages.add(Passage.of(state));
                }
            }
            parts.sort(Comparator.comparingInt(Part::start).thenComparing(Comparator.comparingInt(Part::end).reversed())
                    .thenComparing(part -> part.id().toString()));
            passages.sort(byPlace());
            Edition record = Edition.of(edition);
            return new BriefingContent(ProjectReads.newest(connection, briefing.container()), Briefing.of(briefing),
                    record, text(connection, record.textSha256()).text(), parts, passages,
                    evidence(connection, id, passages));
        });
    }

    EditionText text(String textSha256, IProgressMonitor monitor) throws StoreException {
        return access.run(monitor, connection -> text(connection, textSha256));
    }

    /** As passages stand in an edition: by start, the outer one first. */
    static Comparator<Passage> byPlace() {
        return Comparator.comparingInt((Passage p) -> p.anchor().start())
                .thenComparing(Comparator.comparingInt((Passage p) -> p.anchor().end()).reversed())
                .thenComparing(p -> p.id().toString());
    }

    private static List<Evidence> evidence(Connection connection, UUID edition, List<Passage> passages)
            throws SQLException {
        Map<UUID, Integer> places = new HashMap<>();
        passages.forEach(passage -> places.put(passage.id(), places.size()));
        return ObjectReads.read(connection, new ObjectReads.Selection(
                "object p join object o on o.container = p.id",
                "p.container = ? and o.type = 'Evidence' and not o.deleted", edition)).stream().map(Evidence::of)
                .sorted(Comparator.comparingInt((Evidence e) -> places.getOrDefault(e.passage(), Integer.MAX_VALUE))
                        .thenComparing(Evidence::order).thenComparing(e -> e.id().toString()))
                .toList();
    }

    private static ObjectState one(Connection connection, UUID id, String type) throws SQLException, StoreException {
        List<ObjectState> found = ObjectReads.read(connection, ObjectReads.Selection.of(List.of(id)));
        if (found.isEmpty() || !found.getFirst().type().equals(type)) {
            throw new StoreException(Kind.OTHER, Messages.of(BriefingReads.class).get("error.edition", id));
        }
        return found.getFirst();
    }

    private static EditionText text(Connection connection, String textSha256) throws SQLException, StoreException {
        try (PreparedStatement query = connection.prepareStatement(
                "select text, file_sha256, original from edition_text where text_sha256 = ?")) {
            query.setString(1, textSha256);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    return new EditionText(textSha256, row.getString(1), row.getString(2), row.getBytes(3));
                }
            }
        }
        throw new StoreException(Kind.OTHER, Messages.of(BriefingReads.class).get("error.text", textSha256));
    }
}
