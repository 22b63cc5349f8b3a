package io.silverdata.contract.adapters.radius.dynauth;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One request and its answer. Made on the caller's thread; everything else happens on the client's. */
final class Exchange extends TimerWheel.Entry {
    static final int DISCONNECT_REQUEST = 40;
    static final int COA_REQUEST = 43;

    final int code;
    final RequestBody body;
    final NasTransport transport;

    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private boolean completed;
    private byte[] packet = new byte[0];
    private byte[] authenticator = new byte[0];
    private @Nullable SourcePort port;
    private int identifier;
    private int transmissions;
    private boolean probe;
    private long firstSent;
    private long timeout;

    Exchange(int code, RequestBody body, NasTransport transport) {
        this.code = code;
        this.body = body;
        this.transport = transport;
    }

    /** Gives it an identifier, and octets to send. */
    void prepare(SourcePort from, int number, byte[] octets) {
        port = from;
        identifier = number;
        packet = octets;
        authenticator = Arrays.copyOfRange(octets, 4, 4 + Signer.AUTHENTICATOR);
    }

    /** It was sent for the first time. */
    void sent(boolean asProbe, long now) {
        probe = asProbe;
        firstSent = now;
        transmissions = 1;
    }

    /** It was sent once more. */
    void retransmitted() {
        transmissions++;
    }

    /** Chooses the next retransmission timeout. Returns when it is over: at the deadline at the latest. */
    long nextTimeout(RetransmissionPolicy policy, RandomGenerator random, long now) {
        timeout = transmissions == 1 ? policy.firstTimeout(random) : policy.timeoutAfter(timeout, random);
        return Math.min(now + timeout, deadline(policy));
    }

    /** Whether no retransmission is left. A probe has none: the NAS is silent, and others wait to know whether it still is. */
    boolean isExhausted(RetransmissionPolicy policy, long now) {
        return probe || transmissions >= policy.maxTransmissions() || now - deadline(policy) >= 0;
    }

    private long deadline(RetransmissionPolicy policy) {
        return firstSent + policy.deadline().toNanos();
    }

    /** Where the caller waits. The caller may complete it too: that changes nothing here. */
    CompletionStage<Answer> answer() {
        return answer;
    }

    void complete(Answer result) {
        completed = true;
        answer.complete(result);
    }

    boolean isCompleted() {
        return completed;
    }

    byte[] packet() {
        return packet;
    }

    byte[] authenticator() {
        return authenticator;
    }

    SourcePort port() {
        if (port == null) {
            throw new IllegalStateException("not sent yet");
        }
        return port;
    }

    int identifier() {
        return identifier;
    }

    int transmissions() {
        return transmissions;
    }

    boolean isProbe() {
        return probe;
    }

    long firstSent() {
        return firstSent;
    }

    @Override
    void fire(long now) {
        transport.onTimer(this, now);
    }
}
