package io.silverdata.contract.adapters.radius;

import io.silverdata.contract.adapters.radius.attribute.AttributeType;
import io.silverdata.contract.adapters.radius.credential.CredentialSource;
import io.silverdata.contract.adapters.radius.credential.PasswordEncoding;
import io.silverdata.contract.adapters.radius.dynauth.DynamicAuthorizationClient;
import io.silverdata.contract.adapters.radius.group.HoldGroup;
import io.silverdata.contract.adapters.radius.group.PlanGroups;
import io.silverdata.contract.adapters.radius.internal.Checks;
import io.silverdata.contract.adapters.radius.internal.access.AccessDelivery;
import io.silverdata.contract.adapters.radius.internal.access.AccessObserver;
import io.silverdata.contract.adapters.radius.internal.credential.CredentialIssuer;
import io.silverdata.contract.adapters.radius.internal.group.GroupAttributes;
import io.silverdata.contract.adapters.radius.internal.group.GroupPublisher;
import io.silverdata.contract.adapters.radius.internal.nas.NasDirectory;
import io.silverdata.contract.adapters.radius.internal.nas.NasTable;
import io.silverdata.contract.adapters.radius.internal.session.AccountingPoll;
import io.silverdata.contract.adapters.radius.internal.session.SessionTable;
import io.silverdata.contract.adapters.radius.internal.session.SessionUpdater;
import io.silverdata.contract.adapters.radius.internal.sql.DatabaseException;
import io.silverdata.contract.adapters.radius.internal.sql.RadiusDatabase;
import io.silverdata.contract.adapters.radius.internal.subscriber.HoldGroups;
import io.silverdata.contract.adapters.radius.internal.subscriber.LoginOwner;
import io.silverdata.contract.adapters.radius.internal.subscriber.SettingsRows;
import io.silverdata.contract.adapters.radius.internal.subscriber.SubscriberRows;
import io.silverdata.contract.adapters.radius.internal.subscriber.SubscriberStore;
import io.silverdata.contract.adapters.radius.internal.subscriber.SubscriberWriter;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.nas.NasTableSettings;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import io.silverdata.contract.adapters.radius.session.ChangeFallback;
import io.silverdata.contract.adapters.radius.session.Session;
import io.silverdata.contract.adapters.radius.session.SessionListener;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.AccessOrder;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.DeviceState;
import io.silverdata.contract.spi.ForeignLogins;
import io.silverdata.contract.spi.LoginPage;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import io.silverdata.contract.spi.StorageException;
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
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Subscribers in FreeRADIUS' tables, and their open sessions changed or closed by RFC 5176. Safe for use by any number of
 * threads and processes.
 *
 * <p>Rows are committed first, so that a session that is closed comes back under the new rows; then each open session is
 * changed, or closed where that is not possible or allowed. What the outcomes mean:
 *
 * <ul>
 *   <li>{@code Applied}: the rows say it, and each open session was changed (its NAS acknowledged), is closed (accounting
 *       says so), or is known to nobody but accounting.
 *   <li>{@code Refused}: nothing was written because a group would not give what the plan says; or a NAS refused.
 *   <li>{@code NotSent}: nothing changed.
 *   <li>{@code NoAnswer}: the rows say it, and the NAS of at least one session does not answer, or is left alone because it did
 *       not.
 *   <li>{@code Unknown}: the rows may say it, and at least one session may not follow although its NAS answers. {@link #observe}
 *       finds out.
 * </ul>
 *
 * <p>Of a login that this library made, its mark, all passwords and Auth-Types in {@code radcheck}, its Class in {@code
 * radreply} and there the attributes that the contract has of its own, and the rows that it wrote into {@code radusergroup} are this library's; it touches no others, and never {@code
 * radacct}. A rejection and a group that others added stay, and are told.
 */
