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
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything between this host and one NAS: what waits, what is under way, and whether the NAS is left alone. Belongs to the
 * client's thread, but for {@link #admit} and {@link #finish}.
 */
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final long IDLE = Duration.ofMinutes(1).toNanos();
    // how long to let the system empty its full send buffer
    private static final long BREATH = Duration.ofMillis(5).toNanos();

    private final NasEndpoint nas;
    private final Courier courier;
    private final Signer signer;
    private final ResponseReader reader;
    private final Circuit circuit;
    private final InFlightLimit limit;
    private final AtomicInteger admitted = new AtomicInteger();
    private final Deque<Exchange> waiting = new ArrayDeque<>();
    private final List<SourcePort> ports = new ArrayList<>();
    private final TimerWheel.Entry nextTurn = new TimerWheel.Entry() {
        @Override
        void fire(long now) {
            sendWaiting(now);
        }
    };
    private final TimerWheel.Entry idle = new TimerWheel.Entry() {
        @Override
        void fire(long now) {
            rest(now);
        }
    };
    private volatile DeviceState.Condition condition = DeviceState.Condition.UNKNOWN;
    private int inFlight;
    private long lastUse;
    private @Nullable Instant lastAnswer;

    Lane(NasEndpoint nas, Courier courier) {
        this.nas = nas;
        this.courier = courier;
        this.signer = new Signer(nas.secret());
        this.reader = new ResponseReader(signer, nas.messageAuthenticator(), nas.clockTolerance());
        this.circuit = new Circuit(nas.breaker());
        this.limit = new InFlightLimit(nas.inFlight());
    }

    /** How the NAS is, as far as it was asked. For any thread. */
    DeviceState.Condition condition() {
        return condition;
    }

    NasEndpoint nas() {
        return nas;
    }

    /** Whether one more may be handed to the client's thread. On any thread. */
    boolean admit() {
        int max = nas.inFlight() + nas.queue();
        if (admitted.incrementAndGet() > max) {
            admitted.decrementAndGet();
            return false;
        }
        return true;
    }

    /** What comes of a request that is not admitted. On any thread. */
    CompletableFuture<Answer> overcrowded() {
        courier.listener().notSent(nas, Reason.QUEUE_FULL);
        return CompletableFuture.completedFuture(
                new NotSent(Reason.QUEUE_FULL, nas + ": " + nas.queue() + " requests wait already"));
    }

    /** Takes a request in. */
    void take(Exchange exchange, long now) {
        if (circuit.isOpen() && !circuit.admits(now)) {
            notSent(exchange, Reason.CIRCUIT_OPEN, "it left too many requests without an answer");
            return;
        }
        waiting.addLast(exchange);
        sendWaiting(now);
        if (exchange.transmissions() == 0 && !exchange.isFinished()) {
            courier.timers().set(exchange, now + nas.retransmission().deadline().toNanos());
        }
    }

    /** Time to send once more, or to give up. */
    void due(Exchange exchange, long now) {
        if (exchange.transmissions() == 0) {
            waiting.removeFirstOccurrence(exchange);
            notSent(exchange, Reason.QUEUE_TIMEOUT, "its turn did not come");
        } else if (exchange.isOver(nas.retransmission(), now)) {
            timedOut(exchange, now);
            sendWaiting(now);
        } else {
            repeat(exchange, now);
        }
    }

    /** A datagram of one of the ports. */
    void received(SourcePort port, byte[] packet, int size, long now) {
        if (!ResponseReader.isWellFormed(packet, size)) {
            courier.listener().ignored(nas, Ignored.MALFORMED);
            return;
        }
        Exchange exchange = port.identifiers().holder(ResponseReader.identifier(packet));
        if (exchange == null) {
            courier.listener().ignored(nas, Ignored.LATE);
            return;
        }
        Instant time = courier.clock().instant();
        Ignored why = reader.check(packet, exchange.code, exchange.authenticator(), time);
        if (why != null) {
            LOG.debug("{}: ignored a datagram: {}", nas, why);
            courier.listener().ignored(nas, why);
            return;
        }
        lastAnswer = time;
        answered(exchange, now);
        sendWaiting(now);
    }

    /**
     * Nobody listens at the NAS' port. The system does not say which datagram it is about: if there is but one, sent once, it
     * was not received; of several it is not known.
     */
    void unreachable(SourcePort port, long now) {
        List<Exchange> underWay = underWay(port);
        boolean sure = underWay.size() == 1 && underWay.get(0).transmissions() == 1;
        for (Exchange exchange : underWay) {
            if (sure) {
                end(exchange, now);
                circuitFailed(exchange.isProbe(), now);
                notSent(exchange, Reason.UNREACHABLE, "nobody listens at that port");
            } else {
                timedOut(exchange, now);
            }
        }
        sendWaiting(now);
    }

    /** The client is closed. */
    void close(long now) {
        for (SourcePort port : List.copyOf(ports)) {
            for (Exchange exchange : underWay(port)) {
                end(exchange, now);
                unanswered(exchange);
            }
        }
        refuseWaiting(Reason.CLOSED, "the client was closed");
        closePorts();
        courier.timers().cancel(nextTurn);
        courier.timers().cancel(idle);
    }

    /** Completes a request. On any thread. */
    void finish(Exchange exchange, Answer answer) {
        admitted.decrementAndGet();
        exchange.finish(answer);
    }

    /** Completes a request that was not sent. On any thread. */
    void notSent(Exchange exchange, Reason reason, String detail) {
        courier.listener().notSent(nas, reason);
        finish(exchange, new NotSent(reason, nas + ": " + detail));
    }

    private void sendWaiting(long now) {
        while (!waiting.isEmpty() && inFlight < limit.current() && circuit.admits(now)) {
            SourcePort port;
            try {
                port = portWithIdentifier(now);
            } catch (IOException | UnsupportedAddressTypeException e) {
                cannotSend(waiting.removeFirst(), e, now);
                continue;
            }
            if (port == null) {
                return;
            }
            Exchange exchange = waiting.removeFirst();
            if (!sendFirst(exchange, port, now)) {
                return;
            }
        }
    }

    /** The port whose next identifier rested longest, or one more; null: each identifier is taken or rests. */
    private @Nullable SourcePort portWithIdentifier(long now) throws IOException {
        SourcePort best = null;
        long rested = Long.MIN_VALUE;
        for (SourcePort port : ports) {
            if (best == null || port.identifiers().restedFor(now) > rested) {
                best = port;
                rested = port.identifiers().restedFor(now);
            }
        }
        if (rested >= 0) {
            return best;
        }
        if (ports.size() < nas.channels()) {
            SourcePort opened = SourcePort.open(this, courier.selector(), now);
            ports.add(opened);
            courier.timers().set(idle, now + IDLE);
            return opened;
        }
        if (rested != Long.MIN_VALUE) {
            courier.timers().set(nextTurn, now - rested);
        }
        return null;
    }

    /** Returns whether there is room for more. */
    private boolean sendFirst(Exchange exchange, SourcePort port, long now) {
        int identifier = port.identifiers().take(exchange);
        exchange.prepare(
                port,
                identifier,
                signer.sign(
                        exchange.code,
                        identifier,
                        exchange.body,
                        courier.clock().instant()));
        lastUse = now;
        try {
            if (!transmit(exchange)) {
                port.identifiers().undoTake(identifier);
                waiting.addFirst(exchange);
                courier.timers().set(nextTurn, now + BREATH);
                return false;
            }
        } catch (IOException e) {
            port.identifiers().undoTake(identifier);
            cannotSend(exchange, e, now);
            return true;
        }
        exchange.begin(circuit.sending(), now);
        inFlight++;
        courier.listener().sent(nas);
        courier.timers().set(exchange, exchange.chooseWait(nas.retransmission(), courier.random(), now));
        return true;
    }

    // RFC 5080 2.2.1: the same octets, so that a NAS that remembers its answers gives the same one again
    private void repeat(Exchange exchange, long now) {
        try {
            if (!transmit(exchange)) {
                courier.timers().set(exchange, now + BREATH);
                return;
            }
            exchange.repeated();
            courier.listener().retransmitted(nas);
        } catch (IOException e) {
            // what was sent before may have been received: go on waiting
            LOG.debug("{}: cannot send again", nas, e);
            exchange.repeated();
        }
        courier.timers().set(exchange, exchange.chooseWait(nas.retransmission(), courier.random(), now));
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

    private void cannotSend(Exchange exchange, Exception cause, long now) {
        LOG.debug("{}: cannot send", nas, cause);
        courier.timers().cancel(exchange);
        circuitFailed(false, now);
        notSent(exchange, Reason.UNREACHABLE, String.valueOf(cause.getMessage()));
    }

    private void answered(Exchange exchange, long now) {
        end(exchange, now);
        condition = DeviceState.Condition.ANSWERING;
        if (circuit.answered()) {
            LOG.warn("{} answers again", nas);
            courier.listener().circuitClosed(nas);
        }
        Duration after = Duration.ofNanos(now - exchange.firstSent());
        if (reader.isAcknowledged(exchange.code)) {
            limit.answered();
            courier.listener().acknowledged(nas, after);
            finish(exchange, new Answer.Acknowledged());
            return;
        }
        Optional<ErrorCause> cause = reader.errorCause();
        if (cause.filter(ErrorCause.RESOURCES_UNAVAILABLE::equals).isPresent()) {
            limit.overloaded(exchange.firstSent(), now);
        } else {
            limit.answered();
        }
        courier.listener().rejected(nas, cause, after);
        finish(exchange, new Answer.Rejected(cause, reader.replyMessage(), exchange.transmissions() > 1));
    }

    private void timedOut(Exchange exchange, long now) {
        end(exchange, now);
        circuitFailed(exchange.isProbe(), now);
        unanswered(exchange);
    }

    private void unanswered(Exchange exchange) {
        courier.listener().timedOut(nas);
        finish(exchange, new Answer.TimedOut(exchange.transmissions(), Optional.ofNullable(lastAnswer)));
    }

    private void end(Exchange exchange, long now) {
        courier.timers().cancel(exchange);
        exchange.port().identifiers().release(exchange.identifier(), now);
        inFlight--;
        lastUse = now;
    }

    private void circuitFailed(boolean probe, long now) {
        if (circuit.failed(probe, now)) {
            condition = DeviceState.Condition.RESTING;
            LOG.warn(
                    "{} does not answer; it is left alone but for a probe every {}",
                    nas,
                    nas.breaker().probeEvery());
            courier.listener().circuitOpened(nas);
        }
        if (circuit.isOpen()) {
            refuseWaiting(Reason.CIRCUIT_OPEN, "it left too many requests without an answer");
        }
    }

    private void refuseWaiting(Reason reason, String detail) {
        for (Exchange exchange = waiting.pollFirst(); exchange != null; exchange = waiting.pollFirst()) {
            courier.timers().cancel(exchange);
            notSent(exchange, reason, detail);
        }
    }

    private static List<Exchange> underWay(SourcePort port) {
        return port.identifiers().holders();
    }

    /** Gives its ports back if it was not used for a while. */
    private void rest(long now) {
        long end = lastUse + Math.max(IDLE, nas.identifierRest().toNanos());
        if (inFlight > 0 || !waiting.isEmpty()) {
            courier.timers().set(idle, now + IDLE);
        } else if (now - end < 0) {
            courier.timers().set(idle, end);
        } else {
            closePorts();
        }
    }

    private void closePorts() {
        for (SourcePort port : ports) {
            try {
                port.close();
            } catch (IOException e) {
                LOG.debug("{}: cannot close a port", nas, e);
            }
        }
        ports.clear();
    }
}
