package io.silverdata.contract.adapters.radius.internal.subscriber;

import io.silverdata.contract.adapters.radius.internal.credential.Credential;
import io.silverdata.contract.adapters.radius.internal.credential.CredentialIssuer;
import io.silverdata.contract.adapters.radius.internal.decision.LoginRows;
import io.silverdata.contract.adapters.radius.internal.decision.Row;
import io.silverdata.contract.adapters.radius.internal.group.GroupAttributes;
import io.silverdata.contract.adapters.radius.internal.group.GroupCheck;
import io.silverdata.contract.adapters.radius.internal.group.GroupTable;
import io.silverdata.contract.adapters.radius.internal.group.HeldGroupPublisher;
import io.silverdata.contract.adapters.radius.internal.sql.DatabaseException;
import io.silverdata.contract.adapters.radius.internal.sql.RadiusDatabase;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.DeviceOutcome.Refused;
import io.vavr.control.Either;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The rows of logins. Each operation is one transaction, in which nobody else who works by this class touches the login; it
 * writes only what is not there already.
 */
public final class SubscriberStore {
    /** More logins than this are not read in one statement. */
    public static final int MAX_AT_ONCE = 1_000;

    // character not in repertoire
    private static final String UNREPRESENTABLE_STATE = "22021";

    private final RadiusDatabase database;
    private final ServiceCheck check;
    private final HeldGroupPublisher held;
    private final HoldGroups holds;
    private final CredentialIssuer credentials;
    private final LoginOwner owner;
    private final SecureRandom random;

    public SubscriberStore(
            RadiusDatabase database,
            GroupAttributes groups,
            HoldGroups holds,
            CredentialIssuer credentials,
            LoginOwner owner,
            SecureRandom random) {
        this.database = database;
        this.held = new HeldGroupPublisher(database, groups);
        this.check = new ServiceCheck(new GroupCheck(groups), held, holds, owner);
        this.holds = holds;
        this.credentials = credentials;
        this.owner = owner;
        this.random = random;
    }

    /**
     * The result of a write.
     *
     * @param tag of the rows as they are now
     * @param changed whether anything was written
     * @param reply what the Access-Accept says now
     */
    public record Written(ClassTag tag, boolean changed, List<Row> reply) {}

    /**
     * The result of a removal.
     *
     * @param changed whether anything was removed
     * @param isTakenOver whether a login that the database takes for the same has its place, with its sessions
     * @param left why somebody is let in all the same, if that is so
     */
    public record Removed(boolean changed, boolean isTakenOver, Optional<Refused> left) {
        private static final Removed NOTHING = new Removed(false, false, Optional.empty());
        private static final Removed TAKEN_OVER = new Removed(false, true, Optional.empty());
    }

    /** Makes the rows say this. Refused, with nothing written, where FreeRADIUS would not do what the service says. */
    public Either<Refused, Written> ensure(AccessService service) {
        holds.of(service.enforcement()).ifPresent(hold -> held.publish(service.profile(), hold));
        RadiusUser user = service.user();
        return database.write("user " + user, connection -> {
            SubscriberTables tables = new SubscriberTables(connection, holds);
            GroupTable groups = GroupTable.cachingOn(connection);
            SubscriberRows found = tables.rows(user);
            SubscriberRows rows = owner.adoptsLogins() ? found.adopted(holds) : found;
            Optional<Refused> refusal = check.refusal(groups, rows, service);
            if (refusal.isPresent()) {
                return Either.<Refused, Written>left(refusal.get());
            }
            Optional<Credential> lost = Optional.empty();
            if (isRepair(found, service)) {
                lost = credentials.known(user);
                if (lost.isEmpty()) {
                    return Either.<Refused, Written>left(ServiceCheck.passwordLost(user));
                }
            }
            Supplier<Credential> issued =
                    lost.<Supplier<Credential>>map(known -> () -> known).orElse(() -> credentials.issue(user));
            return Either.<Refused, Written>right(write(tables, groups, rows, service, issued));
        });
    }

    /** Whether a login that this library made has lost the password that its subscriber uses. */
    private static boolean isRepair(SubscriberRows found, AccessService service) {
        return isOfSameHolder(found, service) && found.credential().isEmpty();
    }

    private static boolean isOfSameHolder(SubscriberRows rows, AccessService service) {
        return rows.mark().filter(mark -> !mark.isOfAnother(service.contract())).isPresent();
    }

