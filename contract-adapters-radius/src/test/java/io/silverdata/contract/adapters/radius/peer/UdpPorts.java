package io.silverdata.contract.adapters.radius.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.function.IntFunction;

/** Ports for programs that cannot choose one themselves. */
final class UdpPorts {
    private static final int ATTEMPTS = 5;

    private UdpPorts() {}

    /** A UDP port that was free a moment ago, on every address. */
    static int free() {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(0))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts something, again with other ports when somebody else was quicker. */
    static <T> T retrying(IntFunction<T> start) {
        for (int attempt = 1; ; attempt++) {
            try {
                return start.apply(attempt);
            } catch (IllegalStateException e) {
                if (attempt == ATTEMPTS || !String.valueOf(e.getMessage()).contains("Address already in use")) {
                    throw e;
                }
            }
        }
    }
}
