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
import io.silverdata.contract.adapters.radius.internal.sql.Together;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.AccessOrder;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.DeviceOutcome.Refused;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Writes the rows of logins: those of many in one transaction, in which nobody else who works by this class touches any of them.
 * Only what is not there already is written. Where the transaction fails, each login gets one of its own.
 */
public final class SubscriberWriter {
    // character not in repertoire
    private static final String UNREPRESENTABLE_STATE = "22021";

    private final RadiusDatabase database;
    private final ServiceCheck check;
    private final HeldGroupPublisher held;
    private final HoldGroups holds;
    private final CredentialIssuer credentials;
    private final LoginOwner owner;
    private final SecureRandom random;

    public SubscriberWriter(
            RadiusDatabase database,
            GroupAttributes groups,
            HoldGroups holds,
            CredentialIssuer credentials,
            LoginOwner owner,
            SettingsRows settings,
            SecureRandom random) {
        this.database = database;
        this.held = new HeldGroupPublisher(database, groups);
        this.check = new ServiceCheck(new GroupCheck(groups), held, holds, owner, settings);
        this.holds = holds;
        this.credentials = credentials;
        this.owner = owner;
        this.random = random;
    }

    /**
     * The version of a login's rows that its open sessions follow.
     *
     * @param tag of the rows when they were written
     */
    public record InSync(RadiusUser user, ClassTag tag) {}

    /**
     * Makes the rows say what the orders say. An order is refused, with nothing written, where FreeRADIUS would not do what the
     * service says.
     *
     * @param orders for logins that no database takes for the same
     * @return the result of each, in their order
     */
    public List<WriteResult> write(List<AccessOrder> orders) {
        return Together.each(orders, this::writeTogether, SubscriberWriter::failure);
    }

    /**
     * Records that every open session is in sync with the rows. Unknown where the rows were changed meanwhile: then the sessions
     * may have been changed in either order, and are to be changed again.
     *
     * @return the outcome of each, in their order
     */
    public List<DeviceOutcome> recordInSync(List<InSync> logins) {
        return Together.each(
                logins,
                this::recordTogether,
                (login, failed) -> new DeviceOutcome.Unknown("the rows are written; " + failed.getMessage()));
    }

    /** Gives the login another password; or says why it cannot. */
    public Optional<Refused> rotatePassword(RadiusUser user) {
        return database.write(lock(user), connection -> {
            SubscriberTables tables = new SubscriberTables(connection, holds);
            SubscriberRows rows = tables.rows(user);
            Optional<Refused> refusal = ServiceCheck.otherSpelling(rows)
                    .or(() -> check.otherOwner(rows))
                    .or(() -> ServiceCheck.notManaged(rows));
            if (refusal.isEmpty()) {
                RowChange change = new RowChange(rows);
                change.credential(false, () -> credentials.issue(user));
                tables.write(List.of(change));
            }
            return refusal;
        });
    }

    /** Removes every row of a login that no host made by this library. Refused where one did. */
    public WriteResult removeForeign(RadiusUser user) {
        return database.write(lock(user), connection -> {
            SubscriberTables tables = new SubscriberTables(connection, holds);
            SubscriberRows rows = tables.rows(user);
            Optional<Refused> refusal = ServiceCheck.otherSpelling(rows).or(() -> ServiceCheck.managed(rows));
            if (refusal.isPresent()) {
                return new WriteResult.NotWritten(refusal.get());
            }
            RowChange change = new RowChange(rows);
            change.removeForeign();
            tables.write(List.of(change));
            return new WriteResult.Removed(!rows.isEmpty(), false, Optional.empty());
        });
    }

    /** What is to be written for an order, and its result once that is done. */
    private record Planned(RowChange change, WriteResult result) {
        static Planned nothing(SubscriberRows rows, WriteResult result) {
            return new Planned(new RowChange(rows), result);
        }
    }

    /** A login that the database's character set does not have is not there to be removed. */
    private static WriteResult failure(AccessOrder order, RuntimeException failed) {
        boolean isAbsent =
                order instanceof AccessOrder.Remove && failed instanceof DatabaseException of && of.isUnrepresentable();
        return isAbsent ? WriteResult.Removed.NOTHING : new WriteResult.NotWritten(WriteFailure.outcome(failed));
    }

