package org.hubmark.core.check;

import java.util.Locale;
import java.util.UUID;

import org.hubmark.core.nls.Messages;

/**
 * Something a check found.
 *
 * @param check the name of the check: anchor, reference, schema, evidence, total
 * @param object the object it is about
 * @param place where that is, for a user: a name, or an edition and an offset; never null
 * @param english what is wrong
 * @param chinese the same in Chinese
 */
public record Finding(Severity severity, String check, UUID object, String place, String english, String chinese) {

    /** How bad it is. */
    public enum Severity {
        /** The project is damaged here. */
        ERROR,
        /** Worth a look. */
        WARNING
    }

    /** What is wrong, in this language. */
    public String message(Locale locale) {
        return Messages.isChinese(locale) ? chinese : english;
    }
}
