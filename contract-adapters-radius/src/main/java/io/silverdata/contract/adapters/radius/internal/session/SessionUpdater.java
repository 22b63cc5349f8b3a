package io.silverdata.contract.adapters.radius.internal.session;

import io.silverdata.contract.adapters.radius.dynauth.Answer;
import io.silverdata.contract.adapters.radius.dynauth.DynamicAuthorizationClient;
import io.silverdata.contract.adapters.radius.internal.nas.NasDirectory;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.session.Session;
import io.silverdata.contract.adapters.radius.session.SessionListener;
import io.silverdata.contract.adapters.radius.session.SessionResult;
import io.silverdata.contract.adapters.radius.session.SessionResult.Outcome;
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

/** Brings open sessions to their target, those of one subscriber side by side, and asks accounting for proof. */
public final class SessionUpdater {
    private static final Logger LOG = LoggerFactory.getLogger(SessionUpdater.class);

    private final DynamicAuthorizationClient client;
    private final NasDirectory directory;
    private final SessionTable sessions;
    private final NasCapabilities capabilities;
    private final SessionListener listener;
    private final Clock clock;
    private final AccountingPoll poll;

    public SessionUpdater(
            DynamicAuthorizationClient client,
            NasDirectory directory,
            SessionTable sessions,
            SessionListener listener,
            Clock clock,
            AccountingPoll poll) {
        this.client = client;
        this.directory = directory;
        this.sessions = sessions;
        this.capabilities = new NasCapabilities(clock);
        this.listener = listener;
        this.clock = clock;
        this.poll = poll;
    }

    /** The result of each session. Blocks until all are known. */
    public List<SessionResult> update(List<Session> open, SessionTarget target) {
        List<SessionResult> results = new ArrayList<>();
        List<SessionUpdate> updates = new ArrayList<>();
        for (Session session : open) {
            Either<Refused, List<NasSettings>> nas = directory.find(session);
            if (nas.isLeft()) {
                results.add(new SessionResult(
                        session,
                        Outcome.REFUSED,
                        nas.getLeft().code() + " " + nas.getLeft().detail()));
            } else {
                updates.add(new SessionUpdate(session, nas.get(), target, capabilities, clock, sessions::refresh));
            }
        }
        run(updates);
        verifyClosed(updates);
        updates.forEach(update -> update.result().ifPresent(results::add));
        results.forEach(this::report);
        return results;
    }

    private record InFlight(SessionUpdate update, CompletionStage<Answer> answer) {}

    private void run(List<SessionUpdate> updates) {
        List<SessionUpdate> unfinished = updates;
        while (!unfinished.isEmpty()) {
            List<InFlight> inFlight = new ArrayList<>();
            for (SessionUpdate update : unfinished) {
                update.send(client).ifPresent(answer -> inFlight.add(new InFlight(update, answer)));
            }
            // the client ends every request in bounded time
            inFlight.forEach(sent ->
                    sent.update().answered(sent.answer().toCompletableFuture().join()));
            unfinished = unfinished.stream()
                    .filter(update -> update.result().isEmpty())
                    .toList();
        }
    }

    private void verifyClosed(List<SessionUpdate> updates) {
        List<SessionUpdate> unproven = updates;
        Duration left = poll.timeout();
        Duration next = poll.firstPause();
        while (true) {
            unproven = unproven.stream().filter(this::isUnproven).toList();
            Duration pause = next.compareTo(left) < 0 ? next : left;
            if (unproven.isEmpty() || left.isZero() || !poll.sleeper().sleep(pause)) {
                return;
            }
            left = left.minus(pause);
            next = poll.pauseAfter(next);
        }
    }

    private boolean isUnproven(SessionUpdate update) {
        Optional<SessionResult> acknowledged =
                update.result().filter(result -> result.outcome() == Outcome.CLOSE_ACKNOWLEDGED);
        if (acknowledged.isEmpty()) {
            return false;
        }
        if (sessions.refresh(update.session()).isPresent()) {
            return true;
        }
        update.verified();
        return false;
    }

    private void report(SessionResult result) {
        LOG.debug("{}: {}, {}", result.session(), result.outcome(), result.detail());
        if (result.outcome() == Outcome.NOT_FOUND) {
            LOG.warn("{} is open in accounting only: {}", result.session(), result.detail());
        }
        try {
            listener.completed(result);
        } catch (RuntimeException defect) {
            LOG.warn("a session listener threw", defect);
        }
    }
}
