package io.silverdata.contract.adapters.radius.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * A NAS in this process, with a thread of its own: takes Disconnect-Requests and CoA-Requests at a UDP port of the loopback
 * interface, checks their authenticators, and answers as it was told to: by default from its sessions, in fair weather. Safe
 * for use by any number of threads.
 */
public final class SimulatedNas implements AutoCloseable {
    // a thousand requests at once are more than a system's default holds
    private static final int RECEIVE_BUFFER = 2 * 1_024 * 1_024;

    private final String secret;
    private final boolean strict;
    private final NasWeather weather;
    private final Random random;
    private final NasSessions sessions;
    private final DatagramChannel channel;
    private final @Nullable DatagramChannel answers;
    private final Selector selector;
    private final Thread thread;
    private final BlockingQueue<NasRequest> received = new LinkedBlockingQueue<>(100_000);
    private final PriorityQueue<Outgoing> outgoing =
            new PriorityQueue<>(Comparator.comparingLong(Outgoing::at).thenComparingLong(Outgoing::number));
    private volatile NasBehaviour behaviour;
    private volatile boolean closed;
    private long number;

    private SimulatedNas(Builder builder) {
        this.secret = builder.secret;
        this.strict = builder.strict;
        this.weather = builder.weather;
        this.random = new Random(builder.seed);
        this.sessions = builder.sessions;
        this.behaviour = builder.behaviour == null ? sessions : builder.behaviour;
        try {
            this.selector = Selector.open();
            this.channel = DatagramChannel.open()
                    .setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER)
                    .bind(new InetSocketAddress(builder.address, builder.port));
            channel.configureBlocking(false).register(selector, SelectionKey.OP_READ);
            this.answers =
                    builder.otherSource ? DatagramChannel.open().bind(new InetSocketAddress(builder.address, 0)) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.thread = new Thread(this::run, "simulated-nas");
        thread.setDaemon(true);
        thread.start();
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Outgoing(long at, long number, byte[] datagram, InetSocketAddress to) {}

    /** Begins with everything at its default. */
    public static Builder builder(String secret) {
        return new Builder(secret);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        try {
            return (InetSocketAddress) channel.getLocalAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its subscribers. */
    public NasSessions sessions() {
        return sessions;
    }

    /** From now on answers so. */
    public void behave(NasBehaviour other) {
        behaviour = other;
    }

    /** Every authentic request that arrived and was not taken from here yet, repeated ones too; at most 100,000 are kept. */
    public BlockingQueue<NasRequest> received() {
        return received;
    }

    /** Frees the port: whoever sends to it now learns that nobody listens. */
    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        ByteBuffer buffer = ByteBuffer.allocate(65_535);
        try (selector;
                channel;
                answers) {
            while (!closed) {
                long now = System.nanoTime();
                sendDue(now);
                long wait = outgoing.isEmpty() ? 0 : Math.max(1, (outgoing.element().at - now) / 1_000_000);
                selector.select(key -> {}, wait);
                receive(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void receive(ByteBuffer buffer) throws IOException {
        for (InetSocketAddress from = receiveOne(buffer); from != null; from = receiveOne(buffer)) {
            byte[] packet = new byte[buffer.flip().remaining()];
            buffer.get(packet);
            InetSocketAddress sender = from;
            if (random.nextDouble() >= weather.requestLoss()) {
                NasRequest.read(packet, sender)
                        .filter(request -> NasSignature.isRight(request, secret, strict))
                        .ifPresent(this::answer);
            }
            sendDue(System.nanoTime());
        }
    }

    private @Nullable InetSocketAddress receiveOne(ByteBuffer buffer) throws IOException {
        buffer.clear();
        return (InetSocketAddress) channel.receive(buffer);
    }

    private void answer(NasRequest request) {
        received.offer(request);
        for (byte[] datagram : behaviour.answer(request, secret)) {
            schedule(datagram, request.from());
            if (random.nextDouble() < weather.duplicates()) {
                schedule(datagram, request.from());
            }
        }
    }

    private void schedule(byte[] datagram, InetSocketAddress to) {
        if (random.nextDouble() < weather.answerLoss()) {
            return;
        }
        long spread = weather.spread().isZero()
                ? 0
                : (long) (random.nextDouble() * weather.spread().toNanos());
        outgoing.add(new Outgoing(System.nanoTime() + weather.delay().toNanos() + spread, number++, datagram, to));
    }

    private void sendDue(long now) throws IOException {
        while (!outgoing.isEmpty() && outgoing.element().at - now <= 0) {
            Outgoing next = outgoing.remove();
            Objects.requireNonNullElse(answers, channel).send(ByteBuffer.wrap(next.datagram), next.to);
        }
    }

    /** The settings. Not thread-safe. */
    public static final class Builder {
        private final String secret;
        private InetAddress address = InetAddress.getLoopbackAddress();
        private int port;
        private boolean strict = true;
        private boolean otherSource;
        private long seed = 1;
        private NasWeather weather = NasWeather.fair();
        private NasSessions sessions = new NasSessions();
        private @Nullable NasBehaviour behaviour;

        private Builder(String secret) {
            this.secret = Objects.requireNonNull(secret, "secret");
        }

        /** Default: the loopback address. */
        public Builder address(InetAddress value) {
            address = value;
            return this;
        }

        /** Default 0: any that is free. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** Whether requests without Message-Authenticator, as the first attribute, and Event-Timestamp are dropped. Default true. */
        public Builder strict(boolean value) {
            strict = value;
            return this;
        }

        /** Whether answers come from another port than requests go to. Default false. */
        public Builder otherSource(boolean value) {
            otherSource = value;
            return this;
        }

        /** For the weather. Default 1. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /** Default {@link NasWeather#fair}. */
        public Builder weather(NasWeather value) {
            weather = value;
            return this;
        }

        /** Default: none yet, and no quirks. */
        public Builder sessions(NasSessions value) {
            sessions = value;
            return this;
        }

        /** How it answers. Default: as its sessions say. */
        public Builder behaviour(NasBehaviour value) {
            behaviour = value;
            return this;
        }

        /** Listens. */
        public SimulatedNas start() {
            return new SimulatedNas(this);
        }
    }

    /** For messages of tests: what was received and not taken yet. */
    @Override
    public String toString() {
        return "SimulatedNas[" + address() + ", " + List.copyOf(received).size() + " received]";
    }
}
