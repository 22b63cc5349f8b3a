package io.silverdata.contract.internal.transaction;

import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.IpPrefix;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.TargetState;
import io.silverdata.contract.spi.ClaimOutcome;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.HeldPrefix;
import io.silverdata.contract.spi.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes a decision: contract, events, claims on ports and the work row, all in the unit of work of the caller. */
public final class DecisionWriter {
    private final Storage storage;
    private final Duration quarantine;

    /** A writer to a storage; outputs rest for {@code quarantine} once they are deconfigured. */
    public DecisionWriter(Storage storage, Duration quarantine) {
        this.storage = storage;
        this.quarantine = quarantine;
    }

    /** Why a decision cannot be written: it takes a number, an ONU, a login or a network that another contract has. */
    public Optional<Rejection> objection(Optional<Contract> before, Contract after) {
        boolean isRenumbered = before.filter(contract -> !contract.number().equals(after.number()))
                .isPresent();
        if (isRenumbered && storage.contracts().holderOf(after.number()).isPresent()) {
            return Optional.of(new Rejection.ContractNumberInUse(after.number()));
        }
        Set<OnuSerial> onusBefore = before.map(Contract::heldOnus).orElse(Set.of());
        for (OnuSerial onu : after.heldOnus()) {
            Optional<ContractId> holder = onusBefore.contains(onu)
                    ? Optional.empty()
                    : storage.contracts().holderOf(onu).filter(id -> !id.equals(after.id()));
            if (holder.isPresent()) {
                return Optional.of(new Rejection.OnuSerialInUse(onu, holder.get()));
            }
        }
        Set<RadiusUser> usersBefore = before.map(Contract::heldUsers).orElse(Set.of());
        for (RadiusUser user : after.heldUsers()) {
            Optional<ContractId> holder = usersBefore.contains(user)
                    ? Optional.empty()
                    : storage.contracts().holderOf(user).filter(id -> !id.equals(after.id()));
            if (holder.isPresent()) {
                return Optional.of(new Rejection.RadiusUserInUse(user, holder.get()));
            }
        }
        return networkObjection(before, after);
    }

    private Optional<Rejection> networkObjection(Optional<Contract> before, Contract after) {
        Set<IpPrefix> had = before.map(Contract::heldPrefixes).orElse(Set.of());
        for (IpPrefix network : after.heldPrefixes()) {
            Optional<HeldPrefix> holder = had.contains(network)
                    ? Optional.empty()
                    : storage.contracts().holdersOf(network, had.size() + 1).stream()
                            .filter(held -> !held.contract().equals(after.id()))
                            .findFirst();
            if (holder.isPresent()) {
                return Optional.of(new Rejection.NetworkInUse(
                        network, holder.get().prefix(), holder.get().contract()));
            }
        }
        return Optional.empty();
    }

    /**
     * Writes a decision. A decision without events writes nothing.
     *
     * @param alreadyClaimed outputs that were claimed while the decision was made
     * @throws ConflictException if another unit of work was faster
     */
    public void write(Optional<Contract> before, Decision decision, Set<SplitterOutputId> alreadyClaimed, Instant now) {
        if (decision.events().isEmpty()) {
            return;
        }
        Contract after = decision.contract();
        updateClaims(before, after, alreadyClaimed, now);
        storage.contracts().save(after, before.map(Contract::version).orElse(0L));
        storage.events().append(decision.events());
    }

    /** Asks for a delivery to each target for which the decision made something new to do. */
    public void enqueue(Optional<Contract> before, Contract after, Instant now) {
        Set<NetworkTarget> targets = EnumSet.noneOf(NetworkTarget.class);
        for (NetworkTarget target : NetworkTarget.values()) {
            TargetState state = after.provisioning().of(target);
            boolean isNew =
                    before.isEmpty() || !before.get().provisioning().of(target).equals(state);
            if (isNew && state.needsDelivery()) {
                targets.add(target);
            }
        }
        if (!targets.isEmpty()) {
            storage.work().enqueue(after.id(), targets, now);
        }
    }

    private void updateClaims(
            Optional<Contract> before, Contract after, Set<SplitterOutputId> alreadyClaimed, Instant now) {
        Map<SplitterOutputId, PortClaim> held = before.map(PortClaim::of).orElse(Map.of());
        Map<SplitterOutputId, PortClaim> wanted = PortClaim.of(after);
        wanted.forEach((port, claim) -> {
            if (!claim.equals(held.get(port)) && !alreadyClaimed.contains(port)) {
                claim(port, after.id(), claim, now);
            }
        });
        held.forEach((port, claim) -> {
            if (!wanted.containsKey(port)) {
                Instant restUntil = claim.state() == PortState.RESERVED ? now : now.plus(quarantine);
                storage.plant().release(port, after.id(), restUntil, now);
            }
        });
    }

    private void claim(SplitterOutputId port, ContractId contract, PortClaim claim, Instant now) {
        ClaimOutcome outcome = storage.plant().claim(port, contract, claim, now);
        if (outcome != ClaimOutcome.CLAIMED) {
            throw new ConflictException(
                    ConflictException.Kind.SPLITTER_PORT,
                    "contract " + contract + " could not claim " + port + " as " + claim.state() + ": " + outcome);
        }
    }
}
