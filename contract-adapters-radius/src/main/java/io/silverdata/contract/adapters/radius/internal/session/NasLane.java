package io.silverdata.contract.adapters.radius.internal.session;

import io.silverdata.contract.adapters.radius.dynauth.Answer;
import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The sessions of one call at one NAS. No more requests are under way than the NAS takes at a time and as many again, which wait in
 * the client, so that none waits there for long. A NAS that leaves requests without an answer gets no further sessions of this
 * call: it must not hold up the others. Not thread-safe.
 */
final class NasLane {
    /** So many, and more than one of so many, without an answer. */
    private static final int UNANSWERED = 5;

    private static final int ONE_OF = 5;

    private final int room;
    private final Deque<SessionUpdate> waiting = new ArrayDeque<>();
    private int underWay;
    private int answered;
    private int unanswered;

    NasLane(NasEndpoint nas) {
        this.room = nas.inFlight() + Math.min(nas.inFlight(), nas.queue());
    }

    /** A session whose next request goes to this NAS. */
    void add(SessionUpdate update) {
        waiting.addLast(update);
    }

    /** The next session whose turn has come; it has one until {@link #ended}. */
    Optional<SessionUpdate> next() {
        if (underWay >= room) {
            return Optional.empty();
        }
        Optional<SessionUpdate> next = Optional.ofNullable(waiting.pollFirst());
        if (next.isPresent()) {
            underWay++;
        }
        return next;
    }

    /** The turn of a session is over. */
    void ended() {
        underWay--;
    }

    /** What came back for a request. */
    void count(Answer answer) {
        if (answer instanceof Answer.TimedOut) {
            unanswered++;
        } else if (!(answer instanceof Answer.NotSent)) {
            answered++;
        }
    }

    /** Whether no session is begun here any more. */
    boolean isSilent() {
        return unanswered >= UNANSWERED && unanswered * ONE_OF > answered + unanswered;
    }
}
