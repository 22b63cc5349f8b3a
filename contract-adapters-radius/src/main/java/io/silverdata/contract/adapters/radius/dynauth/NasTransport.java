package io.silverdata.contract.adapters.radius.dynauth;

import io.silverdata.contract.adapters.radius.dynauth.Answer.NotSent;
import io.silverdata.contract.adapters.radius.dynauth.Answer.Reason;
import io.silverdata.contract.adapters.radius.dynauth.DynamicAuthorizationListener.Ignored;
import io.silverdata.contract.spi.DeviceState;
import java.io.IOException;
import java.net.PortUnreachableException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests to one NAS: queued, in flight, sent again, matched with their answers. For the client's thread, but for the
 * methods that say otherwise.
 */
final class NasTransport {
    private static final Logger LOG = LoggerFactory.getLogger(NasTransport.class);
    private static final long IDLE = Duration.ofMinutes(1).toNanos();
    // until the system has sent some of a full send buffer
    private static final long SEND_BUFFER_PAUSE = Duration.ofMillis(5).toNanos();

    private final NasEndpoint nas;
    private final EventLoop loop;
    private final Signer signer;
    private final ResponseReader reader;
    // apart, since some NASes ignore changes and answer disconnects
    private final CircuitBreaker disconnects;
    private final CircuitBreaker changes;
    private final InFlightLimit limit;
    private final AtomicInteger admitted = new AtomicInteger();
    private final Deque<Exchange> queue = new ArrayDeque<>();
    private final SourcePorts ports;
    private final TimerWheel.Entry nextSend = new TimerWheel.Entry() {
        @Override
        void fire(long now) {
            sendQueued(now);
        }
    };
    private final TimerWheel.Entry idle = new TimerWheel.Entry() {
        @Override
        void fire(long now) {
            closeIfIdle(now);
        }
    };
    private volatile DeviceState.Condition condition = DeviceState.Condition.UNKNOWN;
    private int inFlight;
    private long lastUse;
    private @Nullable Instant lastAnswer;

    NasTransport(NasEndpoint nas, EventLoop loop) {
        this.nas = nas;
        this.loop = loop;
        this.signer = new Signer(nas.secret());
        this.reader = new ResponseReader(signer, nas.messageAuthenticator(), nas.clockTolerance());
        this.disconnects = new CircuitBreaker(nas.circuitBreaker());
        this.changes = new CircuitBreaker(nas.circuitBreaker());
        this.limit = new InFlightLimit(nas.inFlight());
        this.ports = new SourcePorts(this, loop.selector());
    }

    /** Whether the NAS answers, as far as it was asked. On any thread. */
    DeviceState.Condition condition() {
        return condition;
    }

    NasEndpoint nas() {
        return nas;
    }

    /** Whether one more request fits into the queue. On any thread. */
    boolean admit() {
        int max = nas.inFlight() + nas.queue();
        if (admitted.incrementAndGet() > max) {
            admitted.decrementAndGet();
            return false;
        }
        return true;
    }

    /** The answer to a request that is not admitted. On any thread. */
    CompletableFuture<Answer> queueFull() {
        loop.listener().notSent(nas, Reason.QUEUE_FULL);
        return CompletableFuture.completedFuture(
                new NotSent(Reason.QUEUE_FULL, nas + ": " + nas.queue() + " requests wait already"));
    }

    /** Takes a request from the event loop. */
    void accept(Exchange exchange, long now) {
        CircuitBreaker breaker = breaker(exchange);
        if (breaker.isOpen() && !breaker.admits(now)) {
            completeNotSent(exchange, Reason.CIRCUIT_OPEN, "it left too many requests without an answer");
            return;
        }
        queue.addLast(exchange);
        sendQueued(now);
        if (exchange.transmissions() == 0 && !exchange.isCompleted()) {
            loop.timers().set(exchange, now + nas.retransmission().deadline().toNanos());
        }
    }

    /** Time to send once more, or to give up. */
    void onTimer(Exchange exchange, long now) {
        if (exchange.transmissions() == 0) {
            queue.removeFirstOccurrence(exchange);
            completeNotSent(exchange, Reason.QUEUE_TIMEOUT, "its turn did not come");
        } else if (exchange.isExhausted(nas.retransmission(), now)) {
            timedOut(exchange, now);
            sendQueued(now);
        } else {
            retransmit(exchange, now);
        }
    }

