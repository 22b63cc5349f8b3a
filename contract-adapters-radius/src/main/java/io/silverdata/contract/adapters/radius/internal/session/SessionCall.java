package io.silverdata.contract.adapters.radius.internal.session;

import io.silverdata.contract.adapters.radius.dynauth.Answer;
import io.silverdata.contract.adapters.radius.dynauth.DynamicAuthorizationClient;
import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.internal.sql.DatabaseException;
import io.silverdata.contract.adapters.radius.session.Session;
import io.silverdata.contract.adapters.radius.session.SessionResult.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests of one call, to all NASes side by side: each session goes on as soon as its own answer is there, on the thread of the
 * caller. Sessions that their NAS does not find are looked up in accounting together. Not thread-safe.
 */
final class SessionCall {
    private static final Logger LOG = LoggerFactory.getLogger(SessionCall.class);

    private final DynamicAuthorizationClient client;
    private final SessionTable accounting;
    private final Map<NasEndpoint, NasLane> lanes = new HashMap<>();
    private final BlockingQueue<Answered> answers = new LinkedBlockingQueue<>();
    private int underWay;

    SessionCall(DynamicAuthorizationClient client, SessionTable accounting) {
        this.client = client;
        this.accounting = accounting;
    }

    private record Answered(SessionUpdate update, NasLane lane, Answer answer) {}

    /** Brings each session to its result. Blocks until all have one: the client ends every request in bounded time. */
    void run(List<SessionUpdate> updates) {
        updates.forEach(this::goOn);
        lanes.values().forEach(this::sendWaiting);
        while (underWay > 0) {
            List<SessionUpdate> searching = new ArrayList<>();
            for (Answered answered : nextAnswers()) {
                underWay--;
                answered.lane().ended();
                answered.lane().count(answered.answer());
                guarded(answered.update(), () -> answered.update().answered(answered.answer()));
                if (answered.update().isSearching()) {
                    searching.add(answered.update());
                } else {
                    goOn(answered.update());
                }
            }
            search(searching);
            searching.forEach(this::goOn);
            lanes.values().forEach(this::sendWaiting);
        }
    }

    /** Where the session has no result yet, its next request waits for its turn. */
    private void goOn(SessionUpdate update) {
        if (update.result().isEmpty()) {
            lanes.computeIfAbsent(update.nas(), NasLane::new).add(update);
        }
    }

    private void sendWaiting(NasLane lane) {
        for (Optional<SessionUpdate> next = lane.next(); next.isPresent(); next = lane.next()) {
            SessionUpdate update = next.get();
            if (lane.isSilent() && !update.isBegun()) {
                lane.ended();
                update.fail(
                        Outcome.NOT_SENT,
                        update.nas() + ": not asked, since it left other requests of this call without an answer");
            } else {
                send(update, lane);
            }
        }
    }

    private void send(SessionUpdate update, NasLane lane) {
        List<CompletionStage<Answer>> sent = new ArrayList<>(1);
        guarded(update, () -> update.send(client).ifPresent(sent::add));
        if (sent.isEmpty()) {
            lane.ended();
            return;
        }
        underWay++;
        sent.get(0).thenAccept(answer -> answers.add(new Answered(update, lane, answer)));
    }

    /** A profile of the host may throw: that harms this session alone. */
    private static void guarded(SessionUpdate update, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException defect) {
            LOG.warn("{}: a defect", update.session(), defect);
            update.fail(Outcome.LATER, "the adapter threw " + defect);
        }
    }

    /** All that are there; waits for one. */
    private List<Answered> nextAnswers() {
        List<Answered> next = new ArrayList<>();
        boolean interrupted = false;
        while (next.isEmpty()) {
            try {
                next.add(answers.take());
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        answers.drainTo(next);
        return next;
    }

    private void search(List<SessionUpdate> searching) {
        if (searching.isEmpty()) {
            return;
        }
        try {
            Map<String, Session> open = accounting.refresh(
                    searching.stream().map(SessionUpdate::session).toList());
            searching.forEach(update -> update.accounted(
                    Optional.ofNullable(open.get(update.session().uniqueId()))));
        } catch (DatabaseException failed) {
            searching.forEach(update -> update.fail(Outcome.LATER, failed.detail()));
        }
    }
}
