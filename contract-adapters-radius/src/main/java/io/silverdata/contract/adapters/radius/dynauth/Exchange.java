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
    private long wait;

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

    /**
     * Chooses the retransmission timeout: RT = IRT + RAND * IRT, then RT = 2 * RTprev + RAND * RTprev, and MRT + RAND
     * * MRT once that is more than MRT (RFC 5080, section 2.2.1).
     *
     * @return when it is over
     */
    long nextTimeout(RetransmissionPolicy policy, RandomGenerator random, long now) {
        double jitter = policy.jitter() * (2 * random.nextDouble() - 1);
        long initial = policy.initialWait().toNanos();
        long longest = policy.maxWait().toNanos();
        long next = transmissions == 1 ? jittered(initial, 1, jitter) : jittered(wait, 2, jitter);
        wait = next > longest ? jittered(longest, 1, jitter) : next;
        return Math.min(now + wait, deadline(policy));
    }

    private static long jittered(long wait, int factor, double jitter) {
        return (long) (wait * (factor + jitter));
    }

    /** Whether no retransmission is left. */
    boolean isExhausted(RetransmissionPolicy policy, long now) {
        return transmissions >= policy.maxTransmissions() || now - deadline(policy) >= 0;
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