    /** Gives the login another password; or says why it cannot. */
    public Optional<Refused> rotatePassword(RadiusUser user) {
        return database.write("user " + user, connection -> {
            SubscriberTables tables = new SubscriberTables(connection, holds);
            SubscriberRows rows = tables.rows(user);
            Optional<Refused> refusal = ServiceCheck.otherSpelling(rows)
                    .or(() -> check.otherOwner(rows))
                    .or(() -> ServiceCheck.notManaged(rows));
            if (refusal.isEmpty()) {
                new RowChange(tables, rows).credential(false, () -> credentials.issue(user));
            }
            return refusal;
        });
    }

    /** Removes every row of this library. A login that the database's character set does not have is not there. */
    public Either<Refused, Removed> remove(RadiusUser user) {
        try {
            return removeOwn(user);
        } catch (DatabaseException failed) {
            if (failed.isUnrepresentable()) {
                return Either.right(Removed.NOTHING);
            }
            throw failed;
        }
    }

    private Either<Refused, Removed> removeOwn(RadiusUser user) {
        return database.write("user " + user, connection -> {
            SubscriberTables tables = new SubscriberTables(connection, holds);
            SubscriberRows rows = tables.rows(user);
            if (rows.areOfAnotherSpelling()) {
                return Either.<Refused, Removed>right(Removed.TAKEN_OVER);
            }
            Optional<Refused> refusal = ServiceCheck.otherSpelling(rows).or(() -> check.otherOwner(rows));
            if (refusal.isPresent()) {
                return Either.<Refused, Removed>left(refusal.get());
            }
            new RowChange(tables, rows).removeEverything();
            return Either.<Refused, Removed>right(new Removed(
                    rows.isPresent(), false, ServiceCheck.stillLetIn(GroupTable.cachingOn(connection), rows)));
        });
    }

    /** Removes every row of a login that no host made by this library. Refused where one did. */
    public Either<Refused, Removed> removeForeign(RadiusUser user) {
        return database.write("user " + user, connection -> {
            SubscriberTables tables = new SubscriberTables(connection, holds);
            SubscriberRows rows = tables.rows(user);
            Optional<Refused> refusal = ServiceCheck.otherSpelling(rows).or(() -> ServiceCheck.managed(rows));
            if (refusal.isPresent()) {
                return Either.<Refused, Removed>left(refusal.get());
            }
            new RowChange(tables, rows).removeForeign();
            return Either.<Refused, Removed>right(new Removed(!rows.isEmpty(), false, Optional.empty()));
        });
    }

    /**
     * Records that every open session is in sync with the rows. False if the rows were changed meanwhile: then the sessions
     * may have been changed in either order, and are to be changed again.
     */
    public boolean recordInSync(RadiusUser user, ClassTag tag) {
        return database.write("user " + user, connection -> {
            SubscriberTables tables = new SubscriberTables(connection, holds);
            SubscriberRows rows = tables.rows(user);
            Optional<ClassTag> present = rows.tag();
            if (present.isEmpty()) {
                return false;
            }
            boolean same = present.get().isSameVersion(tag);
            ClassTag.State state = same
                    ? ClassTag.State.IN_SYNC
                    : present.get().state() == ClassTag.State.IN_SYNC
                            ? ClassTag.State.CHANGE_DUE
                            : present.get().state();
            new RowChange(tables, rows).tag(present.get().withState(state));
            return same;
        });
    }

    /** The rows of one login. */
    public SubscriberRows read(RadiusUser user) {
        return Objects.requireNonNull(read(List.of(user)).get(user));
    }

    /**
     * The rows of many logins.
     *
     * @param users at most {@link #MAX_AT_ONCE}, each once
     */
    public Map<RadiusUser, SubscriberRows> read(List<RadiusUser> users) {
        Map<RadiusUser, SubscriberRows> rows = new HashMap<>();
        if (!users.isEmpty()) {
            addRows(users, rows);
        }
        return rows;
    }

    /** One login that the database's character set does not have has no rows, and spoils nothing for the others. */
    private void addRows(List<RadiusUser> users, Map<RadiusUser, SubscriberRows> rows) {
        try {
            rows.putAll(database.read(connection -> new SubscriberTables(connection, holds).rows(users)));
        } catch (DatabaseException failed) {
            if (!failed.isUnrepresentable()) {
                throw failed;
            }
            if (users.size() == 1) {
                rows.put(users.get(0), SubscriberRows.none(users.get(0)));
                return;
            }
            addRows(users.subList(0, users.size() / 2), rows);
            addRows(users.subList(users.size() / 2, users.size()), rows);
        }
    }

