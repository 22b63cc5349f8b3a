package io.silverdata.contract.internal.command;

import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.engine.CommandMetadata;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.BillingPeriod;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Freezes the plan as the catalogue has it, and changes to it now, at the end of the billing cycle, or on a day; its price as well. */
public final class ChangePlanUseCase {
    private final HostPorts host;

    /** A use case; all parts are shared with the facade. */
    public ChangePlanUseCase(HostPorts host) {
        this.host = host;
    }

    /** Changes the plan, or schedules the change. */
    public Either<Rejection, Decision> change(
            Contract contract,
            PlanId plan,
            Optional<Integer> termMonths,
            PlanChangeTiming timing,
            Situation situation) {
        CommandMetadata metadata = situation.metadata();
        return host.plan(plan).flatMap(found -> {
            Command.ChangePlan change = new Command.ChangePlan(found, termMonths);
            return isNow(timing, found, contract)
                    ? situation.decide(contract, change)
                    : situation.decide(contract, scheduled(change, nextCycle(contract, metadata), metadata));
        });
    }

    /** Schedules a plan change for the beginning of a day. */
    public Either<Rejection, Decision> schedule(Contract contract, PlanId plan, LocalDate day, Situation situation) {
        CommandMetadata metadata = situation.metadata();
        return host.plan(plan)
                .flatMap(found -> situation.decide(contract, scheduled(new Command.ChangePlan(found), day, metadata)));
    }

    /** Schedules another price for the beginning of a day, for the plan of then. */
    public Either<Rejection, Decision> schedulePrice(
            Contract contract, Money amount, LocalDate day, Situation situation) {
        Instant at = day.atStartOfDay(situation.metadata().zone()).toInstant();
        return situation.decide(
                contract,
                Scheduling.schedule(new Command.AgreePrice(contract.planBy(at).id(), amount), at));
    }

    private static boolean isNow(PlanChangeTiming timing, PlanSnapshot plan, Contract contract) {
        return switch (timing) {
            case IMMEDIATELY -> true;
            case AT_CYCLE_END -> false;
            case UPGRADE_NOW_DOWNGRADE_AT_CYCLE_END -> !plan.isDowngradeFrom(contract.plan());
        };
    }

    private static Command.Schedule scheduled(Command.ChangePlan change, LocalDate day, CommandMetadata metadata) {
        Instant at = day.atStartOfDay(metadata.zone()).toInstant();
        return Scheduling.schedule(change, at);
    }

    private static LocalDate nextCycle(Contract contract, CommandMetadata metadata) {
        LocalDate today = LocalDate.ofInstant(metadata.recordedAt(), metadata.zone());
        return BillingPeriod.of(contract, today, metadata.zone()).nextStart();
    }
}
