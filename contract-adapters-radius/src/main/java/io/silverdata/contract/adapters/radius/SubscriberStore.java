package io.silverdata.contract.adapters.radius;

import io.silverdata.contract.adapters.radius.profile.Rates;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.DeviceOutcome.Refused;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The rows of logins. Each operation is one transaction, in which nobody else who works by this class touches the login; it
 * writes only what is not there already.
 */
final class SubscriberStore {
    private static final int MAX_OCTETS = 253;

    private final RadiusDatabase database;
    private final GroupCheck groups;
    private final Holds holds;
    private final CredentialEncoder encoder;
    private final CredentialSource credentials;
    private final SecureRandom random;

    SubscriberStore(
            RadiusDatabase database,
            GroupAttributes attributes,
            Holds holds,
            CredentialEncoder encoder,
            CredentialSource credentials,
            SecureRandom random) {
        this.database = database;
        this.groups = new GroupCheck(attributes);
        this.holds = holds;
        this.encoder = encoder;
        this.credentials = credentials;
        this.random = random;
    }

    /** The groups that stand before that of the plan. */
    record Holds(Hold throttled, Hold captive) {
        Optional<Hold> of(Enforcement enforcement) {
            return switch (enforcement) {
                case THROTTLE -> Optional.of(throttled);
                case CAPTIVE -> Optional.of(captive);
                case NONE, HARD_BLOCK, LINE_DISABLED -> Optional.empty();
            };
        }

        /** What a session of this service is to get. */
        Rates rates(AccessService service) {
            return of(service.enforcement())
                    .map(Hold::rates)
                    .orElseGet(() -> new Rates(service.download(), service.upload()));
        }

        boolean isCaptive(Optional<String> group) {
            return group.filter(captive.group().value()::equals).isPresent();
        }
    }

    /**
     * What a write did.
     *
     * @param mark which is there now
     * @param changed whether anything was written
     */
    record Written(Mark mark, boolean changed) {}

    /** Makes the rows say this. Refused, with nothing written, where a group would not do what the plan says. */
    Either<Refused, Written> ensure(AccessService service) {
        RadiusUser user = service.user();
        return database.writing("user " + user, connection -> {
            SubscriberTables tables = new SubscriberTables(connection);
            SubscriberRows rows = tables.rows(user);
            Optional<Refused> refusal = refusal(tables, rows, service);
            return refusal.isPresent()
                    ? Either.<Refused, Written>left(refusal.get())
                    : Either.<Refused, Written>right(write(tables, rows, service));
        });
    }

    /** Takes away every own row. True if there were any. */
    Either<Refused, Boolean> remove(RadiusUser user) {
        return database.writing("user " + user, connection -> {
            SubscriberTables tables = new SubscriberTables(connection);
            SubscriberRows rows = tables.rows(user);
            Optional<Refused> refusal = otherSpelling(rows);
            if (refusal.isPresent()) {
                return Either.<Refused, Boolean>left(refusal.get());
            }
            new RowChange(tables, rows).removeEverything();
            return Either.<Refused, Boolean>right(rows.isPresent());
        });
    }

    /**
     * Remembers that every session followed. False if the rows were changed meanwhile: then nobody knows what the sessions
     * were told last, and they are to be told again.
     */
    boolean settle(RadiusUser user, Mark mark) {
        return database.writing("user " + user, connection -> {
            SubscriberTables tables = new SubscriberTables(connection);
            SubscriberRows rows = tables.rows(user);
            Optional<Mark> present = rows.mark();
            if (present.isEmpty()) {
                return false;
            }
            boolean same = present.get().isSameVersion(mark);
            Mark.State state = same
                    ? Mark.State.FOLLOWED
                    : present.get().state() == Mark.State.FOLLOWED
                            ? Mark.State.TO_CHANGE
                            : present.get().state();
            new RowChange(tables, rows).mark(present.get().in(state));
            return same;
        });
    }

    SubscriberRows read(RadiusUser user) {
        return database.reading(connection -> new SubscriberTables(connection).rows(user));
    }

    /**
     * The rows of many logins.
     *
     * @param users at most {@link SubscriberTables#MAX_AT_ONCE}, each once
     */
    Map<RadiusUser, SubscriberRows> read(List<RadiusUser> users) {
        return users.isEmpty()
                ? Map.of()
                : database.reading(
                        connection -> SubscriberTables.ofMany(connection).rows(users));
    }

