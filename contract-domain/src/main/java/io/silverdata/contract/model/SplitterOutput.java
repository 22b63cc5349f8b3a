package io.silverdata.contract.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A splitter output as the plant knows it.
 *
 * @param id which
 * @param ponPort the PON port at the head of its tree
 * @param condition whether it may be given to anyone new
 * @param holder the contract that has a claim on it, if any
 * @param claim what that contract claims; present exactly if there is a holder
 * @param quarantinedUntil while there is no holder: until when it rests, if it does
 */
public record SplitterOutput(
        SplitterOutputId id,
        PonPortId ponPort,
        PortCondition condition,
        Optional<ContractId> holder,
        Optional<PortClaim> claim,
        Optional<Instant> quarantinedUntil) {

    public SplitterOutput {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(ponPort, "ponPort");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(quarantinedUntil, "quarantinedUntil");
        if (holder.isPresent() != claim.isPresent()) {
            throw new IllegalArgumentException("holder and claim belong together, were " + holder + " and " + claim);
        }
    }

    /** An output without a holder. */
    public static SplitterOutput free(SplitterOutputId id, PonPortId ponPort) {
        return new SplitterOutput(
                id, ponPort, PortCondition.SERVICEABLE, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Its state at a time. A faulty or blocked output with a holder is still in use. An output whose reservation or quarantine has
     * ended is free, even if nothing was cleaned up.
     */
    public PortState state(Instant now) {
        Optional<PortClaim> live = liveClaim(now);
        if (live.isPresent()) {
            return live.get().state();
        }
        return switch (condition) {
            case BLOCKED -> PortState.BLOCKED;
            case FAULTY -> PortState.FAULTY;
            case SERVICEABLE ->
                quarantinedUntil.filter(end -> end.isAfter(now)).isPresent() ? PortState.QUARANTINED : PortState.FREE;
        };
    }

    /** The claim that still counts at a time: a reservation that ran out does not. */
    public Optional<PortClaim> liveClaim(Instant now) {
        return claim.filter(made -> made.until().isEmpty() || made.until().get().isAfter(now));
    }

    /** Whether a contract may claim it at a time: it is free, or already the contract's own. */
    public boolean isOpenTo(ContractId contract, Instant now) {
        return liveClaim(now).isPresent() ? holder.equals(Optional.of(contract)) : state(now) == PortState.FREE;
    }
}
