package io.silverdata.contract.adapters.radius.dynauth;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The result of one request. Only what is authentic counts as an answer of the NAS. */
public sealed interface Answer {

    /** Calls the one case that fits. */
    <R> R match(Cases<R> cases);

    /**
     * One case for each.
     *
     * @param <R> what a case returns
     */
    @SuppressWarnings("MissingJavadocMethod")
    interface Cases<R> {
        R on(Acknowledged answer);

        R on(Rejected answer);

        R on(TimedOut answer);

        R on(NotSent answer);
    }

    /**
     * The NAS acknowledged (Disconnect-ACK, CoA-ACK). Some do so before they act, and some whatever the request said: only
     * accounting proves it.
     */
    record Acknowledged() implements Answer {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The NAS refused (Disconnect-NAK, CoA-NAK).
     *
     * @param cause why, if it says; a NAS need not
     * @param message for people (Reply-Message), if there is one
     * @param retransmitted whether the request was sent more than once. That there is no such session (503) may then mean
     *     that the first one closed it and its answer was lost, since not every NAS remembers what it answered
     */
    record Rejected(Optional<ErrorCause> cause, Optional<String> message, boolean retransmitted) implements Answer {
        public Rejected {
            Objects.requireNonNull(cause, "cause");
            Objects.requireNonNull(message, "message");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Sent, and no answer came: until the deadline, until the port turned out to be closed, or until the client was closed.
     * Whether the NAS did it is not known. It may be down, have another secret or another time, not take requests from this
     * host, or ignore what it does not know: nobody can tell which.
     *
     * @param transmissions how often it was sent, 1 or more
     * @param lastAnswer when this NAS last answered anything at all to this client; empty: never
     */
    record TimedOut(int transmissions, Optional<Instant> lastAnswer) implements Answer {
        public TimedOut {
            Objects.requireNonNull(lastAnswer, "lastAnswer");
            if (transmissions < 1) {
                throw new IllegalArgumentException("transmissions must be 1 or more, was " + transmissions);
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The NAS did not get it: nothing changed there. To be tried later.
     *
     * @param reason which
     * @param detail for people
     */
    record NotSent(Reason reason, String detail) implements Answer {
        public NotSent {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(detail, "detail");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /** Why a request was not sent, or surely not received. */
    enum Reason {
        /** This NAS left too many without an answer; see {@link CircuitBreakerPolicy}. */
        CIRCUIT_OPEN,
        /** No route, or nobody listens at that port. */
        UNREACHABLE,
        /** Too many wait for this NAS; see {@link NasEndpoint.Builder#queue}. */
        QUEUE_FULL,
        /** Its turn did not come within the deadline of {@link RetransmissionPolicy}. */
        QUEUE_TIMEOUT,
        /** The client is closed. */
        CLOSED
    }
}
