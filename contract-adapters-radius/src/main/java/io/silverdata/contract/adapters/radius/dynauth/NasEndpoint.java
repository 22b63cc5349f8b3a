package io.silverdata.contract.adapters.radius.dynauth;

import io.silverdata.contract.adapters.radius.internal.Checks;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;

/**
 * Where and how a NAS takes Disconnect-Requests and CoA-Requests. A value: two of the same settings are one NAS to the
 * client, with one limit and one circuit. Immutable; safe for use by any number of threads.
 */
public final class NasEndpoint {
    /** The port of RFC 5176, section 2.1. Cisco and older RouterOS and Junos listen at 1700. */
    public static final int DEFAULT_PORT = 3799;

    private final Settings settings;
    private final InetSocketAddress socketAddress;
    private final int hash;

    private NasEndpoint(Settings settings) {
        this.settings = settings;
        this.socketAddress = new InetSocketAddress(settings.address, settings.port);
        this.hash = settings.hashCode();
    }

    private record Settings(
            InetAddress address,
            int port,
            SharedSecret secret,
            int inFlight,
            int queue,
            int sourcePorts,
            boolean anySource,
            RetransmissionPolicy retransmission,
            CircuitBreakerPolicy circuitBreaker,
            MessageAuthenticatorPolicy messageAuthenticator,
            Duration clockTolerance,
            Duration identifierReuseDelay) {}

    /** Begins with everything at its default. */
    public static Builder builder(InetAddress address, SharedSecret secret) {
        return new Builder(address, secret);
    }

    /** Everything at its default. */
    public static NasEndpoint of(InetAddress address, SharedSecret secret) {
        return builder(address, secret).build();
    }

    /** Address and port. */
    public InetSocketAddress socketAddress() {
        return socketAddress;
    }

    SharedSecret secret() {
        return settings.secret;
    }

    /** See {@link Builder#inFlight}. */
    public int inFlight() {
        return settings.inFlight;
    }

    /** See {@link Builder#queue}. */
    public int queue() {
        return settings.queue;
    }

    /** See {@link Builder#sourcePorts}. */
    public int sourcePorts() {
        return settings.sourcePorts;
    }

    /** See {@link Builder#anySource}. */
    public boolean anySource() {
        return settings.anySource;
    }

    /** See {@link Builder#retransmission}. */
    public RetransmissionPolicy retransmission() {
        return settings.retransmission;
    }

    /** See {@link Builder#circuitBreaker}. */
    public CircuitBreakerPolicy circuitBreaker() {
        return settings.circuitBreaker;
    }

    /** See {@link Builder#messageAuthenticator}. */
    public MessageAuthenticatorPolicy messageAuthenticator() {
        return settings.messageAuthenticator;
    }

    /** See {@link Builder#clockTolerance}. */
    public Duration clockTolerance() {
        return settings.clockTolerance;
    }

