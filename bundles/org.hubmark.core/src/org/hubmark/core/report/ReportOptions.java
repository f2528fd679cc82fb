package org.hubmark.core.report;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * What a report shows.
 *
 * @param language Chinese or English (any other is taken as English)
 * @param hubs the hubs in its scope; empty for all
 */
public record ReportOptions(Locale language, Set<UUID> hubs) {

    public ReportOptions {
        hubs = Set.copyOf(hubs);
    }
}
