package io.silverdata.contract.adapters.radius.dynauth;

import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.spi.DeviceState;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Sends Disconnect-Requests and CoA-Requests (RFC 5176) to any number of NASes. Safe for use by any number of threads.
 *
 * <p>One thread, started by {@link Builder#open} and ended by {@link #close}, serves them all. Each request carries a
 * Message-Authenticator, first, and an Event-Timestamp; it is sent again, octet for octet, as {@link RetransmissionPolicy}
 * says, from the same port with the same identifier. Every request ends, at the latest twice the deadline after it was given
 * to the client.
 *
 * <p>The stages complete on the client's thread: what is chained to them without an executor must be quick and must not
 * block. {@code toCompletableFuture().join()} on a thread of the caller is fine.
 */
public final class DynamicAuthorizationClient implements AutoCloseable {
    private final ConcurrentMap<NasEndpoint, Lane> lanes = new ConcurrentHashMap<>();
    private final Courier courier;
    private final Thread thread;

    private DynamicAuthorizationClient(Builder builder) {
        courier = new Courier(
                builder.clock, builder.ticker, builder.random, new GuardedListener(builder.listener), lanes::values);
        thread = new Thread(courier, builder.threadName);
        thread.setDaemon(true);
        thread.start();
    }

    /** Begins with everything at its default. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Asks the NAS to close a session.
     *
     * @param identification what tells the session, and the NAS if need be; not the Message-Authenticator, Event-Timestamp
     *     and Proxy-State
     * @return completes with what came of it, never with an exception
     * @throws IllegalArgumentException when there is no attribute, one that is not allowed, or more than fit into 4,096 octets
     */
    public CompletionStage<Answer> disconnect(NasEndpoint nas, List<RadiusAttribute> identification) {
        return request(Exchange.DISCONNECT_REQUEST, nas, identification);
    }

    /**
     * Asks the NAS to change a session.
     *
     * @param attributes what tells the session, and what it shall have; not the Message-Authenticator, Event-Timestamp and
     *     Proxy-State
     * @return completes with what came of it, never with an exception
     * @throws IllegalArgumentException when there is no attribute, one that is not allowed, or more than fit into 4,096 octets
     */
    public CompletionStage<Answer> change(NasEndpoint nas, List<RadiusAttribute> attributes) {
        return request(Exchange.COA_REQUEST, nas, attributes);
    }

    /** How each NAS is that was asked anything, without asking any. */
    public Map<NasEndpoint, DeviceState.Condition> conditions() {
        Map<NasEndpoint, DeviceState.Condition> conditions = new HashMap<>();
        lanes.forEach((nas, lane) -> conditions.put(nas, lane.condition()));
        return conditions;
    }

    /**
     * Ends the thread, and waits for it. Requests that were sent end as {@link Answer.TimedOut}, the others, and later ones, as
     * {@link Answer.NotSent}. May be called again.
     */
    @Override
    public void close() {
        courier.close();
        if (Thread.currentThread() == thread) {
            // in a stage that completes on the client's thread: it ends when that returns
            return;
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes the thread look at the time again, for tests that turn it. */
    void wakeUp() {
        courier.wakeUp();
    }

    private CompletionStage<Answer> request(int code, NasEndpoint nas, List<RadiusAttribute> attributes) {
        RequestBody body = RequestBody.of(attributes);
        Lane lane = lane(nas);
        Exchange exchange = new Exchange(code, body, lane);
        if (lane.admit()) {
            courier.handOver(exchange);
            return exchange.answer();
        }
        return lane.overcrowded();
    }

    // get first: computeIfAbsent locks even when there is nothing to do
    private Lane lane(NasEndpoint nas) {
        Lane lane = lanes.get(nas);
        return lane != null ? lane : lanes.computeIfAbsent(nas, missing -> new Lane(missing, courier));
    }

    /** The settings. Not thread-safe. */
    public static final class Builder {
        private Clock clock = Clock.systemUTC();
        private LongSupplier ticker = System::nanoTime;
        private RandomGenerator random = new SplittableRandom();
        private DynamicAuthorizationListener listener = new DynamicAuthorizationListener() {};
        private String threadName = "contract-dynauth";

        private Builder() {}

        /** For the Event-Timestamp; must be right to the second or so. Default {@code Clock.systemUTC()}. */
        public Builder clock(Clock value) {
            clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /** Nanoseconds that only grow, for waits and deadlines. Default {@code System::nanoTime}. */
        public Builder ticker(LongSupplier value) {
            ticker = Objects.requireNonNull(value, "ticker");
            return this;
        }

        /** For the jitter; used by the client's thread only. Default a {@code SplittableRandom}. */
        public Builder random(RandomGenerator value) {
            random = Objects.requireNonNull(value, "random");
            return this;
        }

        /** Is told what happens. Default: nobody. */
        public Builder listener(DynamicAuthorizationListener value) {
            listener = Objects.requireNonNull(value, "listener");
            return this;
        }

        /** Of the one thread. Default {@code contract-dynauth}. */
        public Builder threadName(String value) {
            threadName = Objects.requireNonNull(value, "threadName");
            return this;
        }

        /**
         * Opens the client and starts its thread, a daemon.
         *
         * @throws UncheckedIOException when the system gives no selector
         */
        public DynamicAuthorizationClient open() {
            return new DynamicAuthorizationClient(this);
        }
    }
}
