package io.silverdata.contract.testkit;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.ZONE;
import static io.silverdata.contract.testkit.ContractFixtures.address;
import static io.silverdata.contract.testkit.ContractFixtures.contractNumber;
import static io.silverdata.contract.testkit.ContractFixtures.customer;
import static io.silverdata.contract.testkit.ContractFixtures.fasterPlan;
import static io.silverdata.contract.testkit.ContractFixtures.onu;
import static io.silverdata.contract.testkit.ContractFixtures.plan;
import static io.silverdata.contract.testkit.ContractFixtures.radiusUser;
import static io.silverdata.contract.testkit.ContractFixtures.smallPlant;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.command.Transfer;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.model.SuspensionPolicy;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.report.BillingFeed;
import io.silverdata.contract.report.KpiOptions;
import io.silverdata.contract.report.KpiReport;
import io.silverdata.contract.report.Kpis;
import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.spi.Storage;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * The same life of a contract with two operators: at one a scheduler runs at every instant, at the other it never runs before
 * the end. Both take the same commands at the same times, many of them at the very instant at which something is due. The law:
 * both give the same answers, and the contracts, the feeds and the figures are the same.
 *
 * <p>The punctual operator keeps its contracts in memory. For use by one thread.
 */
public final class LateSettlement {
    private static final List<SuspensionReason> REASONS = List.of(
            SuspensionReason.CUSTOMER_REQUEST,
            SuspensionReason.LEGAL_REGULATORY,
            SuspensionReason.NON_PAYMENT,
            SuspensionReason.TECHNICAL,
            SuspensionReason.ADMINISTRATIVE);
    private static final ReportSettings SETTINGS = ReportSettings.in(ZONE);
    private static final Duration AFTERWARDS = Duration.ofDays(400);
    private static final int MANY = 1_000;
    private static final Pattern OUTPUT = Pattern.compile("#\\d+");

    private final Operator punctual = new Operator(new InMemoryStorage());
    private final Operator late;
    private Instant now = START;
    private int lives;

    /** Lives on a storage with nothing in it, and on one in memory. */
    public LateSettlement(Storage storage) {
        late = new Operator(storage);
    }

    /** One operator, its clock and its contract of the present life. */
    private static final class Operator {
        final SettableClock clock = new SettableClock(START);
        final Contracts contracts;
        ContractId contract = ContractFixtures.contractId(1);

        Operator(Storage storage) {
            storage.plant().install(smallPlant());
            contracts = Contracts.builder()
                    .storage(storage)
                    .customers(customer -> true)
                    .plans(Operator::catalogue)
                    .radius(new InMemoryAccess())
                    .olts(new InMemoryLine())
                    .suspensionPolicies(policies())
                    .clock(clock)
                    .zone(ZONE)
                    .build();
        }

        private static Optional<PlanSnapshot> catalogue(PlanId asked) {
            return Optional.of(asked.equals(fasterPlan().id()) ? fasterPlan() : plan());
        }

        /** The usual ones, where debt lets the plan change downwards only. */
        private static SuspensionPolicies policies() {
            return SuspensionPolicies.defaults()
                    .with(SuspensionPolicies.defaults()
                            .find(SuspensionReason.NON_PAYMENT)
                            .orElseThrow()
                            .withPlanChange(SuspensionPolicy.PlanChangeRule.DOWNGRADE_ONLY));
        }

        Contract contract() {
            return contracts.find(contract).orElseThrow();
        }

        List<RecordedEvent> history() {
            return contracts.history(contract);
        }

        /** Runs the scheduler at every instant up to a time at which something is due. */
        void goTo(Instant time) {
            for (Optional<Instant> due = contract().nextDueAt();
                    due.filter(at -> !at.isAfter(time)).isPresent();
                    due = contract().nextDueAt()) {
                clock.set(later(due.get(), clock.instant()));
                contracts.worker().applyDue(MANY);
            }
            clock.set(time);
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }

    /** A command of the facade on a contract. */
    private interface Order extends BiFunction<Contracts, ContractId, Either<Rejection, CommandResult>> {}

    /**
     * Lives one life and holds both operators to the law.
     *
     * @param choices what happens in it
     * @param commands how many are given
     */
    public void live(Random choices, int commands) {
        lives++;
        begin(choices.nextInt(4) == 0 ? Optional.of(midnight(1 + choices.nextInt(6))) : Optional.empty());
        for (int i = 0; i < commands; i++) {
            pass(step(choices));
            give(any(choices));
            if (choices.nextInt(3) == 0) {
                deliver();
            }
        }
        pass(AFTERWARDS);
        late.contracts.worker().applyDue(MANY);
        assertSame();
        end();
    }

