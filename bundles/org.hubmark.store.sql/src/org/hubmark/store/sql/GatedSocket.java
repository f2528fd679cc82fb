package org.hubmark.store.sql;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.net.ssl.SSLSocket;

import org.h2.api.ErrorCode;
import org.hubmark.store.sql.LoginRules.NotAllowed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection of a client, as H2 sees it: what H2 reads first has been checked, and may have been changed, by
 * {@link LoginRules}. TLS and the check happen when H2 reads for the first time, on the thread it has for this client.
 * <p>
 * When H2 gives a connection up, it sends what is left first, and if that fails because the client has gone, it forgets to
 * close the socket; so this one closes itself as soon as anything fails.
 */
final class GatedSocket extends Socket {

    private static final Logger LOG = LoggerFactory.getLogger(GatedSocket.class);
    /** Whoever has not said by then who it is, is cut off. */
    private static final int LOGIN_MS = 15_000;

    private final SSLSocket client;
    private final LoginRules rules;
    private final NotAllowed refused;
    private final Runnable closed;
    private final AtomicBoolean open = new AtomicBoolean(true);

    /**
     * @param refused why this client is to be sent away whatever it asks for, or null
     * @param closed run once, when the connection is given up
     */
    GatedSocket(SSLSocket client, LoginRules rules, NotAllowed refused, Runnable closed) throws IOException {
        this.client = client;
        this.rules = rules;
        this.refused = refused;
        this.closed = closed;
        client.setSoTimeout(LOGIN_MS);
    }

    @Override
    public InputStream getInputStream() {
        return new Checked();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new Sent(client.getOutputStream());
    }

    private InputStream login() throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
        LoginHead asked = LoginHead.read(in);
        try {
            if (refused != null) {
                throw refused;
            }
            LoginHead checked = rules.check(asked);
            client.setSoTimeout(0);
            return new SequenceInputStream(new ByteArrayInputStream(checked.write()), in);
        } catch (NotAllowed e) {
            LOG.info("{} as {} from {}: {}", asked.database(), asked.account(), client.getInetAddress(),
                    e.getMessage());
            answer(e);
            close();
            return InputStream.nullInputStream();
        }
    }

    /** In H2's own form: an error, its state, text, statement, code and stack trace. */
    private void answer(NotAllowed why) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(client.getOutputStream()));
        out.writeInt(0);
        LoginHead.write(out, ErrorCode.getState(why.code()));
        LoginHead.write(out, why.getMessage());
        LoginHead.write(out, null);
        out.writeInt(why.code());
        LoginHead.write(out, why.getMessage());
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (open.compareAndSet(true, false)) {
            closed.run();
        }
        client.close();
    }

    @Override
    public boolean isClosed() {
        return client.isClosed();
    }

    @Override
    public boolean isConnected() {
        return client.isConnected();
    }

    @Override
    public InetAddress getInetAddress() {
        return client.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return client.getLocalAddress();
    }

    @Override
    public int getPort() {
        return client.getPort();
    }

    @Override
    public int getLocalPort() {
        return client.getLocalPort();
    }

    private final class Checked extends InputStream {
        private InputStream in;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                if (in == null) {
                    in = login();
                }
                int read = in.read(bytes, from, length);
                if (read < 0) {
                    close();
                }
                return read;
            } catch (IOException e) {
                close();
                throw e;
            }
        }

        @Override
        public int available() throws IOException {
            return in == null ? 0 : in.available();
        }

        @Override
        public void close() throws IOException {
            GatedSocket.this.close();
        }
    }

    private final class Sent extends OutputStream {
        private final OutputStream out;

        private Sent(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                GatedSocket.this.close();
                throw e;
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