    private List<WriteResult> writeTogether(List<AccessOrder> orders) {
        publishHeldGroups(orders);
        List<RadiusUser> users = orders.stream().map(AccessOrder::user).toList();
        return database.write(locks(users), connection -> {
            SubscriberTables tables = new SubscriberTables(connection, holds);
            GroupTable groups = GroupTable.cachingOn(connection);
            Map<RadiusUser, SubscriberRows> rows = tables.rows(users);
            List<Planned> planned = new ArrayList<>();
            for (AccessOrder order : orders) {
                planned.add(plan(groups, Objects.requireNonNull(rows.get(order.user())), order));
            }
            tables.write(planned.stream().map(Planned::change).toList());
            if (database.dialect().mayWriteOtherwise()) {
                requireWritten(tables, changedBy(orders, planned));
            }
            return planned.stream().map(Planned::result).toList();
        });
    }

    /** The groups of holds are written beforehand, each by itself: they belong to no login. */
    private void publishHeldGroups(Collection<AccessOrder> orders) {
        orders.stream()
                .flatMap(order -> order instanceof AccessOrder.Ensure ensure
                        ? holds
                                .of(ensure.service().enforcement())
                                .map(hold -> new HeldGroupPublisher.Pair(
                                        ensure.service().profile(), hold))
                                .stream()
                        : Stream.empty())
                .distinct()
                .forEach(held::publish);
    }

    /** What the host's source of passwords throws harms this order alone. */
    private Planned plan(GroupTable groups, SubscriberRows rows, AccessOrder order) throws SQLException {
        try {
            return order instanceof AccessOrder.Ensure ensure
                    ? planEnsure(groups, rows, ensure.service())
                    : planRemoval(groups, rows);
        } catch (RuntimeException failed) {
            return Planned.nothing(rows, new WriteResult.NotWritten(WriteFailure.outcome(failed)));
        }
    }

    private Planned planEnsure(GroupTable groups, SubscriberRows found, AccessService service) throws SQLException {
        SubscriberRows rows = owner.adoptsLogins() ? found.adopted(holds) : found;
        Optional<Refused> refusal = check.refusal(groups, rows, service);
        if (refusal.isPresent()) {
            return Planned.nothing(rows, new WriteResult.NotWritten(refusal.get()));
        }
        Optional<Credential> lost = Optional.empty();
        if (isRepair(found, service)) {
            lost = credentials.known(service.user());
            if (lost.isEmpty()) {
                return Planned.nothing(rows, new WriteResult.NotWritten(ServiceCheck.passwordLost(service.user())));
            }
        }
        Supplier<Credential> issued =
                lost.<Supplier<Credential>>map(known -> () -> known).orElse(() -> credentials.issue(service.user()));
        return planEnsure(groups, rows, service, issued);
    }

    private Planned planEnsure(
            GroupTable groups, SubscriberRows rows, AccessService service, Supplier<Credential> issued)
            throws SQLException {
        Optional<String> hold = check.heldGroup(groups, service).map(LoginRows.Group::name);
        RowChange change = new RowChange(rows);
        change.reject(!service.enforcement().allowsLogin());
        change.membership(
                SubscriberRows.PLAN_PRIORITY, Optional.of(service.profile().value()));
        change.membership(SubscriberRows.HOLD_PRIORITY, hold);
        List<Row> settings = check.settings(groups, service);
        SettingsRows.Change told = change.settings(settings);
        boolean accessChanged = change.isChanged();
        change.credential(isOfSameHolder(rows, service), issued);
        change.mark(LoginMark.of(owner.name(), service, hold));
        String fingerprint = ClassTag.fingerprint(service);
        ClassTag tag = rows.tag()
                .filter(present -> !accessChanged && present.fingerprint().equals(fingerprint))
                .orElseGet(() -> ClassTag.newVersion(fingerprint, nextState(rows, hold, told), random));
        change.tag(tag);
        return new Planned(
                change,
                new WriteResult.Written(
                        tag, change.isChanged(), check.reply(groups, rows, service), check.told(settings)));
    }

    /** Whether a login that this library made has lost the password that its subscriber uses. */
    private static boolean isRepair(SubscriberRows found, AccessService service) {
        return isOfSameHolder(found, service) && found.credential().isEmpty();
    }

