package io.silverdata.contract.adapters.olt.internal.snmp;

import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.WalkStyle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.Target;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.smi.UdpAddress;

/**
 * Sends requests to one OLT. A read is repeated as the settings say, and once more after its engine was discovered anew, for it
 * may have restarted. A set is sent once; only where the OLT reports that it did not process it is it sent again. Safe for use by
 * several threads.
 */
public final class SnmpClient {
    private final SnmpTransport transport;
    private final OltSettings settings;
    private final AnswerSize answerSize;
    private final AtomicLong answers = new AtomicLong();
    private @Nullable Endpoint resolved;

    SnmpClient(SnmpTransport transport, OltSettings settings) {
        this.transport = transport;
        this.settings = settings;
        this.answerSize = new AnswerSize(settings);
    }

    /** A session for one operation. */
    public OltSession session(Operation operation, WalkStyle style, Deadline deadline) {
        return new SnmpSession(this, operation, style, deadline, Optional.empty());
    }

    /**
     * A session for one operation whose walks go on without rows that the OLT cannot read.
     *
     * @param unreadable where those rows are told
     */
    public OltSession session(Operation operation, WalkStyle style, Deadline deadline, UnreadableRows unreadable) {
        return new SnmpSession(this, operation, style, deadline, Optional.of(unreadable));
    }

    /** How many requests were answered, whatever the answers were: whether it is the OLT that is silent, or a request too big. */
    public long answers() {
        return answers.get();
    }

    AnswerSize answerSize() {
        return answerSize;
    }

    OltSettings settings() {
        return settings;
    }

    /** Reads objects, or what follows them. */
    PDU read(SnmpRequest request) {
        Endpoint endpoint = endpoint(request);
        Optional<PDU> response = sendRead(endpoint, request);
        if (response.isPresent()) {
            return response.get();
        }
        if (!endpoint.isSecure() || request.isDivisible()) {
            throw request.unreachable("no answer from " + where() + request.size());
        }
        endpoint.forget();
        return sendRead(endpoint, request)
                .orElseThrow(() -> request.unreachable("no answer from " + where()
                        + "; a wrong user, wrong keys for privacy and an unreachable OLT look the same"));
    }

    /** Writes objects. */
    PDU write(SnmpRequest request) {
        Endpoint endpoint = endpoint(request);
        Target<UdpAddress> target = target(endpoint, request)
                .orElseThrow(() -> request.unreachable("no answer from " + where() + ", and nothing was sent"));
        Duration timeout = request.deadline().atMost(settings.timing().write());
        if (timeout.isNegative() || timeout.isZero()) {
            throw request.unreachable("the time for the operation was up, and nothing was sent");
        }
        return send(endpoint, target, timeout, 0, request)
                .orElseThrow(() -> request.fault(
                        OltFault.Kind.OUTCOME_UNKNOWN, "no answer from " + where() + " within " + timeout));
    }

    private Optional<PDU> sendRead(Endpoint endpoint, SnmpRequest request) {
        Duration timeout = request.deadline().atMost(settings.timing().read());
        if (timeout.isNegative() || timeout.isZero()) {
            throw request.unreachable("the time for the operation was up");
        }
        return target(endpoint, request)
                .flatMap(target ->
                        send(endpoint, target, timeout, settings.timing().readRetries(), request));
    }

    private Optional<PDU> send(
            Endpoint endpoint, Target<UdpAddress> target, Duration timeout, int retries, SnmpRequest request) {
        Optional<PDU> response = exchange(endpoint, target, timeout, retries, request);
        if (response.isEmpty() || response.get().getType() != PDU.REPORT) {
            return response;
        }
        if (!SnmpErrors.isOutOfStep(response.get())) {
            throw SnmpErrors.ofReport(request, response.get());
        }
        endpoint.forget();
        Target<UdpAddress> rediscovered = target(endpoint, request)
                .orElseThrow(() -> request.unreachable("no answer from " + where() + ", and nothing was done"));
        Optional<PDU> second = exchange(endpoint, rediscovered, timeout, retries, request);
        if (second.isPresent() && second.get().getType() == PDU.REPORT) {
            throw SnmpErrors.ofReport(request, second.get());
        }
        return second;
    }

    private Optional<PDU> exchange(
            Endpoint endpoint, Target<UdpAddress> target, Duration timeout, int retries, SnmpRequest request) {
        PDU pdu = pdu(endpoint, request);
        target.setTimeout(Math.max(1, timeout.toMillis()));
        target.setRetries(retries);
        try {
            ResponseEvent<UdpAddress> event = endpoint.stack().snmp().send(pdu, target);
            if (event != null && event.getError() != null) {
                throw request.unreachable(where() + ": " + event.getError().getMessage());
            }
            Optional<PDU> response = event == null ? Optional.empty() : Optional.ofNullable(event.getResponse());
            if (response.isPresent() && response.get().getType() == PDU.RESPONSE) {
                answers.incrementAndGet();
            }
            // not for a set: whoever forges a report must not have us believe that nothing was written
            return response.isPresent() || request.type() == PDU.SET
                    ? response
                    : endpoint.stack().reports().take(pdu.getRequestID().getValue());
        } catch (IOException e) {
            throw request.unreachable(where() + ": " + e.getMessage());
        }
    }

    private Optional<Target<UdpAddress>> target(Endpoint endpoint, SnmpRequest request) {
        try {
            return endpoint.target(request.deadline().atMost(settings.timing().read()));
        } catch (IOException e) {
            throw request.unreachable(where() + ": " + e.getMessage());
        }
    }

    private synchronized Endpoint endpoint(SnmpRequest request) {
        if (resolved == null) {
            try {
                UdpAddress address = new UdpAddress(InetAddress.getByName(settings.host()), settings.port());
                resolved = new Endpoint(transport, settings.olt(), address, settings.access());
            } catch (UnknownHostException e) {
                throw request.unreachable("unknown host " + settings.host());
            }
        }
        return resolved;
    }

    private static PDU pdu(Endpoint endpoint, SnmpRequest request) {
        PDU pdu = endpoint.newPdu(request.type());
        pdu.setVariableBindings(List.copyOf(request.objects()));
        if (request.type() == PDU.GETBULK) {
            // 0 hangs some OLTs, and is what a new PDU says
            pdu.setMaxRepetitions(request.repetitions());
            pdu.setNonRepeaters(0);
        }
        return pdu;
    }

    private String where() {
        return settings.host() + ":" + settings.port();
    }
}
