package org.hubmark.core.store;

import java.util.List;

/**
 * The answer to a query: texts, numbers, booleans or null in {@code rows}. {@code truncated} if the limit cut it off.
 */
public record QueryResult(List<String> columns, List<List<Object>> rows, boolean truncated) {
}
