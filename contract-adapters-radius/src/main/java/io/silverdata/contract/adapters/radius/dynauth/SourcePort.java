package io.silverdata.contract.adapters.radius.dynauth;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/** One source port towards one NAS, with its 256 identifiers. For one thread. */
final class SourcePort implements Closeable {
    private static final int RECEIVE_BUFFER = 512 * 1_024;

    private final NasTransport transport;
    private final DatagramChannel channel;
    private final Identifiers<Exchange> identifiers;

    private SourcePort(NasTransport transport, DatagramChannel channel, Identifiers<Exchange> identifiers) {
        this.transport = transport;
        this.channel = channel;
        this.identifiers = identifiers;
    }

    /**
     * A free port. Unless answers may come from anywhere it is connected: others are not heard, and a closed port is noticed.
     *
     * @throws IOException when there is no route or no port left
     */
    static SourcePort open(NasTransport transport, Selector selector, long now) throws IOException {
        NasEndpoint nas = transport.nas();
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.configureBlocking(false);
            // room for an answer of the usual size to each identifier; the system may give less
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            if (nas.anySource()) {
                channel.bind(null);
            } else {
                channel.connect(nas.socketAddress());
            }
            SourcePort port = new SourcePort(transport, channel, new Identifiers<>(nas.identifierReuseDelay(), now));
            channel.register(selector, SelectionKey.OP_READ, port);
            return port;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    NasTransport transport() {
        return transport;
    }

    Identifiers<Exchange> identifiers() {
        return identifiers;
    }

    /** Returns whether it was sent; not, when the system's buffer is full. */
    boolean send(byte[] packet) throws IOException {
        ByteBuffer octets = ByteBuffer.wrap(packet);
        int sent = channel.isConnected()
                ? channel.write(octets)
                : channel.send(octets, transport.nas().socketAddress());
        return sent > 0;
    }

    /** Receives one datagram into the buffer. Returns whether there was one, which may have been empty. */
    boolean receive(ByteBuffer buffer) throws IOException {
        buffer.clear();
        return channel.receive(buffer) != null;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
