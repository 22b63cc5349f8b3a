package io.silverdata.contract.internal.runs;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.internal.command.CommandRequest;
import io.silverdata.contract.internal.command.Situation;
import io.silverdata.contract.internal.transaction.FaultIsolation;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Targets that nobody had compared before and that were found equal: each is confirmed, as if it had been told. A contract that changed
 * meanwhile is left for the next audit. Not thread-safe.
 */
final class VerifiedTargets {
    private static final Logger LOG = LoggerFactory.getLogger(VerifiedTargets.class);

    private final RunParts parts;
    private final CommandContext context;
    private final Map<ContractId, Set<NetworkTarget>> equal = new LinkedHashMap<>();

    /** Confirms in the name of an audit. */
    VerifiedTargets(RunParts parts, CommandContext context) {
        this.parts = parts;
        this.context = context;
    }

    /** Notes that a target does what the contract says. */
    void add(Contract contract, NetworkTarget target) {
        if (contract.provisioning().of(target).unverified()) {
            addHeld(contract, target);
        }
    }

    /** Notes that another system has done what waits to be delivered. */
    void addHeld(Contract contract, NetworkTarget target) {
        equal.computeIfAbsent(contract.id(), id -> EnumSet.noneOf(NetworkTarget.class))
                .add(target);
    }

    /**
     * Confirms what was noted, all in one unit of work or, if that fails, each contract in one of its own.
     *
     * @param version of the contract that was compared
     */
    void confirm(ToLongFunction<ContractId> version) {
        if (equal.isEmpty()) {
            return;
        }
        try {
            parts.commands().together(() -> {
                parts.storage().contracts().readAll(List.copyOf(equal.keySet()));
                equal.forEach((id, targets) -> confirm(id, targets, version.applyAsLong(id)));
                return Boolean.TRUE;
            });
        } catch (RuntimeException together) {
            LOG.debug("{} contracts could not be confirmed together", equal.size(), together);
            equal.forEach((id, targets) -> confirmAlone(id, targets, version.applyAsLong(id)));
        }
        equal.clear();
    }

    private void confirmAlone(ContractId id, Set<NetworkTarget> targets, long version) {
        try {
            parts.commands().togetherRepeatedly(() -> {
                confirm(id, targets, version);
                return Boolean.TRUE;
            });
        } catch (RuntimeException thrown) {
            parts.faults().of(FaultIsolation.Work.AUDIT, id, thrown);
        }
    }

    private void confirm(ContractId id, Set<NetworkTarget> targets, long version) {
        parts.commands()
                .run(
                        CommandRequest.on(
                                id,
                                "confirmProvisioning",
                                CommandKind.CONFIRM_PROVISIONING,
                                context.expecting(version)),
                        (contract, situation) -> confirm(contract, targets, situation))
                .peekLeft(refusal -> LOG.debug("contract {} stays unverified: {}", id, refusal.message()));
    }

    private static Either<Rejection, Decision> confirm(
            Contract contract, Set<NetworkTarget> targets, Situation situation) {
        Either<Rejection, Decision> decision = Either.right(new Decision(contract, List.of()));
        for (NetworkTarget target : targets) {
            decision = decision.flatMap(soFar -> soFar.then(next -> situation.decide(
                    next,
                    new Command.ConfirmProvisioning(
                            target, next.provisioning().of(target).desiredVersion()))));
        }
        return decision;
    }
}