    private static boolean isOfSameHolder(SubscriberRows rows, AccessService service) {
        return rows.mark().filter(mark -> !mark.isOfAnother(service.contract())).isPresent();
    }

    private Planned planRemoval(GroupTable groups, SubscriberRows rows) throws SQLException {
        if (rows.areOfAnotherSpelling()) {
            return Planned.nothing(rows, WriteResult.Removed.TAKEN_OVER);
        }
        Optional<Refused> refusal = ServiceCheck.otherSpelling(rows).or(() -> check.otherOwner(rows));
        if (refusal.isPresent()) {
            return Planned.nothing(rows, new WriteResult.NotWritten(refusal.get()));
        }
        RowChange change = new RowChange(rows);
        change.removeEverything();
        return new Planned(
                change, new WriteResult.Removed(rows.isPresent(), false, ServiceCheck.stillLetIn(groups, rows)));
    }

    private static List<RadiusUser> changedBy(List<AccessOrder> orders, List<Planned> planned) {
        List<RadiusUser> changed = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            if (orders.get(i) instanceof AccessOrder.Ensure ensure
                    && planned.get(i).change().isChanged()) {
                changed.add(ensure.user());
            }
        }
        return changed;
    }

    /** A database that is not strict writes something else for what its character set does not have. */
    private static void requireWritten(SubscriberTables tables, List<RadiusUser> users) throws SQLException {
        if (users.isEmpty()) {
            return;
        }
        for (SubscriberRows written : tables.rows(users).values()) {
            if (written.mark().isEmpty() || written.otherSpelling().isPresent()) {
                throw new SQLException("the database wrote another name for " + written.user(), UNREPRESENTABLE_STATE);
            }
        }
    }

    /**
     * Sessions enter and leave the walled garden, and get other addresses, only by a new login; and once that is due, it stays due until it
     * is done.
     */
    private ClassTag.State nextState(SubscriberRows rows, Optional<String> hold, SettingsRows.Change settings) {
        boolean wasCaptive = holds.isCaptive(rows.holdGroup());
        boolean becomesCaptive = holds.isCaptive(hold);
        Optional<ClassTag.State> due = rows.tag().map(ClassTag::state);
        if (wasCaptive != becomesCaptive
                || settings == SettingsRows.Change.RECONNECT
                || due.equals(Optional.of(ClassTag.State.DISCONNECT_DUE))) {
            return ClassTag.State.DISCONNECT_DUE;
        }
        return settings == SettingsRows.Change.TOLD || due.equals(Optional.of(ClassTag.State.SETTINGS_DUE))
                ? ClassTag.State.SETTINGS_DUE
                : ClassTag.State.CHANGE_DUE;
    }

    private List<DeviceOutcome> recordTogether(List<InSync> logins) {
        List<RadiusUser> users = logins.stream().map(InSync::user).toList();
        return database.write(locks(users), connection -> {
            SubscriberTables tables = new SubscriberTables(connection, holds);
            Map<RadiusUser, SubscriberRows> found = tables.replyRows(users);
            List<RowChange> changes = new ArrayList<>();
            List<DeviceOutcome> outcomes = new ArrayList<>();
            for (InSync login : logins) {
                SubscriberRows rows = Objects.requireNonNull(found.get(login.user()));
                RowChange change = new RowChange(rows);
                rows.tag().ifPresent(present -> change.tag(present.withState(stateAfter(present, login.tag()))));
                changes.add(change);
                outcomes.add(
                        rows.tag().filter(login.tag()::isSameVersion).isPresent()
                                ? new DeviceOutcome.Applied()
                                : new DeviceOutcome.Unknown("another writer changed " + login.user() + " meanwhile"));
            }
            tables.write(changes);
            return outcomes;
        });
    }

    /** Sessions that another writer has recorded may have been changed by this one after that. */
    private static ClassTag.State stateAfter(ClassTag present, ClassTag followed) {
        if (present.isSameVersion(followed)) {
            return ClassTag.State.IN_SYNC;
        }
        return present.state() == ClassTag.State.IN_SYNC ? ClassTag.State.CHANGE_DUE : present.state();
    }

    private static List<String> locks(List<RadiusUser> users) {
        return users.stream().map(SubscriberWriter::lock).toList();
    }

    private static String lock(RadiusUser user) {
        return "user " + user;
    }
}
