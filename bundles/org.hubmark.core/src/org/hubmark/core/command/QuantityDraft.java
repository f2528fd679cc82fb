package org.hubmark.core.command;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

import org.hubmark.core.change.Value;

/** What a quantity is to hold: its raw wording and its reading. Every part but {@code raw} may be null. */
public record QuantityDraft(String raw, String qualifier, BigDecimal low, BigDecimal high, String unit, String per,
        String period) {

    /** A wording without a reading. */
    public static QuantityDraft of(String raw) {
        return new QuantityDraft(raw, null, null, null, null, null, null);
    }

    Map<String, Value> values() {
        Map<String, Value> values = new TreeMap<>();
        put(values, "raw", Value.of(raw));
        put(values, "qualifier", Value.of(qualifier));
        put(values, "low", Value.of(low));
        put(values, "high", Value.of(high));
        put(values, "unit", Value.of(unit));
        put(values, "per", Value.of(per));
        put(values, "period", Value.of(period));
        return values;
    }

    private static void put(Map<String, Value> values, String feature, Value value) {
        if (value != null) {
            values.put(feature, value);
        }
    }
}
