package org.hubmark.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.hubmark.core.store.LogFilter;

/** Finds what belongs to an object or once did, also what is deleted. Cost: three look-ups in an index for each found. */
final class Belongings {

    /** Parts of one query each: with {@code or} H2 would scan. */
    private static final String OF = """
            select o.id from object o where o.container = any(?)
            union select v.object from feature_value v where v.ref = any(?) and v.feature = any(?)
            union select f.object from former_owner f where f.owner = any(?)""";

    private Belongings() {
    }

    /** The object first, then level by level what belongs to it. */
    static Set<UUID> of(Connection connection, UUID object) throws SQLException {
        Set<UUID> found = new LinkedHashSet<>(Set.of(object));
        List<UUID> level = List.of(object);
        try (PreparedStatement query = connection.prepareStatement(OF)) {
            while (!level.isEmpty()) {
                level = next(query, level, found);
            }
        }
        return found;
    }

    private static List<UUID> next(PreparedStatement query, List<UUID> owners, Set<UUID> found) throws SQLException {
        Statements.bind(query, owners, owners, LogFilter.ABOUT.toArray(String[]::new), owners);
        List<UUID> fresh = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                UUID id = row.getObject(1, UUID.class);
                if (found.add(id)) {
                    fresh.add(id);
                }
            }
        }
        return fresh;
    }
}
