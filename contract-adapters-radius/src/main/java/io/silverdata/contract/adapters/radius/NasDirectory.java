package io.silverdata.contract.adapters.radius;

import io.silverdata.contract.adapters.radius.internal.Checks;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.DeviceOutcome.Refused;
import io.vavr.control.Either;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which NAS a session is at: the host's configuration first, then table {@code nas}; the longest prefix wins in each. */
final class NasDirectory {
    private final List<NasSettings> configured;
    private final Set<InetAddress> radiusServers;
    private final Optional<NasTable> table;

    NasDirectory(List<NasSettings> configured, Set<InetAddress> radiusServers, Optional<NasTable> table) {
        this.configured = List.copyOf(configured);
        this.radiusServers = Set.copyOf(radiusServers);
        this.table = table;
        for (NasSettings nas : configured) {
            Checks.that(
                    isOnTheNetwork(nas),
                    "nas " + nas.name(),
                    nas.endpoint(),
                    "the address of a NAS, not of our own RADIUS server (or set proxy)");
        }
    }

    /** The NAS of a session, or why there is none. */
    Either<Refused, NasSettings> find(Session session) {
        Optional<AddressRange> range = AddressRange.parse(session.nasAddress()).filter(AddressRange::isOneAddress);
        if (range.isEmpty()) {
            return Either.left(unknown(session));
        }
        InetAddress address = range.get().address();
        Optional<NasSettings> found = inConfiguration(address);
        if (found.isPresent()) {
            return Either.right(found.get());
        }
        return table.flatMap(nas -> nas.find(address))
                .map(nas -> nas.flatMap(this::onTheNetwork))
                .orElseGet(() -> Either.left(unknown(session)));
    }

    private Optional<NasSettings> inConfiguration(InetAddress address) {
        return configured.stream()
                .flatMap(nas -> nas.serves().stream()
                        .filter(range -> range.contains(address))
                        .map(range -> new Candidate(nas, range.length())))
                .max(Comparator.comparingInt(Candidate::length))
                .map(Candidate::nas);
    }

    private record Candidate(NasSettings nas, int length) {}

    private Either<Refused, NasSettings> onTheNetwork(NasSettings nas) {
        return isOnTheNetwork(nas)
                ? Either.right(nas)
                : Either.left(new Refused(
                        "NAS_IS_RADIUS_SERVER",
                        new Rejection.InvalidValue(
                                        "nas", nas.toString(), "the address of a NAS, not of our own RADIUS server")
                                .message()));
    }

    private boolean isOnTheNetwork(NasSettings nas) {
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
