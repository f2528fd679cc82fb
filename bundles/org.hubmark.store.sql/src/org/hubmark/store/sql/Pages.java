package org.hubmark.store.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Cuts long lists for statements that take a list as one parameter (H2 allows 65,536 entries). */
final class Pages {

    private static final int SIZE = 10_000;

    private Pages() {
    }

    static <T> List<List<T>> of(Collection<T> all) {
        List<T> list = List.copyOf(all);
        List<List<T>> pages = new ArrayList<>();
        for (int from = 0; from < list.size(); from += SIZE) {
            pages.add(list.subList(from, Math.min(from + SIZE, list.size())));
        }
        return pages;
    }
}
