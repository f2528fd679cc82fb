package org.hubmark.core.store;

import java.util.UUID;

/** An object that refers to another, and by which feature. */
public record Referrer(UUID object, String type, String feature) {
}
