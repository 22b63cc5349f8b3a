package io.silverdata.contract.adapters.radius.internal.session;

import io.silverdata.contract.adapters.radius.dynauth.DynamicAuthorizationClient;
import io.silverdata.contract.adapters.radius.internal.nas.NasDirectory;
import io.silverdata.contract.adapters.radius.internal.sql.DatabaseException;
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
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings open sessions to their target, all of a call side by side, and asks accounting for proof. */
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

    /** Begins a call: what a NAS did not answer in it holds up nothing else of it. */
    public Call call() {
        return new Call();
    }

    /** One call of the caller, in any number of parts. Not thread-safe. */
    public final class Call {
        private final SessionCall requests = new SessionCall(client, sessions);
        private final NasDirectory nases = directory.readingOnce();

        private Call() {}

        /** The result of each session, in their order. Blocks until all are known. */
        public List<SessionResult> update(List<SessionOrder> orders) {
            List<SessionUpdate> updates = new ArrayList<>();
            List<Supplier<SessionResult>> results = new ArrayList<>();
            for (SessionOrder order : orders) {
                results.add(begin(order, updates));
            }
            requests.run(updates);
            verifyClosed(updates);
            List<SessionResult> all = results.stream().map(Supplier::get).toList();
            all.forEach(SessionUpdater.this::report);
            return all;
        }

        /** Adds what is to be sent, if anything can be, and says where the result will be. */
        private Supplier<SessionResult> begin(SessionOrder order, List<SessionUpdate> updates) {
            Session session = order.session();
            try {
                Either<Refused, List<NasSettings>> found = nases.find(session);
                if (found.isLeft()) {
                    Refused refused = found.getLeft();
                    return () -> new SessionResult(session, Outcome.REFUSED, refused.code() + " " + refused.detail());
                }
                SessionUpdate update = new SessionUpdate(session, found.get(), order.target(), capabilities, clock);
                updates.add(update);
                return () -> update.result().orElseThrow();
            } catch (RuntimeException failed) {
                LOG.debug("{}: its NAS is not known", session, failed);
                return () -> new SessionResult(session, Outcome.LATER, String.valueOf(failed.getMessage()));
            }
        }
    }

    private void verifyClosed(List<SessionUpdate> updates) {
        List<SessionUpdate> unproven = updates;
        Duration left = poll.timeout();
        Duration next = poll.firstPause();
        while (true) {
            unproven = stillUnproven(unproven);
            Duration pause = next.compareTo(left) < 0 ? next : left;
            if (unproven.isEmpty() || left.isZero() || !poll.sleeper().sleep(pause)) {
                return;
            }
            left = left.minus(pause);
            next = poll.pauseAfter(next);
        }
    }

    /** One question for all of them. What cannot be read is not proven. */
    private List<SessionUpdate> stillUnproven(List<SessionUpdate> updates) {
        List<SessionUpdate> unproven =
                updates.stream().filter(SessionUpdate::isUnproven).toList();
        if (unproven.isEmpty()) {
            return unproven;
        }
        try {
            Map<String, Session> open = sessions.refresh(
                    unproven.stream().map(SessionUpdate::session).toList());
            unproven.stream()
                    .filter(update -> !open.containsKey(update.session().uniqueId()))
                    .forEach(SessionUpdate::verified);
            return unproven.stream().filter(SessionUpdate::isUnproven).toList();
        } catch (DatabaseException failed) {
            unproven.forEach(update -> update.fail(Outcome.CLOSE_ACKNOWLEDGED, failed.detail()));
            return List.of();
        }
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
