package io.silverdata.contract.adapters.olt.settings;

import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.WalkStyle;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.ProfileName;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How one OLT is reached, driven and what the domain's line profiles are on it. Immutable; shows no secrets. */
public final class OltSettings {
    private final OltId olt;
    private final String host;
    private final int port;
    private final SnmpAccess access;
    private final String driver;
    private final Map<String, String> options;
    private final Map<ProfileName, LinePlan> plans;
    private final Map<ProfileName, LineBinding> bindings;
    private final Set<Operation> experimental;
    private final Timing timing;
    private final int maxRepetitions;
    private final Optional<WalkStyle> walkStyle;
    private final int readers;
    private final Optional<Duration> saveAtMostEvery;
    private final Optional<ServiceProof> serviceProof;

    private OltSettings(Builder builder, String host, SnmpAccess access, String driver) {
        this.olt = builder.olt;
        this.host = host;
        this.port = builder.port;
        this.access = access;
        this.driver = driver;
        this.options = Map.copyOf(builder.options);
        this.plans = Map.copyOf(builder.plans);
        this.bindings = Map.copyOf(builder.bindings);
        this.experimental = Set.copyOf(builder.experimental);
        this.timing = builder.timing;
        this.maxRepetitions = builder.maxRepetitions;
        this.walkStyle = builder.walkStyle;
        this.readers = builder.readers;
        this.saveAtMostEvery = builder.saveAtMostEvery;
        this.serviceProof = builder.serviceProof;
    }

    /** Settings of an OLT to be filled in. Address, access and driver are required. */
    public static Builder builder(OltId olt) {
        return new Builder(olt);
    }

    /** Its name. */
    public OltId olt() {
        return olt;
    }

    /** Name or address of its management interface. */
    public String host() {
        return host;
    }

    /** UDP port of its SNMP agent. */
    public int port() {
        return port;
    }

    /** As whom the gateway speaks to it. */
    public SnmpAccess access() {
        return access;
    }

    /** Id of its driver. */
    public String driver() {
        return driver;
    }

    /** What only its driver understands. */
    public Map<String, String> options() {
        return options;
    }

    /** What the domain's line profiles are on it. */
    public List<LinePlan> plans() {
        return List.copyOf(plans.values());
    }

    /** What a line profile of the domain is on it. */
    public Optional<LinePlan> plan(ProfileName profile) {
        return Optional.ofNullable(plans.get(profile));
    }

    /** What the bindings of the domain's add-ons are on it. */
    public List<LineBinding> bindings() {
        return List.copyOf(bindings.values());
    }

    /** What a binding of the domain is on it. */
    public Optional<LineBinding> binding(ProfileName name) {
        return Optional.ofNullable(bindings.get(name));
    }

    /** Which experimental operations may be used on it. */
    public Set<Operation> experimental() {
        return experimental;
    }

    /** How long is waited for it. */
    public Timing timing() {
        return timing;
    }

    /** How many rows it is asked for at once, 1 to 100. */
    public int maxRepetitions() {
        return maxRepetitions;
    }

    /** How its tables are walked; empty if its driver says. */
    public Optional<WalkStyle> walkStyle() {
        return walkStyle;
    }

    /** How many conversations may read from it at the same time, 1 to 16. */
    public int readers() {
        return readers;
    }

    /** The least time between two orders to save its configuration; empty if the gateway is never to give one. */
    public Optional<Duration> saveAtMostEvery() {
        return saveAtMostEvery;
    }

    /** What has to be seen of an ONU before its service is confirmed; empty if its configuration is enough. */
    public Optional<ServiceProof> serviceProof() {
        return serviceProof;
    }

    @Override
    public String toString() {
        return "OltSettings[" + olt + ", " + host + ":" + port + ", " + access + ", driver " + driver + ", plans "
                + plans.keySet() + "]";
    }

    /**
     * How long is waited for an OLT.
     *
     * @param read for the answer to a read, 10 ms to 5 min; 5 s unless told otherwise
     * @param readRetries how often a read without an answer is repeated, 0 to 10; once unless told otherwise
     * @param write for the answer to a set, which is never repeated, 10 ms to 10 min; 30 s unless told otherwise, for some
     *     OLTs take their time
     * @param operation for an operation with all its requests, up to 1 h; 2 min unless told otherwise
     * @param turn for the operations before it on the same OLT, up to 1 h; 10 s unless told otherwise
     */
    public record Timing(Duration read, int readRetries, Duration write, Duration operation, Duration turn) {
        private static final Duration MIN_TIMEOUT = Duration.ofMillis(10);

        /** 5 s, once more, 30 s, 2 min, 10 s. */
        public static final Timing DEFAULT = new Timing(
                Duration.ofSeconds(5), 1, Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofSeconds(10));

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException naming field, value and range
         */
        public Timing {
            check("read", read, MIN_TIMEOUT, Duration.ofMinutes(5));
            range("readRetries", readRetries, 0, 10);
            check("write", write, MIN_TIMEOUT, Duration.ofMinutes(10));
            check("operation", operation, MIN_TIMEOUT, Duration.ofHours(1));
            check("turn", turn, Duration.ZERO, Duration.ofHours(1));
        }

