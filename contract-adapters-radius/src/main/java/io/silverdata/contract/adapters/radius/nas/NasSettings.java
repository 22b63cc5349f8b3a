package io.silverdata.contract.adapters.radius.nas;

import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.internal.AddressRange;
import io.silverdata.contract.adapters.radius.internal.Checks;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** One NAS: which sessions are its own, where it takes requests, and what it understands. Immutable. */
public final class NasSettings {
    private final String name;
    private final NasEndpoint endpoint;
    private final NasProfile profile;
    private final List<AddressRange> serves;
    private final List<String> portIds;
    private final boolean sharesAddresses;
    private final boolean proxy;
    private final boolean sendsNasAddress;

    private NasSettings(Builder builder) {
        this.name = builder.name;
        this.endpoint = builder.endpoint;
        this.profile = builder.profile;
        this.serves = builder.serves.isEmpty()
                ? List.of(AddressRange.of(endpoint.socketAddress().getAddress()))
                : List.copyOf(builder.serves);
        this.portIds = List.copyOf(builder.portIds);
        this.sharesAddresses = builder.sharesAddresses;
        this.proxy = builder.proxy;
        this.sendsNasAddress = builder.sendsNasAddress;
    }

    /**
     * Begins with everything at its default.
     *
     * @param name for logs and reports
     * @param endpoint where requests go
     * @param profile what it understands
     */
    public static Builder builder(String name, NasEndpoint endpoint, NasProfile profile) {
        return new Builder(name, endpoint, profile);
    }

    /** Everything at its default. */
    public static NasSettings of(String name, NasEndpoint endpoint, NasProfile profile) {
        return builder(name, endpoint, profile).build();
    }

    /** For logs and reports. */
    public String name() {
        return name;
    }

    /** Where requests go. */
    public NasEndpoint endpoint() {
        return endpoint;
    }

    /** What it understands. */
    public NasProfile profile() {
        return profile;
    }

    /** See {@link Builder#proxy}. */
    public boolean proxy() {
        return proxy;
    }

    /** See {@link Builder#sendsNasAddress}. */
    public boolean sendsNasAddress() {
        return sendsNasAddress;
    }

    /**
     * Whether sessions with this NAS-IP-Address are its own, and how closely that was said.
     *
     * @return the length of the longest prefix of {@link Builder#serves} that has the address; empty when none has it
     */
    public OptionalInt prefixFor(InetAddress address) {
        return serves.stream()
                .filter(range -> range.contains(address))
                .mapToInt(AddressRange::length)
                .max();
    }

    /** Whether sessions with this NAS-Port-Id may be its own; see {@link Builder#portIds}. */
    public boolean servesPort(Optional<String> nasPortId) {
        return portIds.isEmpty() || nasPortId.isEmpty() || hasPort(nasPortId.get());
    }

    /**
     * What this NAS and another both serve, so that nobody could say at which of them a session is; empty when each session
     * is at one of them, or both are said to {@linkplain Builder#sharesAddresses share} addresses. A longer prefix is told
     * from a shorter one.
     */
    public Optional<String> ambiguousWith(NasSettings other) {
        if ((sharesAddresses && other.sharesAddresses) || hasOtherPorts(other)) {
            return Optional.empty();
        }
        return serves.stream()
                .filter(range -> other.serves.stream().anyMatch(range::isSameNetwork))
                .map(AddressRange::toString)
                .findFirst();
    }

    private boolean hasOtherPorts(NasSettings other) {
        return !portIds.isEmpty()
                && !other.portIds.isEmpty()
                && portIds.stream().noneMatch(other::hasPort)
                && other.portIds.stream().noneMatch(this::hasPort);
    }

    private boolean hasPort(String nasPortId) {
        return portIds.stream().anyMatch(nasPortId::startsWith);
    }

    /** Name and address. */
    @Override
    public String toString() {
        return name + " (" + endpoint + ")";
    }

    /** The settings. Each has a default. Not thread-safe. */
    public static final class Builder {
        private final String name;
        private final NasEndpoint endpoint;
        private final NasProfile profile;
        private final List<AddressRange> serves = new ArrayList<>();
        private final List<String> portIds = new ArrayList<>();
        private boolean sharesAddresses;
        private boolean proxy;
        private boolean sendsNasAddress = true;

        private Builder(String name, NasEndpoint endpoint, NasProfile profile) {
            Checks.that(name.matches("[^\\p{Cntrl}]{1,64}"), "name", name, "1 to 64 characters");
            this.name = name;
            this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
            this.profile = Objects.requireNonNull(profile, "profile");
        }

        /**
         * Sessions whose NAS-IP-Address is this, or in this network, are its own. May be called several times. Default: the
         * address of the endpoint. Needed where a NAS calls itself by an address at which it does not take requests.
         *
         * @param range an address, or a network such as {@code 192.0.2.0/24}
         * @throws IllegalArgumentException when it is neither
         */
        public Builder serves(String range) {
            serves.add(AddressRange.of("serves", range));
            return this;
        }

        /**
         * Of the sessions at the addresses it serves, those whose NAS-Port-Id begins with this are its own. May be called
         * several times. Default: all. Tells apart two NASes that call themselves by the same address.
         *
         * @throws IllegalArgumentException when it is empty
         */
        public Builder portIds(String prefix) {
            Checks.that(!prefix.isEmpty(), "portIds", prefix, "the beginning of a NAS-Port-Id");
            portIds.add(prefix);
            return this;
        }

        /**
         * Whether other NASes with this set may serve the same addresses, as two sites with the same private network do.
         * Then each is asked about a session in turn, and the session counts as unknown to its NAS only when every one of
         * them said so. Default false: two NASes that serve the same address or network are refused.
         */
        public Builder sharesAddresses(boolean value) {
            sharesAddresses = value;
            return this;
        }

        /**
         * Whether this is a RADIUS server that passes requests on to the NAS. Default false: then an address of our own
         * RADIUS server is refused, since it would acknowledge what never reaches a NAS.
         */
        public Builder proxy(boolean value) {
            proxy = value;
            return this;
        }

        /**
         * Whether requests name the NAS by the address of the session. Default true; false for one that answers 403
         * NAS-Identification-Mismatch to its own address.
         */
        public Builder sendsNasAddress(boolean value) {
            sendsNasAddress = value;
            return this;
        }

        /** The settings. */
        public NasSettings build() {
            return new NasSettings(this);
        }
    }
}
