package io.silverdata.contract.adapters.radius.internal.access;

import io.silverdata.contract.adapters.radius.internal.credential.NoCredentialException;
import io.silverdata.contract.adapters.radius.internal.session.SessionTable;
import io.silverdata.contract.adapters.radius.internal.session.SessionTarget;
import io.silverdata.contract.adapters.radius.internal.session.SessionUpdater;
import io.silverdata.contract.adapters.radius.internal.sql.DatabaseException;
import io.silverdata.contract.adapters.radius.internal.subscriber.ClassTag;
import io.silverdata.contract.adapters.radius.internal.subscriber.HoldGroups;
import io.silverdata.contract.adapters.radius.internal.subscriber.SubscriberStore;
import io.silverdata.contract.adapters.radius.session.ChangeFallback;
import io.silverdata.contract.adapters.radius.session.Session;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.DeviceOutcome.Refused;
import io.vavr.control.Either;
import java.util.List;
import java.util.function.Supplier;

/** Brings a login to its desired state: its rows first, so that a session that is closed comes back under the new rows. */
public final class AccessDelivery {
    private final SubscriberStore store;
    private final HoldGroups holds;
    private final SessionTable sessions;
    private final SessionUpdater updater;
    private final ChangeFallback fallback;

    public AccessDelivery(
            SubscriberStore store,
            HoldGroups holds,
            SessionTable sessions,
            SessionUpdater updater,
            ChangeFallback fallback) {
        this.store = store;
        this.holds = holds;
        this.sessions = sessions;
        this.updater = updater;
        this.fallback = fallback;
    }

    /** As {@code AccessProvisioner.ensure}. */
    public DeviceOutcome ensure(AccessService service) {
        return beforeCommit(() -> {
            Either<Refused, SubscriberStore.Written> written = store.ensure(service);
            return written.isLeft() ? written.getLeft() : afterCommit(() -> updateSessions(service, written.get()));
        });
    }

    /** As {@code AccessProvisioner.remove}. */
    public DeviceOutcome remove(RadiusUser user) {
        return beforeCommit(() -> {
            Either<Refused, SubscriberStore.Removed> removed = store.remove(user);
            return removed.isLeft() ? removed.getLeft() : afterCommit(() -> closeSessions(user, removed.get()));
        });
    }

    /** Gives the login another password. Its sessions go on: they are not asked for it again. */
    public DeviceOutcome rotatePassword(RadiusUser user) {
        return beforeCommit(() -> store.rotatePassword(user)
                .<DeviceOutcome>map(refused -> refused)
                .orElseGet(DeviceOutcome.Applied::new));
    }

    /** Removes a login that no host made by this library, with all of its rows and sessions. */
    public DeviceOutcome removeForeign(RadiusUser user) {
        return beforeCommit(() -> {
            Either<Refused, SubscriberStore.Removed> removed = store.removeForeign(user);
            return removed.isLeft() ? removed.getLeft() : afterCommit(() -> closeSessions(user, removed.get()));
        });
    }

    private DeviceOutcome updateSessions(AccessService service, SubscriberStore.Written written) {
        ClassTag tag = written.tag();
        boolean inSync = tag.state() == ClassTag.State.IN_SYNC;
        boolean cut = !service.enforcement().allowsLogin();
        if (inSync && !cut) {
            return new DeviceOutcome.Applied();
        }
        List<Session> outdated = sessions.open(service.user()).stream()
                .filter(session -> cut || !isAuthorizedBy(session, tag))
                .toList();
        DeviceOutcome outcome =
                DeviceOutcomes.of(updater.update(outdated, target(service, written)), written.changed());
        return outcome instanceof DeviceOutcome.Applied && !inSync ? recordInSync(service.user(), tag) : outcome;
    }

    private DeviceOutcome recordInSync(RadiusUser user, ClassTag tag) {
        return store.recordInSync(user, tag)
                ? new DeviceOutcome.Applied()
                : new DeviceOutcome.Unknown("another writer changed " + user + " meanwhile");
    }

    private SessionTarget target(AccessService service, SubscriberStore.Written written) {
        if (!service.enforcement().allowsLogin() || written.tag().state() == ClassTag.State.DISCONNECT_DUE) {
            return SessionTarget.closed();
        }
        boolean mayDisconnect = service.enforcement() != Enforcement.NONE || fallback == ChangeFallback.DISCONNECT;
        return SessionTarget.rates(holds.rates(service), written.reply(), mayDisconnect);
    }

    /** Whether the session began under these rows. Not known where accounting does not record Class. */
    private static boolean isAuthorizedBy(Session session, ClassTag tag) {
        return session.authorizedBy()
                .flatMap(ClassTag::parse)
                .filter(tag::isSameVersion)
                .isPresent();
    }

    /** What rows of others still let in is told once nothing of this library is left. */
    private DeviceOutcome closeSessions(RadiusUser user, SubscriberStore.Removed removed) {
        if (removed.isTakenOver()) {
            return new DeviceOutcome.Applied();
        }
        DeviceOutcome outcome =
                DeviceOutcomes.of(updater.update(sessions.open(user), SessionTarget.closed()), removed.changed());
        return outcome instanceof DeviceOutcome.Applied && removed.left().isPresent()
                ? removed.left().get()
                : outcome;
    }

    private static DeviceOutcome beforeCommit(Supplier<DeviceOutcome> work) {
        try {
            return work.get();
        } catch (DatabaseException failed) {
            return notWritten(failed);
        } catch (NoCredentialException none) {
            return new DeviceOutcome.NotSent("no password: " + none.detail());
        }
    }

    private static DeviceOutcome notWritten(DatabaseException failed) {
        if (failed.mayBeCommitted()) {
            return new DeviceOutcome.Unknown(failed.detail());
        }
        if (failed.isUnrepresentable()) {
            return new Refused(
                    "LOGIN_NOT_REPRESENTABLE", "outside the character set of the tables; " + failed.detail());
        }
        return failed.isForGood()
                ? new Refused("ROW_REFUSED", failed.detail())
                : new DeviceOutcome.NotSent(failed.detail());
    }

    /** The rows are committed: whatever fails now leaves them written. */
    private static DeviceOutcome afterCommit(Supplier<DeviceOutcome> work) {
        try {
            return work.get();
        } catch (DatabaseException failed) {
            return new DeviceOutcome.Unknown("the rows are written; " + failed.detail());
        }
    }
}
