package io.silverdata.contract.docs;

import static io.silverdata.contract.Operator.ZONE;
import static io.silverdata.contract.model.DunningAction.NOTIFY;
import static io.silverdata.contract.model.DunningAction.RESTRICT;
import static io.silverdata.contract.model.DunningAction.SUSPEND;
import static io.silverdata.contract.model.DunningAction.THROTTLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.ContractsBuilder;
import io.silverdata.contract.Operator;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.dunning.CutCalendar;
import io.silverdata.contract.dunning.DunningFacts;
import io.silverdata.contract.dunning.DunningPolicy;
import io.silverdata.contract.dunning.DunningStep;
import io.silverdata.contract.dunning.PromiseRule;
import io.silverdata.contract.dunning.RestoreRule;
import io.silverdata.contract.feasibility.OpticalBudget;
import io.silverdata.contract.feasibility.OpticalDesign;
import io.silverdata.contract.memory.InMemoryDebts;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.runs.AuditProgress;
import io.silverdata.contract.runs.AuditRun;
import io.silverdata.contract.runs.Bulk;
import io.silverdata.contract.runs.BulkRun;
import io.silverdata.contract.runs.DunningItem;
import io.silverdata.contract.runs.DunningProgress;
import io.silverdata.contract.runs.DunningRun;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.ContractFault;
import io.silverdata.contract.spi.DebtLedger;
import io.silverdata.contract.spi.ParkedWork;
import io.vavr.control.Either;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The snippets of README.md and docs/ that need the domain alone; each stands between its tags. */
class DocumentedCodeTest {
    private static final Money BILL = Money.of("20", "USD");

    private final Operator operator = Operator.small();
    private final InMemoryDebts ledger = new InMemoryDebts();
    private final List<DunningItem> reported = new ArrayList<>();

    @Test
    void dunning_policy() {
        Set<LocalDate> holidays = Set.of(LocalDate.of(2026, 5, 25));

        // tag::dunning-policy
        CutCalendar calendar = CutCalendar.workdays(ZoneId.of("America/Guayaquil")) // Monday to Thursday, 9:00 to 16:00
                .without(day -> holidays.contains(day));

        DunningPolicy policy = DunningPolicy.named("postpaid", calendar)
                .step(DunningStep.of(1, NOTIFY))
                .step(DunningStep.of(4, RESTRICT))
                .step(DunningStep.of(6, THROTTLE).afterNotice(3))
                .step(DunningStep.of(16, SUSPEND).from(Money.of("5", "USD")).afterNotice(5))
                .promises(PromiseRule.upTo(7).maxPerYear(3))
                .restore(RestoreRule.nothingPastDue().orFirstInstalment())
                .build()
                .getOrElseThrow(refusal -> new IllegalArgumentException(refusal.message()));
        // end::dunning-policy

        assertThat(policy.steps()).hasSize(4);
        assertThat(calendar.allows(
                        LocalDate.of(2026, 5, 25).atTime(10, 0).atZone(ZONE).toInstant()))
                .isFalse();
    }

    @Test
    void dunning_run() {
        ContractId id = operator.subscriber(1).id();
        ContractsBuilder host = operator.builder();
        DunningPolicy policy = DunningPolicy.simple(10, CutCalendar.always(ZONE));
        LocalDate yesterday =
                LocalDate.ofInstant(operator.clock.instant(), ZONE).minusDays(1);
        this.ledger.put(id, DunningFacts.overdue(BILL, yesterday, operator.clock.instant()));
        DebtLedger ledger = this.ledger;

        // tag::dunning-run
        Contracts contracts = host.debts(ledger).dunning(policy).build();

        RunLimits limits = RunLimits.none().withMaxShare(0.05).withPerSecond(20);
        DunningRun run = contracts.runs().dunning(Selection.live(), false, limits);
        DunningProgress progress;
        do {
            progress = run.advance(500, item -> report(item));
        } while (progress.state() == RunState.MORE); // WAITING: come back at resumeAt
        // end::dunning-run

        assertThat(progress.state()).isEqualTo(RunState.FINISHED);
        assertThat(progress.count().notified()).isEqualTo(1);
        assertThat(reported).hasSize(1);

        // tag::dunning-payment
        contracts
                .runs()
                .dunning(Selection.of(List.of(id)), false, RunLimits.none())
                .advance(1, item -> report(item));
        // end::dunning-payment

        assertThat(reported).hasSize(2);
    }

    @Test
    void audit_of_an_olt() {
        operator.inService(1);
        Contracts contracts = operator.contracts;
        OltId olt = Operator.PON.olt();
        CommandContext by = Operator.STAFF;

        // tag::audit-olt
        AuditRun run = contracts
                .runs()
                .audit(Selection.live().onOlt(olt), by)
                .repairing(RunLimits.none().withMaxUndelivered(500))
                .begin();
        // end::audit-olt

        AuditProgress progress = run.advance(100, item -> {});
        assertThat(progress.contracts()).isEqualTo(1);
    }

    @Test
    void bulk_for_those_who_still_owe() {
        ContractId debtor = operator.subscriber(1).id();
        operator.subscriber(2);
        ledger.put(debtor, BILL);
        Contracts contracts = operator.contracts;
        CommandContext by = CommandContext.by("collections", Trigger.DUNNING);

        // tag::bulk
        Selection debtors =
                Selection.live().where(contract -> ledger.debt(contract.id()).isPresent());
        Bulk bulk = contracts
                .runs()
                .bulk(
                        "end-of-2026",
                        debtors,
                        (id, context) -> contracts.cancel(id, CancellationReason.NON_PAYMENT, context),
                        by);
        Either<?, BulkRun> run = bulk.within(RunLimits.none().withMaxShare(0.6)).begin();
        // end::bulk

        assertThat(run.get().advance(100, item -> {}).accepted()).isEqualTo(1);
    }

    @Test
    void what_was_passed_over() {
        operator.subscriber(1);
        Contracts contracts = operator.contracts;
        CommandContext by = Operator.STAFF;

        // tag::faults
        List<ContractFault> faults = contracts.worker().health().faults(); // contracts passed over now, and why
        List<ParkedWork> parked = contracts.worker().parked(100); // deliveries given up, and why
        parked.forEach(work -> contracts.worker().redeliver(work.contract())); // once the rows are mended
        // end::faults

        assertThat(faults).isEmpty();
        assertThat(by.actor()).isNotNull();
        Either<?, CommandResult> held =
                contracts.liftHold(operator.subscriber(2).id(), SuspensionReason.NON_PAYMENT, by);
        assertThat(held.isLeft()).isTrue();
    }

    @Test
    void optical_budget() {
        // tag::budget
        OpticalBudget budget = OpticalBudget.of(
                OpticalDesign.defaults(),
                OpticalPower.ofDbm(1.5),
                List.of(Decibels.of(21.0)),
                Distance.ofMetres(5_000));
        OpticalPower received = budget.received(); // -23.90 dBm
        Decibels margin = budget.margin(); // 3.10 dB
        // end::budget

        assertThat(received).isEqualTo(OpticalPower.ofDbm(-23.90));
        assertThat(margin).isEqualTo(Decibels.of(3.10));
    }

    private void report(DunningItem item) {
        reported.add(item);
    }
}
