package org.hubmark.core.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

import org.hubmark.core.nls.Messages;

/** Collects what one check finds, worded in both languages. */
final class Findings {

    private final Messages english = Messages.of(Findings.class, Locale.ENGLISH);
    private final Messages chinese = Messages.of(Findings.class, Locale.CHINESE);
    private final Finding.Severity severity;
    private final String check;
    private final List<Finding> found = new ArrayList<>();

    Findings(Finding.Severity severity, String check) {
        this.severity = severity;
        this.check = check;
    }

    void add(UUID object, String place, Function<Messages, String> wording) {
        found.add(new Finding(severity, check, object, place, wording.apply(english), wording.apply(chinese)));
    }

    List<Finding> all() {
        return found;
    }
}
