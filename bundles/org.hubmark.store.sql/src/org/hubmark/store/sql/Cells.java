package org.hubmark.store.sql;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.hubmark.core.change.Value;
import org.hubmark.core.text.SourceText;

/** How a value lies in a row of feature_value. */
final class Cells {

    /** The columns of a value, in the order {@link #read} and {@link #columns} keep. */
    static final String COLUMNS = "text, number, flag, ref";
    /** A longer key of an item is replaced by its hash, so that it fits its column and the index. */
    private static final int LONGEST_KEY = 70;

    private Cells() {
    }

    /** The value in the four columns from {@code first} on, or null if it is unset. */
    static Value read(ResultSet row, int first) throws SQLException {
        String text = row.getString(first);
        if (text != null) {
            return Value.of(text);
        }
        UUID ref = row.getObject(first + 3, UUID.class);
        if (ref != null) {
            return Value.ref(ref);
        }
        BigDecimal number = row.getBigDecimal(first + 1);
        if (number != null) {
            return Value.of(number);
        }
        boolean flag = row.getBoolean(first + 2);
        return row.wasNull() ? null : Value.of(flag);
    }

    /** What goes into the four columns; three of them, or all, are null. */
    static Object[] columns(Value value) {
        return switch (value) {
            case null -> new Object[] {null, null, null, null};
            case Value.Text(String text) -> new Object[] {text, null, null, null};
            case Value.Number(BigDecimal number) -> new Object[] {null, number, null, null};
            case Value.Flag(boolean flag) -> new Object[] {null, null, flag, null};
            case Value.Ref(UUID id) -> new Object[] {null, null, null, id};
        };
    }

    /** The key of an item in its set: equal for equal values, never empty. */
    static String item(Value value) {
        String key = switch (value) {
            case Value.Text(String text) -> "t" + text;
            case Value.Number(BigDecimal number) -> "n" + number;
            case Value.Flag(boolean flag) -> "f" + flag;
            case Value.Ref(UUID id) -> "r" + id;
        };
        return key.length() <= LONGEST_KEY ? key : "#" + SourceText.sha256(key.getBytes(StandardCharsets.UTF_8));
    }
}
