package io.silverdata.contract.model;

import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a contract says about one splitter output. The claims are derived from the contract; the plant keeps them so that
 * nobody else can have the output.
 *
 * @param state {@link PortState#RESERVED}, {@link PortState#IN_USE} or {@link PortState#QUARANTINED}
 * @param until the end of a reservation; empty in the other states
 */
public record PortClaim(PortState state, Optional<Instant> until) {
    private static final PortClaim IN_USE = new PortClaim(PortState.IN_USE, Optional.empty());
    private static final PortClaim QUARANTINED = new PortClaim(PortState.QUARANTINED, Optional.empty());

    /**
     * Checks that the state is one that a contract can claim.
     *
     * @throws IllegalArgumentException if it is not, or if the end does not fit the state
     */
    public PortClaim {
        Objects.requireNonNull(until, "until");
        switch (state) {
            case RESERVED, IN_USE, QUARANTINED -> {}
            case FREE, BLOCKED, FAULTY ->
                throw new IllegalArgumentException("a contract cannot claim a port as " + state);
        }
        if (until.isPresent() != (state == PortState.RESERVED)) {
            throw new IllegalArgumentException(
                    "until belongs to RESERVED and only to it, was " + until + " for " + state);
        }
    }

    /** Reserved until a time. */
    public static PortClaim reserved(Instant until) {
        return new PortClaim(PortState.RESERVED, Optional.of(until));
    }

    /** In use. */
    public static PortClaim inUse() {
        return IN_USE;
    }

    /** Given up, but not yet deconfigured. */
    public static PortClaim quarantined() {
        return QUARANTINED;
    }

    /** The claims of a contract, at most one for each output. */
    public static Map<SplitterOutputId, PortClaim> of(Contract contract) {
        ImmutableMap.Builder<SplitterOutputId, PortClaim> claims = ImmutableMap.builder();
        contract.retiredLines().forEach(line -> claims.put(line.ports().splitterOutput(), QUARANTINED));
        contract.reservation().ifPresent(held -> claims.put(held.ports().splitterOutput(), reserved(held.until())));
        contract.line().ifPresent(line -> claims.put(line.ports().splitterOutput(), IN_USE));
        return claims.buildKeepingLast();
    }
}
