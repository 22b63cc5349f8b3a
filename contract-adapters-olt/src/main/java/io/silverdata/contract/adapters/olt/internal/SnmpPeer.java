package io.silverdata.contract.adapters.olt.internal;

import io.silverdata.contract.adapters.olt.OltSettings;
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
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.Target;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;

/**
 * The way to one OLT. A read is repeated as the settings say, and once more after its engine was discovered anew, for it may have
 * restarted. A set is sent once; only where the OLT reports that it did not so much as look at it is it sent again. Safe for use
 * by several threads.
 */
public final class SnmpPeer {
    private static final OID UNKNOWN_CONTEXTS = new OID("1.3.6.1.6.3.12.1.5.0");
    private static final OID UNAVAILABLE_CONTEXTS = new OID("1.3.6.1.6.3.12.1.4.0");
    private static final OID USM_STATS = new OID("1.3.6.1.6.3.15.1.1");
    private static final int NOT_IN_TIME_WINDOWS = 2;
    private static final int UNKNOWN_ENGINE_IDS = 4;

    private final SnmpTransport transport;
    private final OltSettings settings;
    private @Nullable Endpoint endpoint;

    SnmpPeer(SnmpTransport transport, OltSettings settings) {
        this.transport = transport;
        this.settings = settings;
    }

    /** A conversation for one operation. */
    public OltSession session(Operation operation, WalkStyle style, Deadline deadline) {
        return new SnmpSession(this, operation, style, deadline);
    }

    OltSettings settings() {
        return settings;
    }

    /** Asks for objects, or what follows them. */
    PDU read(Question question) {
        Endpoint to = endpoint(question);
        PDU request = request(to, question);
        Optional<PDU> answer = sendRead(to, request, question);
        if (answer.isPresent()) {
            return answer.get();
        }
        if (!to.isSecure()) {
            throw question.unreachable("no answer from " + where());
        }
        to.forget();
        return sendRead(to, request(to, question), question)
                .orElseThrow(() -> question.unreachable("no answer from " + where()
                        + "; a wrong user, wrong keys for privacy and an unreachable OLT look the same"));
    }

    /** Writes objects. */
    PDU write(Question question) {
        Endpoint to = endpoint(question);
        Target<UdpAddress> target = target(to, question)
                .orElseThrow(() -> question.unreachable("no answer from " + where() + ", and nothing was sent"));
        Duration patience = question.deadline().atMost(settings.timing().write());
        if (patience.isNegative() || patience.isZero()) {
            throw question.unreachable("the time for the operation was up, and nothing was sent");
        }
        return send(to, request(to, question), target, patience, 0, question)
                .orElseThrow(() -> question.fault(
                        OltFault.Kind.OUTCOME_UNKNOWN, "no answer from " + where() + " within " + patience));
    }

    private Optional<PDU> sendRead(Endpoint to, PDU request, Question question) {
        Duration patience = question.deadline().atMost(settings.timing().read());
        if (patience.isNegative() || patience.isZero()) {
            throw question.unreachable("the time for the operation was up");
        }
        Optional<Target<UdpAddress>> target = target(to, question);
        return target.isEmpty()
                ? Optional.empty()
                : send(to, request, target.get(), patience, settings.timing().readRetries(), question);
    }

    private Optional<PDU> send(
            Endpoint to, PDU request, Target<UdpAddress> target, Duration patience, int retries, Question question) {
        Optional<PDU> answer = exchange(request, target, patience, retries, question);
        if (answer.isEmpty() || answer.get().getType() != PDU.REPORT) {
            return answer;
        }
        if (!isOutOfStep(answer.get())) {
            throw question.report(
                    reason(answer.get()), answer.get().get(0).getOid().startsWith(USM_STATS));
        }
        // RFC 3414 section 3.2: what is reported so was not processed; the engine's clock or identity changed
        to.forget();
        Target<UdpAddress> anew = target(to, question)
                .orElseThrow(() -> question.unreachable("no answer from " + where() + ", and nothing was done"));
        return exchange(request(to, question), anew, patience, retries, question)
                .map(second -> {
                    if (second.getType() == PDU.REPORT) {
                        throw question.report(
                                reason(second), second.get(0).getOid().startsWith(USM_STATS));
                    }
                    return second;
                });
    }

    private Optional<PDU> exchange(
            PDU request, Target<UdpAddress> target, Duration patience, int retries, Question question) {
        target.setTimeout(Math.max(1, patience.toMillis()));
        target.setRetries(retries);
        try {
            ResponseEvent<UdpAddress> event = transport.snmp().send(request, target);
            if (event != null && event.getError() != null) {
                throw question.unreachable(where() + ": " + event.getError().getMessage());
            }
            Optional<PDU> answer = event == null ? Optional.empty() : Optional.ofNullable(event.getResponse());
            // not for a set: whoever forges a report must not have us believe that nothing was written
            return answer.isPresent() || question.type() == PDU.SET
                    ? answer
                    : transport.unsignedReports().take(request.getRequestID().getValue());
        } catch (IOException e) {
            throw question.unreachable(where() + ": " + e.getMessage());
        }
    }

    private Optional<Target<UdpAddress>> target(Endpoint to, Question question) {
        try {
            return to.target(question.deadline().atMost(settings.timing().read()));
        } catch (IOException e) {
            throw question.unreachable(where() + ": " + e.getMessage());
        }
    }

    private synchronized Endpoint endpoint(Question question) {
        if (endpoint == null) {
            try {
                UdpAddress address = new UdpAddress(InetAddress.getByName(settings.host()), settings.port());
                endpoint = new Endpoint(transport, address, settings.access());
            } catch (UnknownHostException e) {
                throw question.unreachable("unknown host " + settings.host());
            }
        }
        return endpoint;
    }

    private static PDU request(Endpoint to, Question question) {
        PDU request = to.newPdu(question.type());
        request.setVariableBindings(List.copyOf(question.objects()));
        if (question.type() == PDU.GETBULK) {
            // 0 hangs some OLTs, and is what a new PDU says
            request.setMaxRepetitions(question.repetitions());
            request.setNonRepeaters(0);
        }
        return request;
    }

    private static boolean isOutOfStep(PDU report) {
        VariableBinding counter = report.get(0);
        if (!counter.getOid().startsWith(USM_STATS)) {
            return false;
        }
        int which = counter.getOid().get(USM_STATS.size());
        return which == NOT_IN_TIME_WINDOWS || which == UNKNOWN_ENGINE_IDS;
    }

    /** RFC 3414 section 5, RFC 3413 section 3.2. */
    private static String reason(PDU report) {
        OID counter = report.get(0).getOid();
        if (counter.equals(UNKNOWN_CONTEXTS) || counter.equals(UNAVAILABLE_CONTEXTS)) {
            return "snmpUnknownContexts: the OLT has no such context";
        }
        if (!counter.startsWith(USM_STATS)) {
            return "report " + counter;
        }
        return switch (counter.get(USM_STATS.size())) {
            case 1 -> "usmStatsUnsupportedSecLevels: the OLT does not know this user with privacy";
            case 3 -> "usmStatsUnknownUserNames: the OLT does not know this user";
            case 5 -> "usmStatsWrongDigests: the passphrase or protocol for authentication is wrong";
            case 6 -> "usmStatsDecryptionErrors: the passphrase or protocol for privacy is wrong";
            default -> "report " + counter;
        };
    }

    private String where() {
        return settings.host() + ":" + settings.port();
    }
}