    /** The logins that this host made, in the database's order. */
    public List<String> logins(String after, int max) {
        return database.read(
                connection -> new SubscriberTables(connection, holds).markedLogins(owner.name(), after, max));
    }

    /** The logins that no host made by this library, in the database's order. */
    public List<String> foreignLogins(String after, int max) {
        return database.read(connection -> new SubscriberTables(connection, holds).foreignLogins(after, max));
    }

    /** Whether rows of others let somebody in by this login. */
    public boolean isLetInByOthers(SubscriberRows rows) {
        return !rows.isEmpty()
                && database.read(connection -> ServiceCheck.stillLetIn(GroupTable.cachingOn(connection), rows))
                        .isPresent();
    }

    /** Whether another host owns the login. */
    public boolean isOfAnotherOwner(SubscriberRows rows) {
        return check.otherOwner(rows).isPresent();
    }

    /** How the rows of services differ from what they should say, in their order; nothing where they do not. */
    public List<List<String>> differences(List<SubscriberRows> rows, List<AccessService> services) {
        return database.read(connection -> {
            GroupTable groups = GroupTable.cachingOn(connection);
            List<List<String>> differences = new ArrayList<>();
            for (int i = 0; i < services.size(); i++) {
                Optional<LoginRows.Group> hold = check.heldGroup(groups, services.get(i));
                RowComparison comparison =
                        new RowComparison(rows.get(i), services.get(i), hold.map(LoginRows.Group::name));
                check.refusal(groups, rows.get(i), services.get(i))
                        .ifPresent(refusal -> comparison.note(refusal.detail()));
                if (hold.isPresent() && !groups.group(hold.get().name()).equals(hold.get())) {
                    comparison.note("group " + hold.get().name() + " is not the plan less what the hold replaces");
                }
                differences.add(comparison.differences());
            }
            return differences;
        });
    }

    private Written write(
            SubscriberTables tables,
            GroupTable groups,
            SubscriberRows rows,
            AccessService service,
            Supplier<Credential> issued)
            throws SQLException {
        Optional<String> hold = check.heldGroup(groups, service).map(LoginRows.Group::name);
        RowChange change = new RowChange(tables, rows);
        change.reject(!service.enforcement().allowsLogin());
        change.membership(
                SubscriberRows.PLAN_PRIORITY, Optional.of(service.profile().value()));
        change.membership(SubscriberRows.HOLD_PRIORITY, hold);
        boolean accessChanged = change.isChanged();
        change.credential(isOfSameHolder(rows, service), issued);
        change.mark(LoginMark.of(owner.name(), service, hold));
        String fingerprint = ClassTag.fingerprint(service);
        ClassTag tag = rows.tag()
                .filter(present -> !accessChanged && present.fingerprint().equals(fingerprint))
                .orElseGet(() -> ClassTag.newVersion(fingerprint, nextState(rows, hold), random));
        change.tag(tag);
        if (change.isChanged()) {
            requireWritten(tables, service.user());
        }
        return new Written(tag, change.isChanged(), check.reply(groups, rows, service));
    }

    /** A database that is not strict writes something else for what its character set does not have. */
    private static void requireWritten(SubscriberTables tables, RadiusUser user) throws SQLException {
        SubscriberRows written = tables.rows(user);
        if (written.mark().isEmpty() || written.otherSpelling().isPresent()) {
            throw new SQLException("the database wrote another name for " + user, UNREPRESENTABLE_STATE);
        }
    }

    /**
     * Sessions enter and leave the walled garden only by a new login; and once that is due, it stays due until it is done.
     */
    private ClassTag.State nextState(SubscriberRows rows, Optional<String> hold) {
        boolean wasCaptive = holds.isCaptive(rows.holdGroup());
        boolean becomesCaptive = holds.isCaptive(hold);
        boolean stillDue = rows.tag()
                .filter(tag -> tag.state() == ClassTag.State.DISCONNECT_DUE)
                .isPresent();
        return wasCaptive != becomesCaptive || stillDue ? ClassTag.State.DISCONNECT_DUE : ClassTag.State.CHANGE_DUE;
    }
}
