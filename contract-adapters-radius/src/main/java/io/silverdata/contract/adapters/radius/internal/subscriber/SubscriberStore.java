package io.silverdata.contract.adapters.radius.internal.subscriber;

import io.silverdata.contract.adapters.radius.group.HoldGroup;
import io.silverdata.contract.adapters.radius.internal.credential.CredentialIssuer;
import io.silverdata.contract.adapters.radius.internal.group.GroupCheck;
import io.silverdata.contract.adapters.radius.internal.group.GroupTable;
import io.silverdata.contract.adapters.radius.internal.sql.RadiusDatabase;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.DeviceOutcome.Refused;
import io.vavr.control.Either;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of logins. Each operation is one transaction, in which nobody else who works by this class touches the login; it
 * writes only what is not there already.
 */
public final class SubscriberStore {
    /** More logins than this are not read in one statement. */
    public static final int MAX_AT_ONCE = 1_000;

    private final RadiusDatabase database;
    private final ServiceCheck check;
    private final HoldGroups holds;
    private final CredentialIssuer credentials;
    private final SecureRandom random;

    public SubscriberStore(
            RadiusDatabase database,
            GroupCheck groups,
            HoldGroups holds,
            CredentialIssuer credentials,
            SecureRandom random) {
        this.database = database;
        this.check = new ServiceCheck(groups, holds);
        this.holds = holds;
        this.credentials = credentials;
        this.random = random;
    }

    /**
     * The result of a write.
     *
     * @param tag of the rows as they are now
     * @param changed whether anything was written
     */
    public record Written(ClassTag tag, boolean changed) {}

    /** Makes the rows say this. Refused, with nothing written, where a group would not do what the plan says. */
    public Either<Refused, Written> ensure(AccessService service) {
        RadiusUser user = service.user();
        return database.write("user " + user, connection -> {
            SubscriberTables tables = new SubscriberTables(connection);
            SubscriberRows rows = tables.rows(user);
            Optional<Refused> refusal = check.refusal(GroupTable.on(connection), rows, service);
            return refusal.isPresent()
                    ? Either.<Refused, Written>left(refusal.get())
                    : Either.<Refused, Written>right(write(tables, rows, service));
        });
    }

    /** Removes every row of this library. True if there were any. */
    public Either<Refused, Boolean> remove(RadiusUser user) {
        return database.write("user " + user, connection -> {
            SubscriberTables tables = new SubscriberTables(connection);
            SubscriberRows rows = tables.rows(user);
            Optional<Refused> refusal = ServiceCheck.otherSpelling(rows);
            if (refusal.isPresent()) {
                return Either.<Refused, Boolean>left(refusal.get());
            }
            new RowChange(tables, rows).removeEverything();
            return Either.<Refused, Boolean>right(rows.isPresent());
        });
    }

    /**
     * Records that every open session is in sync with the rows. False if the rows were changed meanwhile: then the sessions
     * may have been changed in either order, and are to be changed again.
     */
    public boolean recordInSync(RadiusUser user, ClassTag tag) {
        return database.write("user " + user, connection -> {
            SubscriberTables tables = new SubscriberTables(connection);
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
        return database.read(connection -> new SubscriberTables(connection).rows(user));
    }

    /**
     * The rows of many logins.
     *
     * @param users at most {@link #MAX_AT_ONCE}, each once
     */
    public Map<RadiusUser, SubscriberRows> read(List<RadiusUser> users) {
        return users.isEmpty() ? Map.of() : database.read(connection -> new SubscriberTables(connection).rows(users));
    }

    /** The logins that this library wrote, in the database's order. */
    public List<String> logins(String after, int max) {
        return database.read(connection -> new SubscriberTables(connection).taggedLogins(after, max));
    }

    /** How the rows of services differ from what they should say, in their order; nothing where they do not. */
    public List<List<String>> differences(List<SubscriberRows> rows, List<AccessService> services) {
        return database.read(connection -> {
            GroupTable groups = GroupTable.cachingOn(connection);
            List<List<String>> differences = new ArrayList<>();
            for (int i = 0; i < services.size(); i++) {
                RowComparison comparison = new RowComparison(rows.get(i), services.get(i), holds);
                check.refusal(groups, rows.get(i), services.get(i))
                        .ifPresent(refusal -> comparison.note(refusal.detail()));
                differences.add(comparison.differences());
            }
            return differences;
        });
    }

    private Written write(SubscriberTables tables, SubscriberRows rows, AccessService service) throws SQLException {
        Optional<HoldGroup> hold = holds.of(service.enforcement());
        RowChange change = new RowChange(tables, rows);
        change.reject(!service.enforcement().allowsLogin());
        change.membership(SubscriberRows.PLAN_PRIORITY, Optional.of(service.profile()));
        change.membership(SubscriberRows.HOLD_PRIORITY, hold.map(HoldGroup::group));
        boolean accessChanged = change.isChanged();
        change.credential(() -> credentials.issue(service.user()));
        String fingerprint = ClassTag.fingerprint(service);
        ClassTag tag = rows.tag()
                .filter(present -> !accessChanged && present.fingerprint().equals(fingerprint))
                .orElseGet(() -> ClassTag.newVersion(fingerprint, nextState(rows, hold.map(HoldGroup::group)), random));
        change.tag(tag);
        return new Written(tag, change.isChanged());
    }

    /**
     * Sessions enter and leave the walled garden only by a new login; and once that is due, it stays due until it is done.
     */
    private ClassTag.State nextState(SubscriberRows rows, Optional<ProfileName> hold) {
        boolean wasCaptive = holds.isCaptive(rows.holdGroup());
        boolean becomesCaptive = holds.isCaptive(hold.map(ProfileName::value));
        boolean stillDue = rows.tag()
                .filter(tag -> tag.state() == ClassTag.State.DISCONNECT_DUE)
                .isPresent();
        return wasCaptive != becomesCaptive || stillDue ? ClassTag.State.DISCONNECT_DUE : ClassTag.State.CHANGE_DUE;
    }
}