        private static void check(String field, Duration value, Duration min, Duration max) {
            if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
                throw new IllegalArgumentException(field + " must be " + min + " to " + max + ": " + value);
            }
        }
    }

    /** Fills in settings. Not safe for use by several threads. */
    public static final class Builder {
        private static final int SNMP = 161;

        private final OltId olt;
        private final Map<String, String> options = new LinkedHashMap<>();
        private final Map<ProfileName, LinePlan> plans = new LinkedHashMap<>();
        private final Map<ProfileName, LineBinding> bindings = new LinkedHashMap<>();
        private final Set<Operation> experimental = EnumSet.noneOf(Operation.class);
        private @Nullable String host;
        private int port = SNMP;
        private @Nullable SnmpAccess access;
        private @Nullable String driver;
        private Timing timing = Timing.DEFAULT;
        private int maxRepetitions = 10;
        private Optional<WalkStyle> walkStyle = Optional.empty();
        private int readers = 2;
        private Optional<Duration> saveAtMostEvery = Optional.of(Duration.ofMinutes(5));
        private Optional<ServiceProof> serviceProof = Optional.empty();

        private Builder(OltId olt) {
            this.olt = Objects.requireNonNull(olt, "olt");
        }

        /** Name or address of the management interface; UDP port 161. Required. */
        public Builder address(String hostName) {
            return address(hostName, SNMP);
        }

        /**
         * Name or address of the management interface and UDP port. Required.
         *
         * @throws IllegalArgumentException naming field, value and what is allowed
         */
        public Builder address(String hostName, int udpPort) {
            if (hostName.isBlank()) {
                throw new IllegalArgumentException("host must not be blank");
            }
            this.host = hostName;
            this.port = range("port", udpPort, 1, 65_535);
            return this;
        }

        /** As whom the gateway speaks. Required; SNMPv3 unless the OLT knows only SNMPv2c. */
        public Builder access(SnmpAccess as) {
            this.access = Objects.requireNonNull(as, "access");
            return this;
        }

        /** Id of the driver. Required: what a driver thinks of the OLT is only a proposal. */
        public Builder driver(String id) {
            this.driver = Objects.requireNonNull(id, "driver");
            return this;
        }

        /** Something that only the driver understands; see there. */
        public Builder option(String name, String value) {
            options.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * What a line profile of the domain is on this OLT.
         *
         * @throws IllegalArgumentException if that profile was given already
         */
        public Builder plan(LinePlan plan) {
            if (plans.putIfAbsent(plan.profile(), plan) != null) {
                throw new IllegalArgumentException("profile " + plan.profile() + " is given twice for OLT " + olt);
            }
            return this;
        }

        /**
         * What a binding of the domain's add-ons is on this OLT. None unless told: then contracts with such add-ons are refused there.
         *
         * @throws IllegalArgumentException if that name was given already
         */
        public Builder binding(LineBinding binding) {
            if (bindings.putIfAbsent(binding.name(), binding) != null) {
                throw new IllegalArgumentException("binding " + binding.name() + " is given twice for OLT " + olt);
            }
            return this;
        }

        /** Lets experimental operations be used: after the acceptance of one ONU on this very OLT. None unless told. */
        public Builder allowExperimental(Operation... operations) {
            experimental.addAll(List.of(operations));
            return this;
        }

        /** How long is waited. {@link Timing#DEFAULT} unless told otherwise. */
        public Builder timing(Timing times) {
            this.timing = Objects.requireNonNull(times, "timing");
            return this;
        }

        /** How many rows are asked for at once, 1 to 100; 10 unless told otherwise. */
        public Builder maxRepetitions(int rows) {
            this.maxRepetitions = range("maxRepetitions", rows, 1, 100);
            return this;
        }

        /**
         * How its tables are walked; as the driver says unless told otherwise. {@link WalkStyle#UNSORTED} for an agent that walks back,
         * which a fault calls "not increasing"; {@link WalkStyle#NEXT} for one that answers GETBULK wrongly.
         */
        public Builder walkStyle(WalkStyle style) {
            this.walkStyle = Optional.of(style);
            return this;
        }

        /** How many conversations may read at the same time, 1 to 16; 2 unless told otherwise. */
        public Builder readers(int count) {
            this.readers = range("readers", count, 1, 16);
            return this;
        }

        /**
         * The least time between two orders to save the configuration; 5 minutes unless told otherwise. A change within it is
         * saved by the next call of {@code OltGateway.saveDue()}.
         */
        public Builder saveAtMostEvery(Duration interval) {
            if (interval.isNegative()) {
                throw new IllegalArgumentException("saveAtMostEvery must not be negative: " + interval);
            }
            this.saveAtMostEvery = Optional.of(interval);
            return this;
        }

        /** Lets the OLT keep its configuration by its own means, such as autosave. */
        public Builder neverSave() {
            this.saveAtMostEvery = Optional.empty();
            return this;
        }

        /**
         * Confirms the service of an enabled ONU only when this is seen of it; until then the order is pending, with what is missing.
         * Unless told otherwise, an ONU that is configured as ordered is enough, whether it is connected or not.
         */
        public Builder confirmOnlyWhen(ServiceProof seen) {
            this.serviceProof = Optional.of(seen);
            return this;
        }

        /**
         * The settings.
         *
         * @throws IllegalStateException naming what is missing
         */
        public OltSettings build() {
            return new OltSettings(
                    this, require("address", host), require("access", access), require("driver", driver));
        }

        private <T> T require(String slot, @Nullable T value) {
            if (value == null) {
                throw new IllegalStateException(slot + " is required for OLT " + olt);
            }
            return value;
        }
    }

    private static int range(String field, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(field + " must be " + min + " to " + max + ": " + value);
        }
        return value;
    }
}
