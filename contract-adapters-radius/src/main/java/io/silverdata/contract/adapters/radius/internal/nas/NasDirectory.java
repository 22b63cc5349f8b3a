package io.silverdata.contract.adapters.radius.internal.nas;

import io.silverdata.contract.adapters.radius.internal.AddressRange;
import io.silverdata.contract.adapters.radius.internal.Checks;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.session.Session;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.DeviceOutcome.Refused;
import io.vavr.control.Either;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Finds the NAS of a session: the host's configuration first, then table {@code nas}; the longest prefix wins in each. Where
 * NASes share addresses, each of them may be the one.
 */
public final class NasDirectory {
    private final List<NasSettings> configured;
    private final Set<InetAddress> radiusServers;
    private final Optional<NasTable> table;

    public NasDirectory(List<NasSettings> configured, Set<InetAddress> radiusServers, Optional<NasTable> table) {
        this.configured = List.copyOf(configured);
        this.radiusServers = Set.copyOf(radiusServers);
        this.table = table;
        for (NasSettings nas : configured) {
            Checks.that(
                    isNotOurServer(nas),
                    "nas " + nas.name(),
                    nas.endpoint(),
                    "the address of a NAS, not of our own RADIUS server (or set proxy)");
        }
        refuseAmbiguity();
    }

    private NasDirectory(NasDirectory other, Optional<NasTable> table) {
        this.configured = other.configured;
        this.radiusServers = other.radiusServers;
        this.table = table;
    }

    /** The same for one call, which reads table {@code nas} at most once. Not thread-safe. */
    public NasDirectory readingOnce() {
        return new NasDirectory(this, table.map(NasTable::readingOnce));
    }

    /** The NASes at one of which a session is, at least one, or why there is none. */
    public Either<Refused, List<NasSettings>> find(Session session) {
        Optional<AddressRange> range = AddressRange.parse(session.nasAddress()).filter(AddressRange::isOneAddress);
        if (range.isEmpty()) {
            return Either.left(unknown(session));
        }
        InetAddress address = range.get().address();
        List<NasSettings> found = findConfigured(address, session.nasPortId());
        if (!found.isEmpty()) {
            return Either.right(found);
        }
        return table.flatMap(nas -> nas.find(address))
                .map(nas -> nas.flatMap(this::requireNotOurServer).map(List::of))
                .orElseGet(() -> Either.left(unknown(session)));
    }

    private void refuseAmbiguity() {
        for (int i = 0; i < configured.size(); i++) {
            NasSettings nas = configured.get(i);
            for (NasSettings other : configured.subList(i + 1, configured.size())) {
                nas.ambiguousWith(other)
                        .ifPresent(range -> Checks.that(
                                false,
                                "nas " + other.name(),
                                "serves " + range,
                                "addresses that " + nas.name()
                                        + " does not serve (or set portIds, or sharesAddresses, on both)"));
            }
        }
    }

    private List<NasSettings> findConfigured(InetAddress address, Optional<String> nasPortId) {
        List<NasSettings> serving = configured.stream()
                .filter(nas -> nas.prefixFor(address).isPresent() && nas.servesPort(nasPortId))
                .toList();
        OptionalInt longest = serving.stream()
                .mapToInt(nas -> nas.prefixFor(address).orElseThrow())
                .max();
        return serving.stream()
                .filter(nas -> nas.prefixFor(address).equals(longest))
                .toList();
    }

    private Either<Refused, NasSettings> requireNotOurServer(NasSettings nas) {
        return isNotOurServer(nas)
                ? Either.right(nas)
                : Either.left(new Refused(
                        "NAS_IS_RADIUS_SERVER",
                        new Rejection.InvalidValue(
                                        "nas", nas.toString(), "the address of a NAS, not of our own RADIUS server")
                                .message()));
    }

    private boolean isNotOurServer(NasSettings nas) {
        return nas.proxy()
                || !radiusServers.contains(nas.endpoint().socketAddress().getAddress());
    }

    private static Refused unknown(Session session) {
        return new Refused(
                "NAS_UNKNOWN",
                new Rejection.InvalidValue(
                                "nasipaddress",
                                session.nasAddress(),
                                "an address of the configured NASes or of table nas, for " + session)
                        .message());
    }
}
