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

    /** An output that nobody has or ever had. */
    public static SplitterOutput free(SplitterOutputId id, PonPortId ponPort) {
        return new SplitterOutput(
                id, ponPort, PortCondition.SERVICEABLE, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Who may have it at a time. A broken or blocked output that somebody has is still in use, and a reservation or a rest
     * that is over leaves it free, whether or not anyone tidied up.
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