    /** Names with a mark of this library, in the database's order. */
    List<String> marked(String after, int max) {
        return database.reading(connection -> new SubscriberTables(connection).marked(after, max));
    }

    /** How the rows of services differ from what they should say, in their order; nothing where they do not. */
    List<List<String>> differences(List<SubscriberRows> rows, List<AccessService> services) {
        return database.reading(connection -> {
            SubscriberTables tables = SubscriberTables.ofMany(connection);
            List<List<String>> differences = new ArrayList<>();
            for (int i = 0; i < services.size(); i++) {
                RowComparison comparison = new RowComparison(rows.get(i), services.get(i), holds);
                refusal(tables, rows.get(i), services.get(i)).ifPresent(refusal -> comparison.note(refusal.detail()));
                differences.add(comparison.differences());
            }
            return differences;
        });
    }

    private Optional<Refused> refusal(SubscriberTables tables, SubscriberRows rows, AccessService service)
            throws SQLException {
        Optional<Refused> name = tooLong(service.user()).or(() -> otherSpelling(rows));
        if (name.isPresent()) {
            return name;
        }
        Optional<Refused> plan =
                groups.check(tables, service.profile(), new Rates(service.download(), service.upload()), false);
        if (plan.isPresent()) {
            return plan;
        }
        Optional<Hold> hold = holds.of(service.enforcement());
        if (hold.isPresent()) {
            Optional<Refused> held =
                    groups.check(tables, hold.get().group(), hold.get().rates(), true);
            if (held.isPresent()) {
                return held;
            }
        }
        return groups.foreignFirst(
                tables, rows, hold.isPresent() ? SubscriberRows.HOLD_PRIORITY : SubscriberRows.PLAN_PRIORITY);
    }

    /** 64 letters may take 256 octets in UTF-8, and an attribute has room for 253 (RFC 2865, section 5). */
    private static Optional<Refused> tooLong(RadiusUser user) {
        int octets = user.value().getBytes(StandardCharsets.UTF_8).length;
        return octets <= MAX_OCTETS
                ? Optional.empty()
                : Optional.of(new Refused(
                        "USER_TOO_LONG",
                        new Rejection.InvalidValue("radiusUser", user.value(), "at most 253 octets in UTF-8")
                                .message()));
    }

    private static Optional<Refused> otherSpelling(SubscriberRows rows) {
        return rows.otherSpelling()
                .map(name -> new Refused(
                        "USER_SPELLED_OTHERWISE",
                        new Rejection.InvalidValue(
                                        "radiusUser",
                                        rows.user().value(),
                                        "a name that this database can tell from " + name)
                                .message()));
    }

    private Written write(SubscriberTables tables, SubscriberRows rows, AccessService service) throws SQLException {
        Optional<Hold> hold = holds.of(service.enforcement());
        RowChange change = new RowChange(tables, rows);
        change.reject(!service.enforcement().allowsLogin());
        change.membership(SubscriberRows.PLAN_PRIORITY, Optional.of(service.profile()));
        change.membership(SubscriberRows.HOLD_PRIORITY, hold.map(Hold::group));
        boolean accessChanged = change.isChanged();
        change.credential(() -> encoder.encode(password(service.user()), random), encoder.attribute());
        String fingerprint = Mark.fingerprint(service);
        Mark mark = rows.mark()
                .filter(present -> !accessChanged && present.fingerprint().equals(fingerprint))
                .orElseGet(() -> Mark.next(fingerprint, nextState(rows, hold.map(Hold::group)), random));
        change.mark(mark);
        return new Written(mark, change.isChanged());
    }

    private Password password(RadiusUser user) {
        try {
            return Objects.requireNonNull(credentials.passwordFor(user), "password");
        } catch (RuntimeException failed) {
            throw new NoCredentialException(failed);
        }
    }

    /** Into and out of the walled garden only by coming back; and once that is due, it stays due until it is done. */
    private Mark.State nextState(SubscriberRows rows, Optional<ProfileName> hold) {
        boolean wasCaptive = holds.isCaptive(rows.groupAt(SubscriberRows.HOLD_PRIORITY));
        boolean becomesCaptive = holds.isCaptive(hold.map(ProfileName::value));
        boolean stillDue = rows.mark()
                .filter(mark -> mark.state() == Mark.State.TO_RECONNECT)
                .isPresent();
        return wasCaptive != becomesCaptive || stillDue ? Mark.State.TO_RECONNECT : Mark.State.TO_CHANGE;
    }
}
