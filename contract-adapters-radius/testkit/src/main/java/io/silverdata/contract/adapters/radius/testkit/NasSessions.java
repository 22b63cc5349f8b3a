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
 * The sessions of a NAS, and how it treats requests about them: a Disconnect-Request closes the one it names, a CoA-Request
 * changes it. Safe for use by any number of threads.
 */
public final class NasSessions implements NasBehaviour {
    private static final int USER_NAME = 1;
    private static final int FRAMED_IP_ADDRESS = 8;
    private static final int ACCT_SESSION_ID = 44;
    private static final int SESSION_NOT_FOUND = 503;
    private static final int SEVERAL_SESSIONS = 508;
    private static final int UNSUPPORTED_ATTRIBUTE = 401;
    // what tells NAS and session, or belongs to the packet
    private static final Set<Integer> NOT_APPLIED =
            Set.of(USER_NAME, 4, FRAMED_IP_ADDRESS, 31, 32, ACCT_SESSION_ID, 55, 80);

    private final Map<String, NasSession> open = new LinkedHashMap<>();
    private final Map<Long, Answered> answered = new HashMap<>();
    private final Set<String> unsupported = ConcurrentHashMap.newKeySet();
    private Consumer<NasSession> onStop = session -> {};
    private Consumer<NasSession> onChange = session -> {};
    private boolean keeping;
    private boolean forgetful;

    /** None yet, and no quirks. */
    public NasSessions() {}

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Answered(byte[] authenticator, List<byte[]> datagrams) {}

    /** A subscriber comes online. */
    public synchronized void open(NasSession session) {
        open.put(session.sessionId(), session);
    }

    /** Those that are online, in the order in which they came. */
    public synchronized List<NasSession> all() {
        return List.copyOf(open.values());
    }

    /** Called for a session that was closed by a request, as an Accounting-Stop would tell. On the NAS' thread. */
    public synchronized NasSessions onStop(Consumer<NasSession> accounting) {
        onStop = accounting;
        return this;
    }

    /** Called for a session that was changed by a request, as an Interim-Update would tell. On the NAS' thread. */
    public synchronized NasSessions onChange(Consumer<NasSession> accounting) {
        onChange = accounting;
        return this;
    }

    /** Quirk: says yes and does nothing. */
    public synchronized NasSessions keeping(boolean value) {
        keeping = value;
        return this;
    }

    /** Quirk, hostapd's: does not remember what it answered, so that a repeated request is a new one. */
    public synchronized NasSessions forgetful(boolean value) {
        forgetful = value;
        return this;
    }

    /** Quirk: refuses requests with that attribute (401). Vendor 0 for standard ones. */
    public NasSessions unsupported(int vendor, int code) {
        unsupported.add(vendor + ":" + code);
        return this;
    }

    @Override
    public synchronized List<byte[]> answer(NasRequest request, String secret) {
        long key = (long) request.from().getPort() << 8 | request.identifier();
        Answered before = answered.get(key);
        if (!forgetful && before != null && Arrays.equals(before.authenticator, request.authenticator())) {
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
        List<NasSession> meant = new ArrayList<>(open.values());
        request.text(ACCT_SESSION_ID)
                .ifPresent(id -> meant.removeIf(session -> !session.sessionId().equals(id)));
        request.text(USER_NAME)
                .ifPresent(user -> meant.removeIf(session -> !session.userName().equals(user)));
        request.find(FRAMED_IP_ADDRESS)
                .ifPresent(ip ->
                        meant.removeIf(session -> !session.framedIpAddress().equals(dotted(ip.value()))));
        if (meant.size() != 1) {
            return NasAnswer.nak(request, secret, meant.isEmpty() ? SESSION_NOT_FOUND : SEVERAL_SESSIONS);
        }
        if (!keeping) {
            apply(request, meant.get(0));
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