public final class RadiusGateway implements AccessProvisioner, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RadiusGateway.class);

    private final SubscriberStore store;
    private final SessionTable sessions;
    private final AccessDelivery delivery;
    private final AccessObserver observer;
    private final PlanGroups plans;
    private final DynamicAuthorizationClient client;

    private RadiusGateway(
            SubscriberStore store,
            SessionTable sessions,
            AccessDelivery delivery,
            PlanGroups plans,
            DynamicAuthorizationClient client) {
        this.store = store;
        this.sessions = sessions;
        this.delivery = delivery;
        this.observer = new AccessObserver(store, sessions);
        this.plans = plans;
        this.client = client;
    }

    /** Begins with everything at its default. */
    public static Builder builder() {
        return new Builder();
    }

    /** The groups of plans and holds. */
    public PlanGroups plans() {
        return plans;
    }

    /**
     * What the tables say about a login; empty when none of its rows is this library's.
     *
     * @throws StorageException when the database failed
     */
    public Optional<Subscriber> read(RadiusUser user) {
        return reading(() -> Optional.ofNullable(store.read(List.of(user)).get(user))
                .filter(SubscriberRows::isPresent)
                .map(Subscriber::of));
    }

    /**
     * The open sessions of any number of logins, the newest first; logins without one are left out. One statement for each
     * thousand.
     *
     * @throws StorageException when the database failed
     */
    public Map<RadiusUser, List<Session>> openSessions(Collection<RadiusUser> users) {
        return reading(() -> sessions.openByUser(users));
    }

    @Override
    public DeviceOutcome ensure(AccessService service) {
        return carryOut(List.of(new AccessOrder.Ensure(service))).get(0);
    }

    @Override
    public DeviceOutcome remove(RadiusUser user) {
        return carryOut(List.of(new AccessOrder.Remove(user))).get(0);
    }

    @Override
    public Observation observe(AccessService service) {
        return observer.observeAll(List.of(service)).get(0);
    }

    @Override
    public Observation observeRemoved(RadiusUser user) {
        return readBack(List.of(new AccessOrder.Remove(user))).get(0);
    }

    /**
     * Carries out many orders on the calling thread. The rows of all logins are written in one transaction, or login by login
     * where that fails; then the NASes get the requests for all open sessions, each NAS as many at a time as its {@code
     * NasEndpoint} allows; then accounting is asked for all sessions at once. Orders for one login, and for names that a
     * database may take for one, are carried out in their order, each to its end.
     *
     * <p>Takes as long as its slowest NAS, and at most {@code accountingTimeout} more. A NAS that is silent costs one
     * retransmission deadline (10 s by default), two where it answered in the last five minutes, however many sessions it has,
     * and harms the logins with sessions on it alone: they are {@link DeviceOutcome.NoAnswer}. Memory grows with the
     * orders and their open sessions.
     *
     * @param orders at most 1000
     */
    @Override
    public List<DeviceOutcome> carryOut(List<AccessOrder> orders) {
        return delivery.carryOut(orders);
    }

    /** With a handful of statements for each thousand logins, and two for each group. */
    @Override
    public List<Observation> readBack(List<AccessOrder> orders) {
        return observer.readBack(orders);
    }

    @Override
    public List<Observation> observeAll(List<AccessService> services) {
        return observer.observeAll(services);
    }

    @Override
    public Reading<LoginPage> logins(Optional<String> after, int max) {
        return observer.logins(after, max);
    }

    /** Those in {@code radcheck} and {@code radusergroup}. Removed by name only, with {@link #removeForeign}. */
    @Override
    public Reading<ForeignLogins> foreignLogins(Optional<String> after, int max) {
        return observer.foreignLogins(after, max);
    }

    /**
     * Gives a login of this host another password, the one that {@link CredentialSource#passwordFor} gives now. Open
     * sessions go on, since nobody asks them for it; the next login needs the new one.
     */
    public DeviceOutcome rotatePassword(RadiusUser user) {
        return delivery.rotatePassword(user);
    }

    /**
     * Removes a login that no host made by this library: all of its rows, and its sessions. A login that one made is
     * refused.
     */
    public DeviceOutcome removeForeign(RadiusUser user) {
        return delivery.removeForeign(user);
    }

    /** The NASes to which a request was sent. */
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

    private static <T> T reading(Supplier<T> work) {
        try {
            return work.get();
        } catch (DatabaseException failed) {
            throw failed.asStorageException();
        }
    }

    /**
     * The settings. Required: {@link #dataSource}, {@link #throttled}, {@link #captive}, {@link #credentials}, and {@link
     * #nas} or {@link #nasTable}. Not thread-safe.
     */
    public static final class Builder {
        private @Nullable DataSource dataSource;
        private @Nullable SqlDialect dialect;
        private @Nullable HoldGroup throttled;
        private @Nullable HoldGroup captive;
        private @Nullable CredentialSource credentials;
        private PasswordEncoding passwordEncoding = PasswordEncoding.CLEARTEXT;
        private final List<NasSettings> nases = new ArrayList<>();
        private @Nullable NasTableSettings nasTable;
        private final List<NasProfile> profiles = new ArrayList<>();
        private final List<AttributeType> replyAttributes = new ArrayList<>();
        private final Set<InetAddress> radiusServers = new HashSet<>();
        private String owner = LoginOwner.DEFAULT_NAME;
        private boolean adoptsLogins;
        private ChangeFallback fallback = ChangeFallback.DISCONNECT;
        private Duration accountingTimeout = Duration.ofSeconds(10);
        private SessionListener listener = result -> {};
        private DynamicAuthorizationClient.Builder dynamicAuthorization = DynamicAuthorizationClient.builder();
        private Clock clock = Clock.systemUTC();
        private SecureRandom random = new SecureRandom();
        private AccountingPoll.Sleeper sleeper = Builder::park;

        private Builder() {}

        /** FreeRADIUS' database. A pool, since each operation takes a connection. */
        public Builder dataSource(DataSource value, SqlDialect kind) {
            dataSource = Objects.requireNonNull(value, "dataSource");
            dialect = Objects.requireNonNull(kind, "dialect");
            return this;
        }

        /** The group for {@link Enforcement#THROTTLE}. */
        public Builder throttled(HoldGroup value) {
            throttled = Objects.requireNonNull(value, "throttled");
            return this;
        }

        /** The group for {@link Enforcement#CAPTIVE}; another than for throttling. */
        public Builder captive(HoldGroup value) {
            captive = Objects.requireNonNull(value, "captive");
            return this;
        }

        /** Where passwords of new logins come from. */
        public Builder credentials(CredentialSource value) {
            credentials = Objects.requireNonNull(value, "credentials");
            return this;
        }

        /** How new passwords are written. Default {@link PasswordEncoding#CLEARTEXT}, which serves every method of login. */
        public Builder passwordEncoding(PasswordEncoding value) {
            passwordEncoding = Objects.requireNonNull(value, "passwordEncoding");
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

        /**
         * An attribute that contracts may have of their own, and that {@link io.silverdata.contract.adapters.radius.attribute.Attributes}
         * does not know; in FreeRADIUS' dictionary it must be. May be called several times. Default: none.
         *
         * @param value without a tag
         */
        public Builder replyAttribute(AttributeType value) {
            Checks.that(!value.tagged(), "replyAttribute", value.name(), "an attribute without a tag");
            replyAttributes.add(value);
            return this;
        }

        /** An address of our own RADIUS servers, which is no NAS. May be called several times. Default: none known. */
        public Builder radiusServer(InetAddress value) {
            radiusServers.add(Objects.requireNonNull(value, "radiusServer"));
            return this;
        }

        /**
         * The name by which this host's logins are marked, where several hosts or tenants work on one database: each lists,
         * changes and removes its own only. Default {@code contract}. Must not change later.
         *
         * @param name 1 to 32 of a-z, 0-9 and -
         * @throws IllegalArgumentException naming field, value and rule
         */
        public Builder owner(String name) {
            owner = new LoginOwner(Objects.requireNonNull(name, "owner"), adoptsLogins).name();
            return this;
        }

        /**
         * Whether a login that others made becomes this host's when a contract is delivered to it, with its password and
         * with all that its other rows give: for taking over a database that is in use. Default false: such a login is
         * refused ({@code LOGIN_NOT_CLEAN}), since a new subscriber would get what an old one had.
         */
        public Builder adoptsLogins(boolean value) {
            adoptsLogins = value;
            return this;
        }

        /** Default {@link ChangeFallback#DISCONNECT}. */
        public Builder changeFallback(ChangeFallback value) {
            fallback = Objects.requireNonNull(value, "changeFallback");
            return this;
        }

        /** How long to wait for accounting after a NAS acknowledged that it closes a session, 0 to 60 s. Default 10 s. */
        public Builder accountingTimeout(Duration value) {
            accountingTimeout = Checks.range("accountingTimeout", value, Duration.ZERO, Duration.ofSeconds(60));
            return this;
        }

        /** Learns the result of each session. Default: nobody. */
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

        Builder sleeper(AccountingPoll.Sleeper value) {
            sleeper = value;
            return this;
        }

        /**
         * Opens the gateway; starts the one thread that talks to the NASes. Of the database it reads whether {@code radacct}
         * has the columns that are needed; one that cannot be reached now is not asked.
         *
         * @throws IllegalStateException naming what is missing, here or in {@code radacct}
         * @throws IllegalArgumentException naming field, value and rule
         */
        public RadiusGateway build() {
            DataSource source = required(dataSource, "dataSource");
            HoldGroups holds = holds();
            CredentialSource passwords = required(credentials, "credentials");
            if (nases.isEmpty() && nasTable == null) {
                throw new IllegalStateException("nas or nasTable is required");
            }
            RadiusDatabase database =
                    new RadiusDatabase(source, required(dialect, "dialect").dialect());
            GroupAttributes attributes = new GroupAttributes(profiles());
            NasDirectory directory = new NasDirectory(nases, radiusServers, nasTable(database));
            LoginOwner loginOwner = new LoginOwner(owner, adoptsLogins);
            SettingsRows settings = new SettingsRows(replyAttributes);
            SubscriberStore store = new SubscriberStore(database, attributes, holds, loginOwner, settings);
            SubscriberWriter writer = new SubscriberWriter(
                    database,
                    attributes,
                    holds,
                    new CredentialIssuer(passwords, passwordEncoding, random),
                    loginOwner,
                    settings,
                    random);
            SessionTable sessions = new SessionTable(database);
            requireColumns(sessions);
            DynamicAuthorizationClient client = dynamicAuthorization.open();
            SessionUpdater updater = new SessionUpdater(
                    client,
                    directory,
                    sessions,
                    listener,
                    clock,
                    new AccountingPoll(accountingTimeout, Duration.ofMillis(5), Duration.ofMillis(100), sleeper));
            return new RadiusGateway(
                    store,
                    sessions,
                    new AccessDelivery(writer, holds, sessions, updater, fallback),
                    new GroupPublisher(
                            database,
                            attributes,
                            List.of(holds.throttled().group(), holds.captive().group())),
                    client);
        }

        private static void requireColumns(SessionTable sessions) {
            try {
                sessions.requireColumns();
            } catch (DatabaseException failed) {
                LOG.warn("whether radacct has the columns that are needed is not known yet: {}", failed.detail());
            }
        }

        private HoldGroups holds() {
            HoldGroups holds = new HoldGroups(required(throttled, "throttled"), required(captive, "captive"));
            Checks.that(
                    !holds.throttled().group().equals(holds.captive().group()),
                    "captive",
                    holds.captive().group(),
                    "another group than for throttling");
            return holds;
        }

        private Optional<NasTable> nasTable(RadiusDatabase database) {
            return Optional.ofNullable(nasTable).map(settings -> new NasTable(database, profiles(), settings));
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
