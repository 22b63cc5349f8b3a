package io.silverdata.contract.adapters.radius.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The sessions of a NAS, and how it treats requests about them. A Disconnect-Request closes the session that User-Name,
 * Acct-Session-Id and Framed-IP-Address identify, a CoA-Request changes it; where they identify none the answer is 503, where
 * several 508. A retransmission gets the answer of the first transmission. Quirks of real NASes can be switched on.
 *
 * <p>Safe for use by any number of threads.
 */
public final class NasSessions implements NasBehaviour {
    private static final int USER_NAME = 1;
    private static final int FRAMED_IP_ADDRESS = 8;
    private static final int ACCT_SESSION_ID = 44;
    private static final int SESSION_NOT_FOUND = 503;
    private static final int SEVERAL_SESSIONS = 508;
    private static final int UNSUPPORTED_ATTRIBUTE = 401;
    // what identifies NAS and session, or belongs to the packet
    private static final Set<Integer> NOT_APPLIED =
            Set.of(USER_NAME, 4, FRAMED_IP_ADDRESS, 31, 32, ACCT_SESSION_ID, 55, 80);

    private final Map<String, NasSession> open = new LinkedHashMap<>();
    private final Map<Long, Answered> answered = new HashMap<>();
    private final Set<String> unsupported = ConcurrentHashMap.newKeySet();
    private Consumer<NasSession> onStop = session -> {};
    private Consumer<NasSession> onChange = session -> {};
    private boolean acknowledgingOnly;
    private boolean duplicateDetection = true;

    /** No session, and no quirk. */
    public NasSessions() {}

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Answered(byte[] authenticator, List<byte[]> datagrams) {}

    /** A subscriber comes online; replaces a session of the same Acct-Session-Id. Accounting learns it from the test. */
    public synchronized void open(NasSession session) {
        open.put(session.sessionId(), session);
    }

    /** The subscribers who are online, in the order in which they came. A copy. */
    public synchronized List<NasSession> all() {
        return List.copyOf(open.values());
    }

    /**
     * Called with each session that a Disconnect-Request closed, before the acknowledgement is sent, as for an
     * Accounting-Stop: {@code onStop(accounting::stop)} with a {@link FreeRadiusAccounting}. On the NAS' thread. Default:
     * nothing.
     */
    public synchronized NasSessions onStop(Consumer<NasSession> accounting) {
        onStop = accounting;
        return this;
    }

    /**
     * Called with each session that a CoA-Request changed, before the acknowledgement is sent, as for an Interim-Update.
     * On the NAS' thread. Default: nothing.
     */
    public synchronized NasSessions onChange(Consumer<NasSession> accounting) {
        onChange = accounting;
        return this;
    }

    /** Quirk: whether requests are acknowledged and nothing is done. Default false. */
    public synchronized NasSessions acknowledgingOnly(boolean value) {
        acknowledgingOnly = value;
        return this;
    }

    /**
     * Whether a retransmission gets the answer of the first transmission (RFC 5080, section 2.2.2). Default true. Quirk of
     * hostapd: false, so that the retransmission of a Disconnect-Request that was carried out is refused with 503.
     */
    public synchronized NasSessions duplicateDetection(boolean value) {
        duplicateDetection = value;
        return this;
    }

    /**
     * Quirk: requests with this attribute are refused (401). May be called several times.
     *
     * @param vendor 0 for standard attributes
     */
    public NasSessions unsupportedAttribute(int vendor, int code) {
        unsupported.add(vendor + ":" + code);
        return this;
    }

    @Override
    public synchronized List<byte[]> answer(NasRequest request, String secret) {
        long key = (long) request.from().getPort() << 8 | request.identifier();
        Answered before = answered.get(key);
        if (duplicateDetection && before != null && Arrays.equals(before.authenticator, request.authenticator())) {
            return before.datagrams;
        }
        List<byte[]> datagrams = List.of(decide(request, secret).packet());
        answered.put(key, new Answered(request.authenticator(), datagrams));
        return datagrams;
    }

    private NasAnswer decide(NasRequest request, String secret) {
        if (request.attributes().stream().anyMatch(attribute -> unsupported.contains(name(attribute)))) {
            return NasAnswer.nak(request, secret, UNSUPPORTED_ATTRIBUTE);
        }
        List<NasSession> identified = new ArrayList<>(open.values());
        request.text(ACCT_SESSION_ID)
                .ifPresent(id ->
                        identified.removeIf(session -> !session.sessionId().equals(id)));
        request.text(USER_NAME)
                .ifPresent(user ->
                        identified.removeIf(session -> !session.userName().equals(user)));
        request.find(FRAMED_IP_ADDRESS)
                .ifPresent(ip -> identified.removeIf(
                        session -> !session.framedIpAddress().equals(dotted(ip.value()))));
        if (identified.size() != 1) {
            return NasAnswer.nak(request, secret, identified.isEmpty() ? SESSION_NOT_FOUND : SEVERAL_SESSIONS);
        }
        if (!acknowledgingOnly) {
            apply(request, identified.get(0));
        }
        return NasAnswer.ack(request, secret);
    }

    private void apply(NasRequest request, NasSession session) {
        if (request.code() == NasRequest.DISCONNECT_REQUEST) {
            open.remove(session.sessionId());
            onStop.accept(session);
            return;
        }
        Map<String, String> applied = new HashMap<>(session.applied());
        request.attributes().stream()
                .filter(attribute -> attribute.vendor() != 0 || !NOT_APPLIED.contains(attribute.code()))
                .forEach(attribute ->
                        applied.put(name(attribute), new String(attribute.value(), StandardCharsets.UTF_8)));
        NasSession changed =
                new NasSession(session.sessionId(), session.userName(), session.framedIpAddress(), applied);
        open.put(changed.sessionId(), changed);
        onChange.accept(changed);
    }

    private static String name(NasRequest.Attribute attribute) {
        return attribute.vendor() + ":" + attribute.code();
    }

    private static String dotted(byte[] address) {
        return (address[0] & 0xFF) + "." + (address[1] & 0xFF) + "." + (address[2] & 0xFF) + "." + (address[3] & 0xFF);
    }
}