    /** What happened to the contract of the last life, in the order in which it was recorded. */
    public List<RecordedEvent> events() {
        return late.history();
    }

    /** Of some contracts the activation waits for a time. */
    private void begin(Optional<Instant> activation) {
        SignUp order = new SignUp(
                NewContract.of(customer(lives), plan().id(), address(1)).numbered(contractNumber(lives)),
                onu(lives),
                radiusUser(lives));
        for (Operator operator : List.of(punctual, late)) {
            operator.clock.set(now);
            operator.contract = accepted(
                    activation.isEmpty()
                            ? operator.contracts.signUp(order, staff())
                            : operator.contracts.draft(order.terms(), staff()));
            activation.ifPresent(at -> {
                accepted(operator.contracts.assess(operator.contract, staff()));
                accepted(operator.contracts.scheduleActivation(
                        operator.contract, order.onu(), order.radiusUser(), at, staff()));
            });
            operator.contracts.worker().deliverPending(MANY);
        }
    }

    private static ContractId accepted(Either<Rejection, CommandResult> outcome) {
        return outcome.getOrElseThrow(refusal -> new AssertionError(refusal.message()))
                .contract()
                .id();
    }

    /** Frees the outputs for the lives to come. */
    private void end() {
        for (Operator operator : List.of(punctual, late)) {
            operator.contracts.cancel(operator.contract, CancellationReason.CUSTOMER_REQUEST, staff());
            operator.contracts.worker().deliverPending(MANY);
        }
        now = now.plus(AFTERWARDS);
    }

    private void pass(Duration time) {
        now = now.plus(time);
        punctual.goTo(now);
        late.clock.set(now);
    }

    /** Without a scheduler the late operator's network learns later of what is due; while nothing is, both tell it the same. */
    private void deliver() {
        if (late.contract().nextDueAt().filter(due -> !due.isAfter(now)).isEmpty()) {
            punctual.contracts.worker().deliverPending(MANY);
            late.contracts.worker().deliverPending(MANY);
        }
    }

    private void give(Order order) {
        Either<Rejection, CommandResult> first = order.apply(punctual.contracts, punctual.contract);
        Either<Rejection, CommandResult> second = order.apply(late.contracts, late.contract);
        assertThat(second.fold(Rejection::code, accepted -> "accepted"))
                .as("the late operator's answer, where the punctual one's is %s", first)
                .isEqualTo(first.fold(Rejection::code, accepted -> "accepted"));
    }

    /** Often to the next day that begins, so that commands are given at the instants for which others are scheduled. */
    private Duration step(Random choices) {
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        return switch (choices.nextInt(5)) {
            case 0 -> Duration.ZERO;
            case 1 -> Duration.between(now, today.plusDays(1).atStartOfDay(ZONE).toInstant());
            case 2 -> Duration.ofHours(1 + choices.nextInt(30));
            default ->
                Duration.between(
                        now,
                        today.plusDays(1 + choices.nextInt(12))
                                .atStartOfDay(ZONE)
                                .toInstant());
        };
    }

