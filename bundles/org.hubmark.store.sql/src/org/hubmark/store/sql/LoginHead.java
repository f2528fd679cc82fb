package org.hubmark.store.sql;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The first message of a client of H2, in H2's own protocol, which is the same from version 17 to 21 of it: what it wants to
 * open, as whom, and with which settings. Or, with no database and no URL, the wish to cancel a statement of another
 * connection, whose secret name it gives.
 *
 * @param database null for a cancellation, as is everything after it but {@code cancelled}
 * @param password the hash of name and password, or null
 * @param cancelled the connection and the number of the statement to cancel, or null
 */
record LoginHead(int oldest, int newest, String database, String url, String account, byte[] password,
        Map<String, String> settings, Cancelled cancelled) {

    private static final int CANCEL = 13;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_HASH = 64;
    private static final int MOST_SETTINGS = 60;

    /** A statement that is to be ended. */
    record Cancelled(String connection, int statement) {
    }

    /** Reads no more than the message. Nothing it says leads to a large piece of memory. */
    static LoginHead read(DataInputStream in) throws IOException {
        int oldest = in.readInt();
        int newest = in.readInt();
        String database = text(in);
        String url = text(in);
        if (database == null && url == null) {
            String connection = text(in);
            if (in.readInt() != CANCEL) {
                throw new ProtocolException("no login and no cancellation");
            }
            return new LoginHead(oldest, newest, null, null, null, null, Map.of(),
                    new Cancelled(connection, in.readInt()));
        }
        String account = text(in);
        byte[] password = bytes(in);
        if (bytes(in) != null) {
            throw new ProtocolException("a password for the file");
        }
        int count = length(in.readInt(), MOST_SETTINGS);
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            settings.put(String.valueOf(text(in)), text(in));
        }
        return new LoginHead(oldest, newest, database, url, account, password, settings, null);
    }

    LoginHead with(Map<String, String> others) {
        return new LoginHead(oldest, newest, database, url, account, password, others, cancelled);
    }

    byte[] write() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(oldest);
        out.writeInt(newest);
        write(out, database);
        write(out, url);
        if (cancelled != null) {
            write(out, cancelled.connection());
            out.writeInt(CANCEL);
            out.writeInt(cancelled.statement());
            return bytes.toByteArray();
        }
        write(out, account);
        out.writeInt(password == null ? -1 : password.length);
        if (password != null) {
            out.write(password);
        }
        out.writeInt(-1);
        out.writeInt(settings.size());
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            write(out, setting.getKey());
            write(out, setting.getValue());
        }
        return bytes.toByteArray();
    }

    static void write(DataOutputStream out, String text) throws IOException {
        out.writeInt(text == null ? -1 : text.length());
        if (text != null) {
            out.writeChars(text);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length == -1) {
            return null;
        }
        char[] text = new char[length(length, LONGEST_TEXT)];
        for (int i = 0; i < text.length; i++) {
            text[i] = in.readChar();
        }
        return new String(text);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length == -1) {
            return null;
        }
        byte[] bytes = new byte[length(length, LONGEST_HASH)];
        in.readFully(bytes);
        return bytes;
    }

    private static int length(int length, int most) throws ProtocolException {
        if (length < 0 || length > most) {
            throw new ProtocolException("a length of " + length);
        }
        return length;
    }
}
