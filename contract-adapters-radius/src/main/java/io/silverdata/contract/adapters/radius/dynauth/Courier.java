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

/** The client's thread: takes requests over from callers, waits for datagrams and times, and hands them to the lanes. */
final class Courier implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    // of one port at a time, so that a flood at one does not keep the others waiting
    private static final int MAX_DATAGRAMS = 64;
    private static final long MILLISECOND = Duration.ofMillis(1).toNanos();

    private final Clock clock;
    private final LongSupplier ticker;
    private final RandomGenerator random;
    private final DynamicAuthorizationListener listener;
    private final Supplier<Collection<Lane>> lanes;
    private final Selector selector;
    private final TimerWheel timers;
    private final Queue<Exchange> handedOver = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asleep = new AtomicBoolean();
    // one octet more than the longest packet, to see what is longer
    private final ByteBuffer buffer = ByteBuffer.allocate(ResponseReader.MAX_OCTETS + 1);
    private volatile boolean closing;
    private volatile boolean ended;

    Courier(
            Clock clock,
            LongSupplier ticker,
            RandomGenerator random,
            DynamicAuthorizationListener listener,
            Supplier<Collection<Lane>> lanes) {
        this.clock = clock;
        this.ticker = ticker;
        this.random = random;
        this.listener = listener;
        this.lanes = lanes;
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

    /** Takes a request over. On any thread. */
    void handOver(Exchange exchange) {
        handedOver.add(exchange);
        wakeUp();
        if (ended) {
            refuseHandedOver();
        }
    }

    /** Makes the thread look at the time again. On any thread. */
    void wakeUp() {
        if (asleep.compareAndSet(true, false)) {
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
                turn();
            }
        } catch (IOException | RuntimeException | Error e) {
            LOG.error("Dynamic authorization ended by a fault", e);
        } finally {
            end();
        }
    }

    private void turn() throws IOException {
        takeHandedOver();
        guarded(() -> timers.advance(now()));
        asleep.set(true);
        if (handedOver.isEmpty()) {
            selector.select(this::receive, millisecondsToNext());
        } else {
            selector.selectNow(this::receive);
        }
        asleep.set(false);
        // a host that interrupts this thread gains nothing but a selector that never waits again
        Thread.interrupted();
    }

    // zero means for ever, to the selector
    private long millisecondsToNext() {
        long nanoseconds = timers.untilNext(now());
        return nanoseconds == Long.MAX_VALUE ? 0 : nanoseconds / MILLISECOND + 1;
    }

    private void takeHandedOver() {
        for (Exchange exchange = handedOver.poll(); exchange != null; exchange = handedOver.poll()) {
            Exchange taken = exchange;
            guarded(() -> taken.lane.take(taken, now()));
        }
    }

    private void receive(SelectionKey key) {
        SourcePort port = (SourcePort) key.attachment();
        guarded(() -> {
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
            port.lane().unreachable(port, now());
            return true;
        } catch (IOException e) {
            LOG.debug("{}: cannot receive", port.lane().nas(), e);
            return false;
        }
        port.lane().received(port, buffer.array(), buffer.position(), now());
        return true;
    }

    /** A defect in the way of one request must not end all others; its deadline ends it. */
    private static void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.error("A defect of dynamic authorization", e);
        }
    }

    private void end() {
        closing = true;
        lanes.get().forEach(lane -> guarded(() -> lane.close(now())));
        ended = true;
        refuseHandedOver();
        try {
            selector.close();
        } catch (IOException e) {
            LOG.debug("cannot close the selector", e);
        }
    }

    private void refuseHandedOver() {
        for (Exchange exchange = handedOver.poll(); exchange != null; exchange = handedOver.poll()) {
            exchange.lane.notSent(exchange, Answer.Reason.CLOSED, "the client is closed");
        }
    }

    private long now() {
        return ticker.getAsLong();
    }
}
