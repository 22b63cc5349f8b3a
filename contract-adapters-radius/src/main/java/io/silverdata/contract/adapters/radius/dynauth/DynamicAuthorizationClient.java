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
    private final ConcurrentMap<NasEndpoint, NasTransport> transports = new ConcurrentHashMap<>();
    private final EventLoop loop;
    private final Thread thread;

    private DynamicAuthorizationClient(Builder builder) {
        loop = new EventLoop(
                builder.clock,
                builder.ticker,
                builder.random,
                new GuardedListener(builder.listener),
                transports::values);
        thread = new Thread(loop, builder.threadName);
        thread.setDaemon(true);
        thread.start();
    }

    /** Begins with everything at its default. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Asks the NAS to close a session (Disconnect-Request).
     *
     * @param identification what identifies the session, and the NAS if need be; not the Message-Authenticator,
     *     Event-Timestamp and Proxy-State
     * @return completes with the result, never with an exception
     * @throws IllegalArgumentException when there is no attribute, one that is not allowed, or more than fit into 4,096
     *     octets
     */
    public CompletionStage<Answer> disconnect(NasEndpoint nas, List<RadiusAttribute> identification) {
        return request(Exchange.DISCONNECT_REQUEST, nas, identification);
    }

    /**
     * Asks the NAS to change a session (CoA-Request).
     *
     * @param attributes what identifies the session, and what it is to have; not the Message-Authenticator,
     *     Event-Timestamp and Proxy-State
     * @return completes with the result, never with an exception
     * @throws IllegalArgumentException when there is no attribute, one that is not allowed, or more than fit into 4,096
     *     octets
     */
    public CompletionStage<Answer> changeAuthorization(NasEndpoint nas, List<RadiusAttribute> attributes) {
        return request(Exchange.COA_REQUEST, nas, attributes);
    }

    /** Whether each NAS that was sent a request answers; none is asked now. */
    public Map<NasEndpoint, DeviceState.Condition> conditions() {
        Map<NasEndpoint, DeviceState.Condition> conditions = new HashMap<>();
        transports.forEach((nas, transport) -> conditions.put(nas, transport.condition()));
        return conditions;
    }

    /**
     * Ends the thread, and waits for it. Requests that were sent end as {@link Answer.TimedOut}, the others, and later
     * ones, as {@link Answer.NotSent}. May be called again.
     */
    @Override
    public void close() {
        loop.close();
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

    /** Makes the thread run the timers that are due, for tests that set the time. */
    void wakeUp() {
        loop.wakeUp();
    }

    private CompletionStage<Answer> request(int code, NasEndpoint nas, List<RadiusAttribute> attributes) {
        RequestBody body = RequestBody.of(attributes);
        NasTransport transport = transport(nas);
        Exchange exchange = new Exchange(code, body, transport);
        if (transport.admit()) {
            loop.submit(exchange);
            return exchange.answer();
        }
        return transport.queueFull();
    }

    // get first: computeIfAbsent locks even when there is nothing to do
    private NasTransport transport(NasEndpoint nas) {
        NasTransport transport = transports.get(nas);
        return transport != null
                ? transport
                : transports.computeIfAbsent(nas, missing -> new NasTransport(missing, loop));
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

        /** Learns what happens. Default: nobody. */
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