    /** A datagram of one of the ports. */
    void received(SourcePort port, byte[] packet, int size, long now) {
        if (!ResponseReader.isWellFormed(packet, size)) {
            loop.listener().ignored(nas, Ignored.MALFORMED);
            return;
        }
        Exchange exchange = port.identifiers().holder(ResponseReader.identifier(packet));
        if (exchange == null) {
            loop.listener().ignored(nas, Ignored.LATE);
            return;
        }
        Instant time = loop.clock().instant();
        Ignored why = reader.check(packet, exchange.code, exchange.authenticator(), time);
        if (why != null) {
            LOG.debug("{}: ignored a datagram: {}", nas, why);
            loop.listener().ignored(nas, why);
            return;
        }
        lastAnswer = time;
        answered(exchange, now);
        sendQueued(now);
    }

    /**
     * Nobody listens at the NAS' port. The system does not say which datagram it is about: if there is but one, sent once, it
     * was not received; of several it is not known.
     */
    void unreachable(SourcePort port, long now) {
        List<Exchange> inFlightHere = port.identifiers().holders();
        boolean sure = inFlightHere.size() == 1 && inFlightHere.get(0).transmissions() == 1;
        for (Exchange exchange : inFlightHere) {
            if (sure) {
                release(exchange, now);
                recordFailure(exchange, now);
                completeNotSent(exchange, Reason.UNREACHABLE, "nobody listens at that port");
            } else {
                timedOut(exchange, now);
            }
        }
        sendQueued(now);
    }

    /** The client is closed. */
    void close(long now) {
        for (SourcePort port : ports.all()) {
            for (Exchange exchange : port.identifiers().holders()) {
                release(exchange, now);
                completeTimedOut(exchange);
            }
        }
        failQueued(any -> true, Reason.CLOSED, "the client was closed");
        ports.close();
        loop.timers().cancel(nextSend);
        loop.timers().cancel(idle);
    }

    /** Completes a request. On any thread. */
    void complete(Exchange exchange, Answer answer) {
        admitted.decrementAndGet();
        exchange.complete(answer);
    }

    /** Completes a request that was not sent. On any thread. */
    void completeNotSent(Exchange exchange, Reason reason, String detail) {
        loop.listener().notSent(nas, reason);
        complete(exchange, new NotSent(reason, nas + ": " + detail));
    }

    private void sendQueued(long now) {
        while (!queue.isEmpty()
                && inFlight < limit.current()
                && breaker(queue.element()).admits(now)) {
            SourcePort port;
            try {
                port = portWithFreeIdentifier(now);
            } catch (IOException | UnsupportedAddressTypeException e) {
                sendFailed(queue.removeFirst(), e, now);
                continue;
            }
            if (port == null) {
                return;
            }
            Exchange exchange = queue.removeFirst();
            if (!transmitFirst(exchange, port, now)) {
                return;
            }
        }
    }

    /** Null: none is free. */
    private @Nullable SourcePort portWithFreeIdentifier(long now) throws IOException {
        int before = ports.size();
        SourcePort port = ports.withFreeIdentifier(now);
        if (ports.size() > before) {
            loop.timers().set(idle, now + IDLE);
        }
        if (port == null && ports.untilFree(now) != Long.MAX_VALUE) {
            loop.timers().set(nextSend, now + ports.untilFree(now));
        }
        return port;
    }

    /** Returns whether there is room for more. */
    private boolean transmitFirst(Exchange exchange, SourcePort port, long now) {
        int identifier = port.identifiers().take(exchange);
        exchange.prepare(
                port,
                identifier,
                signer.sign(
                        exchange.code, identifier, exchange.body, loop.clock().instant()));
        lastUse = now;
        try {
            if (!transmit(exchange)) {
                port.identifiers().undoTake(identifier);
                queue.addFirst(exchange);
                loop.timers().set(nextSend, now + SEND_BUFFER_PAUSE);
                return false;
            }
        } catch (IOException e) {
            port.identifiers().undoTake(identifier);
            sendFailed(exchange, e, now);
            return true;
        }
        exchange.sent(breaker(exchange).requestSent(), now);
        inFlight++;
        loop.listener().sent(nas);
        loop.timers().set(exchange, exchange.nextTimeout(nas.retransmission(), loop.random(), now));
        return true;
    }

