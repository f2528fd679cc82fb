package org.hubmark.core.store;

/**
 * What the store keeps of an imported file, besides the log and never in it.
 *
 * @param textSha256 of the UTF-8 bytes of {@code text}, lower-case hexadecimal
 * @param text the canonical text
 * @param original the bytes of the file as they were; not copied, so treat as read-only
 */
public record EditionText(String textSha256, String text, String fileSha256, byte[] original) {
}
