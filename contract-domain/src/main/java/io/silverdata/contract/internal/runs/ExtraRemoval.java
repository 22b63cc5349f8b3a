package io.silverdata.contract.internal.runs;

import com.google.common.collect.Lists;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.internal.command.CommandRunner;
import io.silverdata.contract.internal.delivery.NetworkDriver;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.WriteScope;
import io.silverdata.contract.runs.Extra;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.Storage;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final int TOGETHER = 512;
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

    /** Removes logins together, and the ONUs of each OLT together. */
    List<Either<Rejection, DeviceOutcome>> remove(List<Extra> extras, CommandContext context) {
        Map<Extra, Either<Rejection, DeviceOutcome>> results = new HashMap<>();
        List<RadiusUser> logins = new ArrayList<>();
        Map<OltId, List<OnuRegistration>> onus = new LinkedHashMap<>();
        for (Extra extra : Set.copyOf(extras)) {
            objection(extra)
                    .ifPresentOrElse(
                            refusal -> results.put(extra, Either.left(refusal)), () -> sort(extra, logins, onus));
        }
        for (List<RadiusUser> some : Lists.partition(logins, TOGETHER)) {
            List<DeviceOutcome> outcomes = network.removeLogins(some);
            for (int at = 0; at < some.size(); at++) {
                results.put(new Extra.Login(some.get(at)), Either.right(outcomes.get(at)));
                loginRemoved(some.get(at), outcomes.get(at), context);
            }
        }
        onus.forEach((olt, all) -> {
            for (List<OnuRegistration> some : Lists.partition(all, TOGETHER)) {
                List<DeviceOutcome> outcomes = network.removeOnus(olt, some);
                for (int at = 0; at < some.size(); at++) {
                    results.put(new Extra.Onu(some.get(at)), Either.right(outcomes.get(at)));
                    onuRemoved(some.get(at), outcomes.get(at), context);
                }
            }
        });
        return extras.stream().map(results::get).toList();
    }

    /** Who holds it after all, or that another system is in charge. */
    private Optional<Rejection> objection(Extra extra) {
        WriteScope device = device(extra);
        return network.gate().current().writes(device, Optional.empty())
                ? held(extra)
                : Optional.of(new Rejection.OnlyObserved(device));
    }

    private static WriteScope device(Extra extra) {
        return extra.match(new Extra.Cases<>() {
            @Override
            public WriteScope on(Extra.Login login) {
                return new WriteScope.Radius();
            }

            @Override
            public WriteScope on(Extra.Onu onu) {
                return new WriteScope.Olt(onu.registration().ponPort().olt());
            }
        });
    }

    private Optional<Rejection> held(Extra extra) {
        return extra.match(new Extra.Cases<>() {
            @Override
            public Optional<Rejection> on(Extra.Login login) {
                return storage.contracts()
                        .holderOf(login.user())
                        .map(holder -> new Rejection.RadiusUserInUse(login.user(), holder));
            }

            @Override
            public Optional<Rejection> on(Extra.Onu onu) {
                return holder(onu.registration())
                        .map(holder ->
                                new Rejection.OnuSerialInUse(onu.registration().onu(), holder.id()));
            }
        });
    }

    private static void sort(Extra extra, List<RadiusUser> logins, Map<OltId, List<OnuRegistration>> onus) {
        extra.match(new Extra.Cases<Boolean>() {
            @Override
            public Boolean on(Extra.Login login) {
                return logins.add(login.user());
            }

            @Override
            public Boolean on(Extra.Onu onu) {
                return onus.computeIfAbsent(onu.registration().ponPort().olt(), olt -> new ArrayList<>())
                        .add(onu.registration());
            }
        });
    }

    private void loginRemoved(RadiusUser user, DeviceOutcome outcome, CommandContext context) {
        LOG.info("login {}: removed as extra for {}: {}", user, context.actor(), outcome);
        storage.contracts().holderOf(user).ifPresent(now -> missing(now, NetworkTarget.ACCESS, context));
    }

    private void onuRemoved(OnuRegistration registration, DeviceOutcome outcome, CommandContext context) {
        LOG.info("ONU {}: removed as extra for {}: {}", registration, context.actor(), outcome);
        holder(registration).ifPresent(now -> missing(now.id(), NetworkTarget.LINE, context));
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
            parts.transactions().run(() -> parts.storage().work().enqueue(holder, Set.of(target), parts.now()));
        }
    }
}
