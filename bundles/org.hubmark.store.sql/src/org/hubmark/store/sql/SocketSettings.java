package org.hubmark.store.sql;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.util.Map;

import jdk.net.ExtendedSocketOptions;

/** What both ends of a connection need to be quick, and to notice that the other one is gone. */
final class SocketSettings {

    /** The first sign of life is asked for after this time without one, then twice more: 40 s until a dead peer is known. */
    private static final Map<SocketOption<Integer>, Integer> SIGNS_OF_LIFE = Map.of(
            ExtendedSocketOptions.TCP_KEEPIDLE, 20, ExtendedSocketOptions.TCP_KEEPINTERVAL, 10,
            ExtendedSocketOptions.TCP_KEEPCOUNT, 2);

    private SocketSettings() {
    }

    static void apply(Socket socket) throws IOException {
        // without it each small message waits for the acknowledgement of the one before: 40 ms
        socket.setTcpNoDelay(true);
        socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        for (Map.Entry<SocketOption<Integer>, Integer> sign : SIGNS_OF_LIFE.entrySet()) {
            if (socket.supportedOptions().contains(sign.getKey())) {
                socket.setOption(sign.getKey(), sign.getValue());
            }
        }
    }
}
