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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A NAS in this process: takes Disconnect-Requests and CoA-Requests (RFC 5176) at a UDP port of its own, drops those whose
 * authenticators are wrong, and answers the others. By default it answers as a NAS with {@link #sessions subscribers}
 * does, over a perfect network; {@link #behave} and {@link Builder#network} change that.
 *
 * <p>It has one thread, from {@link Builder#start} to {@link #close}, on which it answers one request after the other.
 * Safe for use by any number of threads.
 */
public final class SimulatedNas implements AutoCloseable {
    // a thousand requests at once are more than a system's default holds
    private static final int RECEIVE_BUFFER = 2 * 1_024 * 1_024;

    private static final int MAX_REQUESTS = 100_000;

    private final String secret;
    private final boolean strict;
    private final NetworkConditions network;
    private final Random random;
    private final NasSessions sessions;
    private final DatagramChannel channel;
    private final @Nullable DatagramChannel answers;
    private final Selector selector;
    private final Thread thread;
    private final BlockingQueue<NasRequest> received = new LinkedBlockingQueue<>(MAX_REQUESTS);
    private final PriorityQueue<Outgoing> outgoing =
            new PriorityQueue<>(Comparator.comparingLong(Outgoing::at).thenComparingLong(Outgoing::number));
    private volatile NasBehaviour behaviour;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean closed;
    private long number;

    private SimulatedNas(Builder builder) {
        this.secret = builder.secret;
        this.strict = builder.strict;
        this.network = builder.network;
        this.random = new Random(builder.seed);
        this.sessions = builder.sessions;
        this.behaviour = builder.behaviour == null ? sessions : builder.behaviour;
        try {
            this.channel = bound(builder.address, builder.port);
            this.answers = builder.otherSource ? bound(builder.address, 0) : null;
            this.selector = Selector.open();
            channel.configureBlocking(false).register(selector, SelectionKey.OP_READ);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.thread = new Thread(this::run, "simulated-nas");
        thread.setDaemon(true);
        thread.start();
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Outgoing(long at, long number, byte[] datagram, InetSocketAddress to) {}

    private static DatagramChannel bound(InetAddress address, int port) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            return channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER)
                    .bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Begins with everything at its default.
     *
     * @param secret shared with the client
     */
    public static Builder builder(String secret) {
        return new Builder(secret);
    }

    /** Where it takes requests: the address and port for the client's settings. */
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

    /** Answers this way from now on; {@code nas.behave(nas.sessions())} is the default again. */
    public void behave(NasBehaviour other) {
        behaviour = Objects.requireNonNull(other, "behaviour");
    }

    /**
     * The authentic requests that arrived, retransmissions too, but for those that were taken; at most 100,000 are kept.
     * A copy.
     */
    public List<NasRequest> requests() {
        return List.copyOf(received);
    }

    /** Takes all {@link #requests}: they are not returned again. */
    public List<NasRequest> takeRequests() {
        List<NasRequest> taken = new ArrayList<>();
        received.drainTo(taken);
        return taken;
    }

    /**
     * Takes the first of the {@link #requests}, and waits for it if there is none.
     *
     * @throws IllegalStateException when none arrived in time
     */
    public NasRequest nextRequest(Duration timeout) throws InterruptedException {
        NasRequest next = received.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
        if (next == null) {
            throw new IllegalStateException("no request arrived at " + this + " within " + timeout);
        }
        return next;
    }

    /**
     * Frees the port: whoever sends to it now learns that nobody listens. May be called again.
     *
     * @throws IllegalStateException when the behaviour threw, with that as its cause; once
     */
    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Throwable thrown = failure.getAndSet(null);
        if (thrown != null) {
            throw new IllegalStateException("the behaviour of a simulated NAS threw", thrown);
        }
    }

    /** For messages of tests. */
    @Override
    public String toString() {
        return "SimulatedNas[" + (closed ? "closed" : address()) + "]";
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
            if (random.nextDouble() >= network.requestLoss()) {
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
        for (byte[] datagram : datagrams(request)) {
            schedule(datagram, request.from());
            if (random.nextDouble() < network.duplicates()) {
                schedule(datagram, request.from());
            }
        }
    }

    /** A test that asserts in its behaviour must hear of it, and the other requests be answered. */
    private List<byte[]> datagrams(NasRequest request) {
        try {
            return behaviour.answer(request, secret);
        } catch (RuntimeException | Error thrown) {
            failure.compareAndSet(null, thrown);
            return List.of();
        }
    }

    private void schedule(byte[] datagram, InetSocketAddress to) {
        if (random.nextDouble() < network.answerLoss()) {
            return;
        }
        long jitter = network.jitter().isZero()
                ? 0
                : (long) (random.nextDouble() * network.jitter().toNanos());
        outgoing.add(new Outgoing(System.nanoTime() + network.delay().toNanos() + jitter, number++, datagram, to));
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
        private NetworkConditions network = NetworkConditions.perfect();
        private NasSessions sessions = new NasSessions();
        private @Nullable NasBehaviour behaviour;

        private Builder(String secret) {
            this.secret = Objects.requireNonNull(secret, "secret");
        }

        /** The address that it listens at. Default: the loopback address. */
        public Builder address(InetAddress value) {
            address = Objects.requireNonNull(value, "address");
            return this;
        }

        /** The port that it listens at. Default 0: any that is free. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /**
         * Whether requests are dropped that have no Message-Authenticator as their first attribute, or no
         * Event-Timestamp. Default true; the adapter's requests have both.
         */
        public Builder strict(boolean value) {
            strict = value;
            return this;
        }

        /** Whether answers come from another port than requests go to. Default false. */
        public Builder otherSource(boolean value) {
            otherSource = value;
            return this;
        }

        /** For the chance in the network conditions. Default 1. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /** What the network does to datagrams. Default {@link NetworkConditions#perfect}. */
        public Builder network(NetworkConditions value) {
            network = Objects.requireNonNull(value, "network");
            return this;
        }

        /** Its subscribers. Default: none yet, and no quirks. */
        public Builder sessions(NasSessions value) {
            sessions = Objects.requireNonNull(value, "sessions");
            return this;
        }

        /** How it answers. Default: as its sessions do. */
        public Builder behaviour(NasBehaviour value) {
            behaviour = Objects.requireNonNull(value, "behaviour");
            return this;
        }

        /**
         * Opens the port and starts the thread, a daemon.
         *
         * @throws UncheckedIOException when the port is taken
         */
        public SimulatedNas start() {
            return new SimulatedNas(this);
        }
    }
}
