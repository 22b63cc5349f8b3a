package io.silverdata.contract.internal.runs;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.internal.command.CommandRunner;
import io.silverdata.contract.internal.delivery.NetworkDriver;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.runs.Extra;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.Storage;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what no contract asks for. If a contract comes to hold it while it is being removed, the removal is reported to that
 * contract as drift, and delivered again.
 */
final class ExtraRemoval {
    private static final Logger LOG = LoggerFactory.getLogger(ExtraRemoval.class);
    private static final String REMOVED = "was removed as extra while it was delivered";

    private final RunParts parts;
    private final CommandRunner commands;
    private final Storage storage;
    private final NetworkDriver network;

    ExtraRemoval(RunParts parts, NetworkDriver network) {
        this.parts = parts;
        this.commands = parts.commands();
        this.storage = parts.storage();
        this.network = network;
    }

    Either<Rejection, DeviceOutcome> remove(Extra extra, CommandContext context) {
        return extra.match(new Extra.Cases<>() {
            @Override
            public Either<Rejection, DeviceOutcome> on(Extra.Login login) {
                return removeLogin(login.user(), context);
            }

            @Override
            public Either<Rejection, DeviceOutcome> on(Extra.Onu onu) {
                return removeOnu(onu.registration(), context);
            }
        });
    }

    private Either<Rejection, DeviceOutcome> removeLogin(RadiusUser user, CommandContext context) {
        Optional<ContractId> holder = storage.contracts().holderOf(user);
        if (holder.isPresent()) {
            return Either.left(new Rejection.RadiusUserInUse(user, holder.get()));
        }
        DeviceOutcome outcome = network.remove(user);
        LOG.info("login {}: removed as extra for {}: {}", user, context.actor(), outcome);
        storage.contracts().holderOf(user).ifPresent(now -> missing(now, NetworkTarget.ACCESS, context));
        return Either.right(outcome);
    }

    private Either<Rejection, DeviceOutcome> removeOnu(OnuRegistration registration, CommandContext context) {
        Optional<Contract> holder = holder(registration);
        if (holder.isPresent()) {
            return Either.left(new Rejection.OnuSerialInUse(
                    registration.onu(), holder.get().id()));
        }
        DeviceOutcome outcome = network.remove(registration);
        LOG.info("ONU {}: removed as extra for {}: {}", registration, context.actor(), outcome);
        holder(registration).ifPresent(now -> missing(now.id(), NetworkTarget.LINE, context));
        return Either.right(outcome);
    }

    private Optional<Contract> holder(OnuRegistration registration) {
        return storage.contracts()
                .holderOf(registration.onu())
                .flatMap(storage.contracts()::find)
                .filter(contract -> contract.holds(registration));
    }

    /**
     * The holder is told again. While its delivery is under way no drift can be reported: then its row is marked, so that what was removed is
     * delivered once more when the delivery has ended.
     */
    private void missing(ContractId holder, NetworkTarget target, CommandContext context) {
        Drift drift = new Drift(Drift.Kind.MISSING, REMOVED);
        if (DriftReport.report(commands, holder, target, drift, context).isLeft()) {
            parts.transactions()
                    .run(() -> parts.storage().work().enqueue(holder, Set.of(target), parts.now()));
        }
    }
}