    // RFC 5080 2.2.1: the same octets, so that a NAS that remembers its answers gives the same one again
    private void retransmit(Exchange exchange, long now) {
        try {
            if (!transmit(exchange)) {
                loop.timers().set(exchange, now + SEND_BUFFER_PAUSE);
                return;
            }
            exchange.retransmitted();
            loop.listener().retransmitted(nas);
        } catch (IOException e) {
            // what was sent before may have been received: go on queue
            LOG.debug("{}: cannot send again", nas, e);
            exchange.retransmitted();
        }
        loop.timers().set(exchange, exchange.nextTimeout(nas.retransmission(), loop.random(), now));
    }

    /** Sends. A report about an earlier datagram may come in place of that; it is dealt with, and then this one is sent. */
    private boolean transmit(Exchange exchange) throws IOException {
        try {
            return exchange.port().send(exchange.packet());
        } catch (PortUnreachableException e) {
            LOG.debug("{}: an earlier datagram did not arrive", nas, e);
            return exchange.port().send(exchange.packet());
        }
    }

    private void sendFailed(Exchange exchange, Exception cause, long now) {
        LOG.debug("{}: cannot send", nas, cause);
        loop.timers().cancel(exchange);
        recordFailure(exchange, now);
        completeNotSent(exchange, Reason.UNREACHABLE, String.valueOf(cause.getMessage()));
    }

    private void answered(Exchange exchange, long now) {
        release(exchange, now);
        condition = DeviceState.Condition.ANSWERING;
        // whatever it answers, it is there
        boolean disconnectsRested = disconnects.answered();
        boolean changesRested = changes.answered();
        if (disconnectsRested || changesRested) {
            LOG.warn("{} answers again", nas);
            loop.listener().circuitClosed(nas);
        }
        Duration after = Duration.ofNanos(now - exchange.firstSent());
        if (reader.isAcknowledged(exchange.code)) {
            limit.answered();
            loop.listener().acknowledged(nas, after);
            complete(exchange, new Answer.Acknowledged());
            return;
        }
        Optional<ErrorCause> cause = reader.errorCause();
        if (cause.filter(ErrorCause.RESOURCES_UNAVAILABLE::equals).isPresent()) {
            limit.overloaded(exchange.firstSent(), now);
        } else {
            limit.answered();
        }
        loop.listener().rejected(nas, cause, after);
        complete(exchange, new Answer.Rejected(cause, reader.replyMessage(), exchange.transmissions() > 1));
    }

    private void timedOut(Exchange exchange, long now) {
        release(exchange, now);
        recordFailure(exchange, now);
        completeTimedOut(exchange);
    }

    private void completeTimedOut(Exchange exchange) {
        loop.listener().timedOut(nas);
        complete(exchange, new Answer.TimedOut(exchange.transmissions(), Optional.ofNullable(lastAnswer)));
    }

    private void release(Exchange exchange, long now) {
        loop.timers().cancel(exchange);
        exchange.port().identifiers().release(exchange.identifier(), now);
        inFlight--;
        lastUse = now;
    }

    private CircuitBreaker breaker(Exchange exchange) {
        return exchange.code == Exchange.COA_REQUEST ? changes : disconnects;
    }

    private void recordFailure(Exchange failed, long now) {
        CircuitBreaker breaker = breaker(failed);
        if (breaker.failed(failed.isProbe(), now)) {
            condition = DeviceState.Condition.RESTING;
            LOG.warn(
                    "{} does not answer to {}; it gets nothing but a probe every {}",
                    nas,
                    failed.code == Exchange.COA_REQUEST ? "changes" : "disconnects",
                    nas.circuitBreaker().probeEvery());
            loop.listener().circuitOpened(nas);
        }
        if (breaker.isOpen()) {
            failQueued(
                    queued -> breaker(queued) == breaker,
                    Reason.CIRCUIT_OPEN,
                    "it left too many requests without an answer");
        }
    }

    private void failQueued(Predicate<Exchange> which, Reason reason, String detail) {
        List<Exchange> failed = queue.stream().filter(which).toList();
        queue.removeIf(which);
        for (Exchange exchange : failed) {
            loop.timers().cancel(exchange);
            completeNotSent(exchange, reason, detail);
        }
    }

    /** Closes the source ports if none was used for a while. */
    private void closeIfIdle(long now) {
        long end = lastUse + Math.max(IDLE, nas.identifierReuseDelay().toNanos());
        if (inFlight > 0 || !queue.isEmpty()) {
            loop.timers().set(idle, now + IDLE);
        } else if (now - end < 0) {
            loop.timers().set(idle, end);
        } else {
            ports.close();
        }
    }
}
