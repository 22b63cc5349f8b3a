package io.silverdata.contract.adapters.radius;

import io.silverdata.contract.adapters.radius.dynauth.DynamicAuthorizationClient;
import io.silverdata.contract.adapters.radius.internal.Checks;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.DeviceState;
import io.silverdata.contract.spi.LoginPage;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import io.silverdata.contract.spi.StorageException;
import io.vavr.control.Either;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Subscribers in FreeRADIUS' tables, and their open sessions changed or closed by RFC 5176. Safe for use by any number of
 * threads and processes.
 *
 * <p>Rows are committed first, so that a session that is closed comes back under the new rows; then each open session is
 * changed, or closed where that is not possible or allowed. What the outcomes mean:
 *
 * <ul>
 *   <li>{@code Applied}: the rows say it, and each open session was changed (its NAS acknowledged), is closed (accounting says
 *       so), or is known to nobody but accounting.
 *   <li>{@code Refused}: nothing was written because a group would not do what the plan says; or a NAS said no.
 *   <li>{@code NotSent}: nothing changed.
 *   <li>{@code Unknown}: the rows may say it, and at least one session may not follow. {@link #observe} tells.
 * </ul>
 *
 * <p>Of a login, all rows with a password or Auth-Type in {@code radcheck}, the library's own Class in {@code radreply}, and
 * the rows of priority 1 and -1 in {@code radusergroup} are this library's; it touches no others, and never {@code radacct}.
 */
public final class RadiusGateway implements AccessProvisioner, AutoCloseable {
    private final SubscriberStore store;
    private final SubscriberStore.Holds holds;
    private final SessionTable sessions;
    private final SessionFollower follower;
    private final AccessObserver observer;
    private final PlanGroups plans;
    private final ChangeFallback fallback;
    private final DynamicAuthorizationClient client;

    private RadiusGateway(Parts parts, ChangeFallback fallback, DynamicAuthorizationClient client) {
        this.store = parts.store();
        this.holds = parts.holds();
        this.sessions = parts.sessions();
        this.follower = parts.follower();
        this.observer = new AccessObserver(store, sessions);
        this.plans = parts.plans();
        this.fallback = fallback;
        this.client = client;
    }

    private record Parts(
            SubscriberStore store,
            SubscriberStore.Holds holds,
            SessionTable sessions,
            SessionFollower follower,
            PlanGroups plans) {}

    /** Begins with everything at its default. */
    public static Builder builder() {
        return new Builder();
    }

    /** The groups of plans and holds. */
    public PlanGroups plans() {
        return plans;
    }

    /**
     * What the tables say about a login.
     *
     * @throws StorageException when the database failed
     */
    public Optional<Subscriber> read(RadiusUser user) {
        return readable(() ->
                Optional.of(store.read(user)).filter(SubscriberRows::isPresent).map(SubscriberRows::asSubscriber));
    }

    /**
     * The open sessions of any number of logins, the newest first; logins without one are left out. One statement for each
     * thousand.
     *
     * @throws StorageException when the database failed
     */
    public Map<RadiusUser, List<Session>> openSessions(Collection<RadiusUser> users) {
        return readable(() -> sessions.open(users).stream().collect(Collectors.groupingBy(Session::user)));
    }

    @Override
    public DeviceOutcome ensure(AccessService service) {
        return guarded(() -> {
            Either<DeviceOutcome.Refused, SubscriberStore.Written> written = store.ensure(service);
            return written.isLeft() ? written.getLeft() : followed(service, written.get());
        });
    }

    @Override
    public DeviceOutcome remove(RadiusUser user) {
        return guarded(() -> {
            Either<DeviceOutcome.Refused, Boolean> removed = store.remove(user);
            return removed.isLeft() ? removed.getLeft() : afterwards(() -> closed(user, removed.get()));
        });
    }

    @Override
    public Observation observe(AccessService service) {
        return observer.observe(service);
    }

    @Override
    public Observation observeRemoved(RadiusUser user) {
        return observer.observeRemoved(user);
    }

    @Override
    public List<Observation> observeAll(List<AccessService> services) {
        return observer.observeAll(services);
    }

    @Override
    public Reading<LoginPage> logins(Optional<String> after, int max) {
        return observer.logins(after, max);
    }

    /** The NASes that were asked anything. */
    @Override
    public List<DeviceState> devices() {
        return client.conditions().entrySet().stream()
                .map(nas -> new DeviceState(nas.getKey().toString(), nas.getValue(), ""))
                .sorted(Comparator.comparing(DeviceState::device))
                .toList();
    }

    /** Ends the thread that talks to the NASes. The data source is the host's and stays open. */
    @Override
    public void close() {
        client.close();
    }

    private DeviceOutcome followed(AccessService service, SubscriberStore.Written written) {
        Mark mark = written.mark();
        boolean cut = !service.enforcement().allowsLogin();
        if (!cut && mark.state() == Mark.State.FOLLOWED) {
            return new DeviceOutcome.Applied();
        }
        return afterwards(() -> {
            List<Session> open = sessions.open(service.user()).stream()
                    .filter(session -> cut || !isAuthorizedBy(session, mark))
                    .toList();
            DeviceOutcome outcome = Outcomes.of(follower.follow(open, wish(service, mark)), written.changed());
            boolean settles = outcome instanceof DeviceOutcome.Applied && mark.state() != Mark.State.FOLLOWED;
            return settles && !store.settle(service.user(), mark)
                    ? new DeviceOutcome.Unknown("another writer changed " + service.user() + " meanwhile")
                    : outcome;
        });
    }

    private SessionCourse.Wish wish(AccessService service, Mark mark) {
        if (!service.enforcement().allowsLogin() || mark.state() == Mark.State.TO_RECONNECT) {
            return SessionCourse.Wish.closed();
        }
        boolean mayReconnect = service.enforcement() != Enforcement.NONE || fallback == ChangeFallback.DISCONNECT;
        return new SessionCourse.Wish(Optional.of(holds.rates(service)), mayReconnect);
    }

    /** Whether the session was let in under these rows. Not known where accounting does not record Class. */
    private static boolean isAuthorizedBy(Session session, Mark mark) {
        return session.authorizedBy()
                .flatMap(Mark::parse)
                .filter(mark::isSameVersion)
                .isPresent();
    }

    private DeviceOutcome closed(RadiusUser user, boolean changed) {
        return Outcomes.of(follower.follow(sessions.open(user), SessionCourse.Wish.closed()), changed);
    }

    /** The rows are committed: whatever fails now leaves them written. */
    private static DeviceOutcome afterwards(Supplier<DeviceOutcome> work) {
        try {
            return work.get();
        } catch (DatabaseFault fault) {
            return new DeviceOutcome.Unknown("the rows are written; " + fault.detail());
        }
    }

    private static DeviceOutcome guarded(Supplier<DeviceOutcome> work) {
        try {
            return work.get();
        } catch (DatabaseFault fault) {
            return fault.mayBeCommitted()
                    ? new DeviceOutcome.Unknown(fault.detail())
                    : new DeviceOutcome.NotSent(fault.detail());
        } catch (NoCredentialException none) {
            return new DeviceOutcome.NotSent("no password: " + none.reason());
        }
    }

    private static <T> T readable(Supplier<T> work) {
        try {
            return work.get();
        } catch (DatabaseFault fault) {
            throw new StorageException(fault.detail(), fault);
        }
    }

    /**
     * The settings. Required: {@link #dataSource}, {@link #throttled}, {@link #captive}, {@link #credentials}, and {@link #nas}
     * or {@link #nasTable}. Not thread-safe.
     */
    public static final class Builder {
        private @Nullable DataSource dataSource;
        private @Nullable SqlDialect dialect;
        private @Nullable Hold throttled;
        private @Nullable Hold captive;
        private @Nullable CredentialSource credentials;
        private CredentialEncoder encoder = CredentialEncoder.CLEARTEXT;
        private final List<NasSettings> nases = new ArrayList<>();
        private @Nullable NasTableSettings nasTable;
        private final List<NasProfile> profiles = new ArrayList<>();
        private final Set<InetAddress> radiusServers = new HashSet<>();
        private ChangeFallback fallback = ChangeFallback.DISCONNECT;
        private Duration verification = Duration.ofSeconds(10);
        private SessionListener listener = result -> {};
        private DynamicAuthorizationClient.Builder dynamicAuthorization = DynamicAuthorizationClient.builder();
        private Clock clock = Clock.systemUTC();
        private SecureRandom random = new SecureRandom();
        private SessionFollower.Pause pause = Builder::park;

        private Builder() {}

        /** FreeRADIUS' database. A pool, since each operation takes a connection. */
        public Builder dataSource(DataSource value, SqlDialect kind) {
            dataSource = Objects.requireNonNull(value, "dataSource");
            dialect = Objects.requireNonNull(kind, "dialect");
            return this;
        }

        /** The group for {@link Enforcement#THROTTLE}. */
        public Builder throttled(Hold value) {
            throttled = Objects.requireNonNull(value, "throttled");
            return this;
        }

        /** The group for {@link Enforcement#CAPTIVE}; another than for throttling. */
        public Builder captive(Hold value) {
            captive = Objects.requireNonNull(value, "captive");
            return this;
        }

        /** Where passwords of new logins come from. */
        public Builder credentials(CredentialSource value) {
            credentials = Objects.requireNonNull(value, "credentials");
            return this;
        }

        /** How new passwords are written. Default {@link CredentialEncoder#CLEARTEXT}, which serves every method of login. */
        public Builder encoder(CredentialEncoder value) {
            encoder = Objects.requireNonNull(value, "encoder");
            return this;
        }

        /** A NAS. May be called several times; where several serve an address, the longest prefix wins. */
        public Builder nas(NasSettings value) {
            nases.add(Objects.requireNonNull(value, "nas"));
            return this;
        }

        /** Takes NASes that are not configured here from FreeRADIUS' table {@code nas}. Default: not. */
        public Builder nasTable(NasTableSettings value) {
            nasTable = Objects.requireNonNull(value, "nasTable");
            return this;
        }

        /** A profile besides those of the NASes, for groups, and for rows of table {@code nas} with its name as type. */
        public Builder profile(NasProfile value) {
            profiles.add(Objects.requireNonNull(value, "profile"));
            return this;
        }

        /** An address of our own RADIUS servers, which is no NAS. May be called several times. Default: none known. */
        public Builder radiusServer(InetAddress value) {
            radiusServers.add(Objects.requireNonNull(value, "radiusServer"));
            return this;
        }

        /** Default {@link ChangeFallback#DISCONNECT}. */
        public Builder changeFallback(ChangeFallback value) {
            fallback = Objects.requireNonNull(value, "changeFallback");
            return this;
        }

        /** How long accounting is waited for after a session was closed, 0 to 60 s. Default 10 s. */
        public Builder verification(Duration value) {
            verification = Checks.range("verification", value, Duration.ZERO, Duration.ofSeconds(60));
            return this;
        }

        /** Is told what came of each session. Default: nobody. */
        public Builder sessionListener(SessionListener value) {
            listener = Objects.requireNonNull(value, "sessionListener");
            return this;
        }

        /** Settings of the client that talks to the NASes. It is opened by {@link #build}. Default: its defaults. */
        public Builder dynamicAuthorization(DynamicAuthorizationClient.Builder value) {
            dynamicAuthorization = Objects.requireNonNull(value, "dynamicAuthorization");
            return this;
        }

        /** For what is remembered of NASes. Default {@code Clock.systemUTC()}. */
        public Builder clock(Clock value) {
            clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /** For salts and versions of rows. Default {@code new SecureRandom()}. */
        public Builder random(SecureRandom value) {
            random = Objects.requireNonNull(value, "random");
            return this;
        }

        Builder pause(SessionFollower.Pause value) {
            pause = value;
            return this;
        }

        /**
         * Opens the gateway; starts the one thread that talks to the NASes. The database is not touched.
         *
         * @throws IllegalStateException naming what is missing
         * @throws IllegalArgumentException naming field, value and rule
         */
        public RadiusGateway build() {
            DataSource database = required(dataSource, "dataSource");
            SubscriberStore.Holds holds =
                    new SubscriberStore.Holds(required(throttled, "throttled"), required(captive, "captive"));
            Checks.that(
                    !holds.throttled().group().equals(holds.captive().group()),
                    "captive",
                    holds.captive().group(),
                    "another group than for throttling");
            CredentialSource source = required(credentials, "credentials");
            if (nases.isEmpty() && nasTable == null) {
                throw new IllegalStateException("nas or nasTable is required");
            }
            RadiusDatabase radius = new RadiusDatabase(database, required(dialect, "dialect"));
            List<NasProfile> known = profiles();
            GroupAttributes attributes = new GroupAttributes(known);
            NasDirectory directory = new NasDirectory(
                    nases,
                    radiusServers,
                    Optional.ofNullable(nasTable).map(table -> new NasTable(radius, known, table)));
            SubscriberStore store = new SubscriberStore(radius, attributes, holds, encoder, source, random);
            SessionTable sessions = new SessionTable(radius);
            DynamicAuthorizationClient client = dynamicAuthorization.open();
            SessionFollower follower = new SessionFollower(
                    client,
                    directory,
                    sessions,
                    listener,
                    clock,
                    new SessionFollower.Waiting(verification, Duration.ofMillis(5), Duration.ofMillis(100), pause));
            Parts parts = new Parts(store, holds, sessions, follower, new PlanGroups(radius, attributes));
            return new RadiusGateway(parts, fallback, client);
        }

        private List<NasProfile> profiles() {
            return Stream.of(
                            nases.stream().map(NasSettings::profile),
                            Optional.ofNullable(nasTable).map(NasTableSettings::profile).stream(),
                            profiles.stream())
                    .flatMap(some -> some)
                    .distinct()
                    .toList();
        }

        private static <T> T required(@Nullable T slot, String name) {
            if (slot == null) {
                throw new IllegalStateException(name + " is required");
            }
            return slot;
        }

        private static boolean park(Duration time) {
            LockSupport.parkNanos(time.toNanos());
            return !Thread.currentThread().isInterrupted();
        }
    }
}
