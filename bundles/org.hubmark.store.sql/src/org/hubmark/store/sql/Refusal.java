package org.hubmark.store.sql;

import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.CommitResult.Reason;

/** Why the door refuses a change set. It crosses the wire by name, so that each client says it in its own language. */
enum Refusal {

    MEMBER_UNKNOWN(Reason.ROLE), ROLE(Reason.ROLE), PROJECT_MISSING(Reason.PROJECT), MALFORMED(Reason.MALFORMED),
    TOO_LONG(Reason.MALFORMED), ID_USED(Reason.OBJECT), OBJECT_MISSING(Reason.OBJECT), OBJECT_DELETED(Reason.OBJECT),
    NOT_DELETED(Reason.OBJECT), CONTAINER_GONE(Reason.CONTAINMENT), CYCLE(Reason.CONTAINMENT),
    NO_PLACE(Reason.CONTAINMENT), TARGET_GONE(Reason.CONTAINMENT), STILL_REFERRED(Reason.CONTAINMENT),
    STILL_CONTAINS(Reason.CONTAINMENT), NOT_NEXT(Reason.PROJECT), ADMINISTRATORS(Reason.ROLE),
    ACCOUNT_NAME(Reason.MALFORMED), ACCOUNT_USED(Reason.OBJECT), LAST_ADMINISTRATOR(Reason.ROLE),
    PASSWORD_SHORT(Reason.MALFORMED);

    private final Reason reason;

    Refusal(Reason reason) {
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** The sentence for the user; {@code detail} is a name, an id or a place, as the case may be. */
    String message(Messages messages, String detail) {
        return switch (this) {
            case MEMBER_UNKNOWN -> messages.get("refused.member", detail);
            case ROLE -> messages.get("refused.role", detail);
            case PROJECT_MISSING -> messages.get("refused.project", detail);
            case MALFORMED -> messages.get("refused.malformed", detail);
            case TOO_LONG -> messages.get("refused.long", detail);
            case ID_USED -> messages.get("refused.used", detail);
            case OBJECT_MISSING -> messages.get("refused.missing", detail);
            case OBJECT_DELETED -> messages.get("refused.deleted", detail);
            case NOT_DELETED -> messages.get("refused.living", detail);
            case CONTAINER_GONE -> messages.get("refused.container", detail);
            case CYCLE -> messages.get("refused.cycle", detail);
            case NO_PLACE -> messages.get("refused.place", detail);
            case TARGET_GONE -> messages.get("refused.target", detail);
            case STILL_REFERRED -> messages.get("refused.referred", detail);
            case STILL_CONTAINS -> messages.get("refused.contains", detail);
            case NOT_NEXT -> messages.get("refused.next", detail);
            case ADMINISTRATORS -> messages.get("refused.administrators", detail);
            case ACCOUNT_NAME -> messages.get("refused.account", detail);
            case ACCOUNT_USED -> messages.get("refused.account.used", detail);
            case LAST_ADMINISTRATOR -> messages.get("refused.administrator.last", detail);
            case PASSWORD_SHORT -> messages.get("refused.password", detail);
        };
    }
}