    private Order any(Random choices) {
        CommandContext context = context(choices);
        SuspensionReason reason = REASONS.get(choices.nextInt(REASONS.size()));
        PlanId plan = (choices.nextInt(2) == 0 ? fasterPlan() : plan()).id();
        CustomerId holder = customer(100 + choices.nextInt(3));
        Money price = Money.of(choices.nextInt(2) == 0 ? "19.99" : "29.99", "USD");
        Instant later = midnight(1 + choices.nextInt(20));
        Instant end = midnight(21 + choices.nextInt(20));
        Suspension suspension = Suspension.of(reason);
        int place = 1 + choices.nextInt(2);
        boolean ends = reason.equals(SuspensionReason.CUSTOMER_REQUEST)
                || (!reason.equals(SuspensionReason.NON_PAYMENT) && choices.nextInt(2) == 0);
        return switch (choices.nextInt(18)) {
            case 0, 1 -> (contracts, id) -> contracts.suspend(id, ends ? suspension.until(later) : suspension, context);
            case 2, 3 ->
                (contracts, id) ->
                        contracts.scheduleSuspension(id, ends ? suspension.until(end) : suspension, later, context);
            case 4, 5 -> (contracts, id) -> contracts.liftHold(id, reason, context);
            case 6 -> (contracts, id) -> contracts.changePlan(id, plan, PlanChangeTiming.IMMEDIATELY, context);
            case 7 -> (contracts, id) -> contracts.changePlan(id, plan, PlanChangeTiming.AT_CYCLE_END, context);
            case 8 ->
                (contracts, id) -> contracts.schedulePlanChange(id, plan, LocalDate.ofInstant(later, ZONE), context);
            case 9 -> (contracts, id) -> contracts.scheduleTransfer(id, holder, later, context);
            case 10 -> (contracts, id) -> contracts.transferOwnership(id, Transfer.to(holder), context);
            case 11 -> (contracts, id) -> contracts.undoScheduled(id, kind(later), context);
            case 12 ->
                (contracts, id) ->
                        contracts.scheduleCancellation(id, CancellationReason.CUSTOMER_REQUEST, end, context);
            case 13 ->
                (contracts, id) -> contracts.suspend(
                        id,
                        Suspension.of(SuspensionReason.TECHNICAL).until(now.minus(Duration.ofHours(20))),
                        staff().effectiveAt(now.minus(Duration.ofHours(60))));
            case 14 -> (contracts, id) -> contracts.relocate(id, address(place), context);
            case 15 -> (contracts, id) -> contracts.schedulePrice(id, price, LocalDate.ofInstant(later, ZONE), context);
            case 16 -> (contracts, id) -> contracts.agreePrice(id, price, context);
            default -> (contracts, id) -> contracts.swapOnu(id, onu(1_000 + lives), context);
        };
    }

    private static CommandKind kind(Instant chosen) {
        List<CommandKind> kinds = List.of(
                CommandKind.CANCEL,
                CommandKind.CHANGE_PLAN,
                CommandKind.AGREE_PRICE,
                CommandKind.SUSPEND,
                CommandKind.TRANSFER_OWNERSHIP);
        return kinds.get(LocalDate.ofInstant(chosen, ZONE).getDayOfMonth() % kinds.size());
    }

    private Instant midnight(int days) {
        return LocalDate.ofInstant(now, ZONE).plusDays(days).atStartOfDay(ZONE).toInstant();
    }

    private CommandContext context(Random choices) {
        return choices.nextInt(6) == 0
                ? staff().effectiveAt(now.minus(Duration.ofDays(1L + choices.nextInt(4))))
                : staff();
    }

    private static CommandContext staff() {
        return CommandContext.by("staff", Trigger.ADMIN);
    }

    private void assertSame() {
        assertThat(told(late.history())).as("what happened").isEqualTo(told(punctual.history()));
        assertThat(owed(late.history())).as("the feed").isEqualTo(owed(punctual.history()));
        assertThat(figures(late.history())).as("the figures").isEqualTo(figures(punctual.history()));
        assertThat(late.contract().nextDueAt()).isEqualTo(punctual.contract().nextDueAt());
        assertThat(Contract.replay(late.history())).isEqualTo(late.contract());
    }

    /** An event in words and the time from which it counts; when it was recorded is what the operators differ in. */
    private record Told(Instant effectiveAt, Trigger trigger, String event) {}

    /** Which of the free outputs of a splitter a line takes may differ. */
    private static List<Told> told(List<RecordedEvent> history) {
        return history.stream()
                .dropWhile(recorded -> !(recorded.event() instanceof ContractEvent.ServiceConfirmed))
                .map(recorded -> new Told(
                        recorded.effectiveAt(),
                        recorded.trigger(),
                        OUTPUT.matcher(recorded.event().toString()).replaceAll("#")))
                .toList();
    }

    private static List<String> owed(List<RecordedEvent> history) {
        return new BillingFeed(SETTINGS)
                .segments(history).stream()
                        .map(segment -> String.join(
                                " ",
                                segment.from().toString(),
                                segment.to().toString(),
                                segment.holder().value(),
                                segment.plan().value(),
                                segment.billable().toString(),
                                segment.cause()))
                        .toList();
    }

    private List<KpiReport> figures(List<RecordedEvent> history) {
        Kpis kpis = Kpis.of(List.of(history), SETTINGS);
        LocalDate last = LocalDate.ofInstant(now, ZONE);
        return LocalDate.ofInstant(history.get(0).effectiveAt(), ZONE)
                .withDayOfMonth(1)
                .datesUntil(last, Period.ofMonths(1))
                .map(month -> kpis.report(new DayRange(month, month.plusMonths(1)), KpiOptions.defaults()))
                .toList();
    }
}
