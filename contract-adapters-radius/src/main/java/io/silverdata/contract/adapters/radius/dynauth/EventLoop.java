package io.silverdata.contract.adapters.radius.dynauth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work of the client's one thread: takes requests from callers, waits for datagrams and timers, and hands them on. */
final class EventLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);
    // of one port at a time, so that a flood at one does not keep the others waiting
    private static final int MAX_DATAGRAMS = 64;
    private static final long MILLISECOND = Duration.ofMillis(1).toNanos();

    private final Clock clock;
    private final LongSupplier ticker;
    private final RandomGenerator random;
    private final DynamicAuthorizationListener listener;
    private final Supplier<Collection<NasTransport>> transports;
    private final Selector selector;
    private final TimerWheel timers;
    private final Queue<Exchange> submitted = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean selecting = new AtomicBoolean();
    // one octet more than the longest packet, to see what is longer
    private final ByteBuffer buffer = ByteBuffer.allocate(ResponseReader.MAX_OCTETS + 1);
    private volatile boolean closing;
    private volatile boolean ended;

    EventLoop(
            Clock clock,
            LongSupplier ticker,
            RandomGenerator random,
            DynamicAuthorizationListener listener,
            Supplier<Collection<NasTransport>> transports) {
        this.clock = clock;
        this.ticker = ticker;
        this.random = random;
        this.listener = listener;
        this.transports = transports;
        this.timers = new TimerWheel(ticker.getAsLong());
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Clock clock() {
        return clock;
    }

    RandomGenerator random() {
        return random;
    }

    DynamicAuthorizationListener listener() {
        return listener;
    }

    Selector selector() {
        return selector;
    }

    TimerWheel timers() {
        return timers;
    }

    /** Gives a request to the thread. On any thread. */
    void submit(Exchange exchange) {
        submitted.add(exchange);
        wakeUp();
        if (ended) {
            refuseSubmitted();
        }
    }

    /** Makes the thread run the timers that are due. On any thread. */
    void wakeUp() {
        if (selecting.compareAndSet(true, false)) {
            selector.wakeup();
        }
    }

    /** Makes the thread end. On any thread. */
    void close() {
        closing = true;
        selector.wakeup();
    }

    @Override
    public void run() {
        try {
            while (!closing) {
                runOnce();
            }
        } catch (IOException | RuntimeException | Error e) {
            LOG.error("Dynamic authorization ended by a fault", e);
        } finally {
            end();
        }
    }

    private void runOnce() throws IOException {
        acceptSubmitted();
        logFailure(() -> timers.advance(now()));
        selecting.set(true);
        if (submitted.isEmpty()) {
            selector.select(this::receive, millisecondsToNextTimer());
        } else {
            selector.selectNow(this::receive);
        }
        selecting.set(false);
        // a host that interrupts this thread gains nothing but a selector that never waits again
        Thread.interrupted();
    }

    // zero means for ever, to the selector
    private long millisecondsToNextTimer() {
        long nanoseconds = timers.untilNext(now());
        return nanoseconds == Long.MAX_VALUE ? 0 : nanoseconds / MILLISECOND + 1;
    }

    private void acceptSubmitted() {
        for (Exchange exchange = submitted.poll(); exchange != null; exchange = submitted.poll()) {
            Exchange taken = exchange;
            logFailure(() -> taken.transport.accept(taken, now()));
        }
    }

    private void receive(SelectionKey key) {
        SourcePort port = (SourcePort) key.attachment();
        logFailure(() -> {
            for (int i = 0; i < MAX_DATAGRAMS && key.isValid(); i++) {
                if (!receiveOne(port)) {
                    return;
                }
            }
        });
    }

    private boolean receiveOne(SourcePort port) {
        try {
            if (!port.receive(buffer)) {
                return false;
            }
        } catch (PortUnreachableException e) {
            port.transport().unreachable(port, now());
            return true;
        } catch (IOException e) {
            LOG.debug("{}: cannot receive", port.transport().nas(), e);
            return false;
        }
        port.transport().received(port, buffer.array(), buffer.position(), now());
        return true;
    }

    /** A defect must not end all other requests; the deadline of its own request ends that. */
    private static void logFailure(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.error("A defect of dynamic authorization", e);
        }
    }

    private void end() {
        closing = true;
        transports.get().forEach(transport -> logFailure(() -> transport.close(now())));
        ended = true;
        refuseSubmitted();
        try {
            selector.close();
        } catch (IOException e) {
            LOG.debug("cannot close the selector", e);
        }
    }

    private void refuseSubmitted() {
        for (Exchange exchange = submitted.poll(); exchange != null; exchange = submitted.poll()) {
            exchange.transport.completeNotSent(exchange, Answer.Reason.CLOSED, "the client is closed");
        }
    }

    private long now() {
        return ticker.getAsLong();
    }
}
