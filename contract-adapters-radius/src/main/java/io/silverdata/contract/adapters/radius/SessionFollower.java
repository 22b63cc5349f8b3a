package io.silverdata.contract.adapters.radius;

import io.silverdata.contract.adapters.radius.SessionResult.Verdict;
import io.silverdata.contract.adapters.radius.dynauth.Answer;
import io.silverdata.contract.adapters.radius.dynauth.DynamicAuthorizationClient;
import io.silverdata.contract.spi.DeviceOutcome.Refused;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes open sessions follow the rows: one request for each, those of one subscriber side by side. */
final class SessionFollower {
    private static final Logger LOG = LoggerFactory.getLogger(SessionFollower.class);

    private final DynamicAuthorizationClient client;
    private final NasDirectory directory;
    private final SessionTable sessions;
    private final NasMemory memory;
    private final SessionListener listener;
    private final Clock clock;
    private final Waiting waiting;

    SessionFollower(
            DynamicAuthorizationClient client,
            NasDirectory directory,
            SessionTable sessions,
            SessionListener listener,
            Clock clock,
            Waiting waiting) {
        this.client = client;
        this.directory = directory;
        this.sessions = sessions;
        this.memory = new NasMemory(clock);
        this.listener = listener;
        this.clock = clock;
        this.waiting = waiting;
    }

    /**
     * How long accounting is waited for.
     *
     * @param max in all, from the acknowledgement on
     * @param first before the second look; most NASes tell accounting in the same breath. Each later pause is twice as long
     * @param longest between two looks
     * @param pause how to let time pass
     */
    record Waiting(Duration max, Duration first, Duration longest, Pause pause) {
        Duration after(Duration last) {
            Duration twice = last.multipliedBy(2);
            return twice.compareTo(longest) < 0 ? twice : longest;
        }
    }

    /** Lets time pass. False when the thread was interrupted. */
    @FunctionalInterface
    interface Pause {
        boolean pass(Duration time);
    }

    /** What came of each session. Blocks until it is known. */
    List<SessionResult> follow(List<Session> open, SessionCourse.Wish wish) {
        List<SessionResult> results = new ArrayList<>();
        List<SessionCourse> courses = new ArrayList<>();
        for (Session session : open) {
            Either<Refused, NasSettings> nas = directory.find(session);
            if (nas.isLeft()) {
                results.add(new SessionResult(
                        session,
                        Verdict.REFUSED,
                        nas.getLeft().code() + " " + nas.getLeft().detail()));
            } else {
                courses.add(new SessionCourse(session, nas.get(), wish, memory, clock, sessions::refresh));
            }
        }
        run(courses);
        verify(courses);
        courses.forEach(course -> course.result().ifPresent(results::add));
        results.forEach(this::tell);
        return results;
    }

    private record Asked(SessionCourse course, CompletionStage<Answer> answer) {}

    private void run(List<SessionCourse> courses) {
        List<SessionCourse> under = courses;
        while (!under.isEmpty()) {
            List<Asked> asked = new ArrayList<>();
            for (SessionCourse course : under) {
                course.ask(client).ifPresent(answer -> asked.add(new Asked(course, answer)));
            }
            // the client ends every request in bounded time
            asked.forEach(
                    one -> one.course().take(one.answer().toCompletableFuture().join()));
            under = under.stream().filter(course -> course.result().isEmpty()).toList();
        }
    }

    private void verify(List<SessionCourse> courses) {
        List<SessionCourse> unproven = courses;
        Duration left = waiting.max();
        Duration next = waiting.first();
        while (true) {
            unproven = unproven.stream().filter(this::isUnproven).toList();
            Duration pause = next.compareTo(left) < 0 ? next : left;
            if (unproven.isEmpty() || left.isZero() || !waiting.pause().pass(pause)) {
                return;
            }
            left = left.minus(pause);
            next = waiting.after(next);
        }
    }

    private boolean isUnproven(SessionCourse course) {
        Optional<SessionResult> acknowledged =
                course.result().filter(result -> result.verdict() == Verdict.CLOSE_ACKNOWLEDGED);
        if (acknowledged.isEmpty()) {
            return false;
        }
        if (sessions.refresh(course.session()).isPresent()) {
            return true;
        }
        course.verified();
        return false;
    }

    private void tell(SessionResult result) {
        LOG.debug("{}: {}, {}", result.session(), result.verdict(), result.detail());
        if (result.verdict() == Verdict.NOT_FOUND) {
            LOG.warn("{} is open in accounting only: {}", result.session(), result.detail());
        }
        try {
            listener.told(result);
        } catch (RuntimeException defect) {
            LOG.warn("a session listener threw", defect);
        }
    }
}
