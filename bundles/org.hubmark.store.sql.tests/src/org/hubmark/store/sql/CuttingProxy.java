package org.hubmark.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bad line between clients and a server of this machine: passes everything on until it is cut, at whatever byte that is. */
final class CuttingProxy implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CuttingProxy.class);
    private static final int PIECE = 1 << 14;

    private final int target;
    private final ServerSocket door;
    private final Set<Socket> lines = ConcurrentHashMap.newKeySet();

    CuttingProxy(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("proxy").start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Breaks every connection there is; new ones are let through. @return how many there were */
    int cut() throws IOException {
        int ends = 0;
        for (Socket line : lines) {
            line.close();
            ends++;
        }
        return ends / 2;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException e) {
                LOG.debug("nobody more", e);
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server = new Socket();
        lines.add(client);
        try {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
        } catch (IOException e) {
            end(client, server);
            throw e;
        }
        lines.add(server);
        Thread.ofPlatform().daemon().name("proxy-there").start(() -> pass(client, server));
        Thread.ofPlatform().daemon().name("proxy-back").start(() -> pass(server, client));
    }

    private void pass(Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                out.write(piece, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            LOG.debug("a connection ended", e);
        } finally {
            end(from, to);
        }
    }

    private void end(Socket one, Socket other) {
        for (Socket socket : new Socket[] {one, other}) {
            lines.remove(socket);
            try {
                socket.close();
            } catch (IOException e) {
                LOG.debug("it was closed already", e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
