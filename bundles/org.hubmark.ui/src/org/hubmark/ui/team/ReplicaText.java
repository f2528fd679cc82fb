package org.hubmark.ui.team;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import org.hubmark.core.nls.Messages;
import org.hubmark.core.replica.ReplicaState;

/** What a user is told about the copy for work without the server. */
public final class ReplicaText {

    private ReplicaText() {
    }

    /** One sentence; empty if there is no server to be without. */
    public static String of(ReplicaState state) {
        if (state == null) {
            return "";
        }
        Messages messages = Messages.of(ReplicaText.class);
        return switch (state.kind()) {
            case NONE -> messages.get("replica.none");
            case MAKING -> messages.get("replica.making");
            case READY -> messages.get("replica.ready", state.revision(),
                    DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                            .withLocale(messages.locale()).format(state.when().atZone(ZoneId.systemDefault())));
            case FAILED -> state.message();
        };
    }
}
