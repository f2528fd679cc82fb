package org.hubmark.core.session;

import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.store.CommitResult;

/** A change set that the store did not take: a conflict or a refusal, and a message for the user. */
public record Rejection(ChangeSet changes, CommitResult result, String message) {
}