    /** See {@link Builder#identifierReuseDelay}. */
    public Duration identifierReuseDelay() {
        return settings.identifierReuseDelay;
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || (other instanceof NasEndpoint that && hash == that.hash && settings.equals(that.settings));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Address and port, as {@code 192.0.2.1:3799}. */
    @Override
    public String toString() {
        String host = settings.address.getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + settings.port;
    }

    /** The settings. Each has a default. Not thread-safe. */
    public static final class Builder {
        private final InetAddress address;
        private final SharedSecret secret;
        private int port = DEFAULT_PORT;
        private int inFlight = 64;
        private int queue = 1_024;
        private int sourcePorts = 64;
        private boolean anySource;
        private RetransmissionPolicy retransmission = RetransmissionPolicy.defaults();
        private CircuitBreakerPolicy circuitBreaker = CircuitBreakerPolicy.defaults();
        private MessageAuthenticatorPolicy messageAuthenticator = MessageAuthenticatorPolicy.CHECKED_WHEN_PRESENT;
        private Duration clockTolerance = Duration.ofMinutes(5);
        private Duration identifierReuseDelay = Duration.ofSeconds(5);

        private Builder(InetAddress address, SharedSecret secret) {
            this.address = Objects.requireNonNull(address, "address");
            this.secret = Objects.requireNonNull(secret, "secret");
            Checks.that(!address.isAnyLocalAddress(), "address", address.getHostAddress(), "that of a host");
            Checks.that(!address.isMulticastAddress(), "address", address.getHostAddress(), "that of one host");
        }

        /** 1 to 65535. Default {@value NasEndpoint#DEFAULT_PORT}. */
        public Builder port(int value) {
            port = Checks.range("port", value, 1, 65_535);
            return this;
        }

        /**
         * How many requests may be without an answer at a time, 1 to 1,024. Default 64, which is 6,400 a second where an answer
         * takes 10 ms, and fits into the receive buffer that Linux gives a socket unless told otherwise: about 270 small
         * datagrams. A NAS with a smaller one loses what is beyond it, and gets that again 2 s later: set less. It is halved
         * while the NAS says that it has too much to do (506).
         */
        public Builder inFlight(int value) {
            inFlight = Checks.range("inFlight", value, 1, 1_024);
            return this;
        }

        /** How many requests may wait for their turn, 0 to 1,000,000; more are not taken. Default 1,024. */
        public Builder queue(int value) {
            queue = Checks.range("queue", value, 0, 1_000_000);
            return this;
        }

        /**
         * How many source ports may be used, each with 256 identifiers, 1 to 256. One is opened when no identifier of the others
         * is free, and all are closed after a minute without requests; a port is a file descriptor, and no thread. Default 64:
         * 16,384 identifiers. Where the system gives no further one, the requests wait for an identifier.
         */
        public Builder sourcePorts(int value) {
            sourcePorts = Checks.range("sourcePorts", value, 1, 256);
            return this;
        }

        /**
         * Whether an answer may come from another address than the request went to, as it does from a NAS behind a virtual
         * address. The authenticators decide then, and a closed port is not noticed. Default false.
         */
        public Builder anySource(boolean value) {
            anySource = value;
            return this;
        }

        /** When to send again and when to give up. Default {@link RetransmissionPolicy#defaults}. */
        public Builder retransmission(RetransmissionPolicy value) {
            retransmission = Objects.requireNonNull(value, "retransmission");
            return this;
        }

        /** When to stop sending to it. Default {@link CircuitBreakerPolicy#defaults}. */
        public Builder circuitBreaker(CircuitBreakerPolicy value) {
            circuitBreaker = Objects.requireNonNull(value, "circuitBreaker");
            return this;
        }

        /** What is asked of answers. Default {@link MessageAuthenticatorPolicy#CHECKED_WHEN_PRESENT}. */
        public Builder messageAuthenticator(MessageAuthenticatorPolicy value) {
            messageAuthenticator = Objects.requireNonNull(value, "messageAuthenticator");
            return this;
        }

        /**
         * How far the Event-Timestamp of an answer may be from the client's clock, 1 s to 1 h. Default 5 min (RFC 5176,
         * section 6.3).
         */
        public Builder clockTolerance(Duration value) {
            clockTolerance = Checks.range("clockTolerance", value, Duration.ofSeconds(1), Duration.ofHours(1));
            return this;
        }

        /**
         * How long an identifier of a source port is not used again after its request ended, 0 to 5 min. Default 5 s.
         *
         * <p>RFC 2865, section 3, and RFC 5176, section 2.3, let a NAS recognize a retransmission by address, port and
         * identifier, "within a short span of time"; RFC 5080, section 2.2.2, has it compare the authenticator too, and
         * remember an answer for 5 to 30 s. A NAS of the former kind takes a new request of a used identifier for an old one,
         * and drops it or repeats an answer that does not fit. Some drop what looks like a duplicate for as long as their replay
         * window, 5 min unless set: then set this to the window. 0 is right for a NAS that compares authenticators.
         *
         * <p>The delay and the {@linkplain #sourcePorts source ports} bound the lasting rate: 256 identifiers for each port and
         * delay, with the defaults 3,276 requests a second to one NAS, after 16,384 at any rate. With 5 min and 256 ports it is
         * 218 a second. Identifiers are taken in turn, the one that is free for the longest time first.
         */
        public Builder identifierReuseDelay(Duration value) {
            identifierReuseDelay = Checks.range("identifierReuseDelay", value, Duration.ZERO, Duration.ofMinutes(5));
            return this;
        }

        /** The endpoint. */
        public NasEndpoint build() {
            return new NasEndpoint(new Settings(
                    address,
                    port,
                    secret,
                    inFlight,
                    queue,
                    sourcePorts,
                    anySource,
                    retransmission,
                    circuitBreaker,
                    messageAuthenticator,
                    clockTolerance,
                    identifierReuseDelay));
        }
    }
}
