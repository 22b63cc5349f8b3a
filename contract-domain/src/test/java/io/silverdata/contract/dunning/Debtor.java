package io.silverdata.contract.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.DunningAction;
import io.silverdata.contract.model.DunningMark;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.SuspensionHold;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.model.SuspensionPolicy;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.testkit.ContractFixtures;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * One customer who owes, pays, promises and is forgotten, and a ledger that is exported now and then. After each happening the
 * policy is asked, its answer is held against the laws (told a second time here, in plain values) and carried out.
 */
final class Debtor {
    private static final SuspensionPolicy NON_PAYMENT = policy(SuspensionReason.NON_PAYMENT);

    private final Random random;
    private final boolean paysSeldom;
    private final Draws.Spec calendar;
    private final DunningPolicy policy;
    private final TreeMap<LocalDate, Integer> unpaid = new TreeMap<>();
    private final TreeMap<LocalDate, LocalDate> extensions = new TreeMap<>();
    private final List<DunningProtection> protections = new ArrayList<>();
    private final Set<String> stepsTaken = new HashSet<>();
    private final List<DunningMark> log = new ArrayList<>();
    final List<RecordedEvent> events = new ArrayList<>();
    final Set<Class<?>> decisions = new HashSet<>();
    final Set<Class<?>> hindrances = new HashSet<>();
    Contract contract;
    Instant now;
    private DunningFacts facts;

    /** What the ledger said before; a replica that lags behind, or a restored copy, says it again. */
    private final List<DunningFacts> exports = new ArrayList<>();

    Debtor(Draws.Spec calendar, DunningPolicy policy, Random random) {
        this.calendar = calendar;
        this.policy = policy;
        this.random = random;
        this.paysSeldom = random.nextBoolean();
        Decision begun = ContractFixtures.confirmed(
                new Decision(
                                ContractFixtures.anActiveContract(1),
                                ContractFixtures.activated(1).events())
                        .contract(),
                ContractFixtures.START.plus(Duration.ofDays(1)));
        this.events.addAll(ContractFixtures.activated(1).events());
        this.events.addAll(begun.events());
        this.contract = begun.contract();
        this.now = ContractFixtures.START.plus(Duration.ofDays(2));
        this.facts = export();
        this.exports.add(facts);
    }

    /** Lives on for so many happenings, or until the contract is cancelled. */
    Debtor live(int happenings) {
        for (int i = 0; i < happenings && contract.status().isLive(); i++) {
            now = now.plus(pause());
            happen();
            switch (random.nextInt(6)) {
                case 0 -> {}
                case 1 -> facts = exports.get(random.nextInt(exports.size()));
                default -> {
                    facts = export();
                    exports.add(facts);
                }
            }
            ask();
        }
        assertThat(Contract.replay(events)).isEqualTo(contract);
        return this;
    }

    private Duration pause() {
        return switch (random.nextInt(6)) {
            case 0 -> Duration.ofMinutes(random.nextInt(90));
            case 1, 2 -> Duration.ofHours(1 + random.nextInt(20));
            case 3, 4 -> Duration.ofDays(1);
            default -> Duration.ofDays(random.nextInt(9));
        };
    }

    private void happen() {
        LocalDate today = today();
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> unpaid.merge(today.plusDays(random.nextInt(5) - 2), 1 + random.nextInt(30), Integer::sum);
            case 3 -> pay(unpaid.size());
            case 4 -> pay(1);
            case 5 -> {
                if (!unpaid.isEmpty()) {
                    unpaid.merge(unpaid.firstKey(), -1, (amount, less) -> Math.max(1, amount + less));
                }
            }
            case 6 -> protections.add(new DunningProtection.PromiseToPay(today, today.plusDays(random.nextInt(21))));
            case 7 -> protections.add(new DunningProtection.InstalmentPlan(today, today.plusDays(random.nextInt(31))));
            case 8 ->
                protections.add(new DunningProtection.Exemption(today, today.plusDays(random.nextInt(12)), "hospital"));
            case 9 -> protections.add(new DunningProtection.PendingPayment(now));
            case 10 ->
                protections.add(new DunningProtection.Outage(
                        now, Optional.of(now.plus(Duration.ofHours(random.nextInt(100))))));
            case 11 -> {
                if (!unpaid.isEmpty()) {
                    extensions.put(unpaid.firstKey(), today.plusDays(1 + random.nextInt(15)));
                }
            }
            case 12 -> other(new Command.LiftHold(SuspensionReason.NON_PAYMENT), Trigger.ADMIN);
            case 13 -> {
                Command.Suspend fraud = new Command.Suspend(
                        policy(SuspensionReason.FRAUD_ABUSE), Enforcement.HARD_BLOCK, Optional.empty());
                other(fraud, Trigger.ADMIN);
            }
            case 14 -> protections.clear();
            default -> {}
        }
    }

    private void pay(int items) {
        if (paysSeldom && random.nextInt(6) > 0) {
            return;
        }
        for (int i = 0; i < items; i++) {
            unpaid.pollFirstEntry();
        }
    }

    private void other(Command command, Trigger trigger) {
        var outcome = Decider.decide(contract, command, ContractFixtures.metadata(now, trigger));
        outcome.forEach(this::keep);
    }

    private DunningFacts export() {
        LocalDate today = today();
        var overdue = unpaid.headMap(today);
        Optional<LocalDate> dueOn = overdue.isEmpty() ? Optional.empty() : Optional.of(overdue.firstKey());
        return new DunningFacts(
                dollars(sum(overdue.values())),
                dollars(sum(unpaid.values())),
                dueOn,
                dueOn.flatMap(due -> Optional.ofNullable(extensions.get(due))).filter(to -> !to.isBefore(dueOn.get())),
                overdue.size(),
                Optional.empty(),
                List.copyOf(protections),
                now);
    }

    /** Asks, checks, carries out, and asks again. */
    private void ask() {
        DunningDecision decision =
                policy.evaluate(facts, contract, now).getOrElseThrow(refusal -> new AssertionError(refusal.message()));
        decisions.add(decision.getClass());
        assertThat(decision.explanation()).isNotBlank();
        if (decision instanceof DunningDecision.Nothing nothing) {
            hindrances.add(nothing.why().getClass());
        }
        checkPayment(decision);
        checkCut(decision);
        checkStep(decision);
        Contract before = contract;
        checkAge(decision);
        carryOut(decision);
        checkOtherHolds(before);
        DunningDecision again = policy.evaluate(facts, contract, now).get();
        if (decision instanceof DunningDecision.Ease && again instanceof DunningDecision.Keep) {
            // eased to the step whose day has come: that it was reached is recorded by itself, and changes no service
            Contract eased = contract;
            carryOut(again);
            assertThat(contract.enforcement()).isEqualTo(eased.enforcement());
            again = policy.evaluate(facts, contract, now).get();
        }
        if (decision instanceof DunningDecision.Lift lift && lift.closes() && !isPaid()) {
            // the debt that cut is paid; the next may begin on the same day, and never with a cut
            assertThat(again.isCut()).isFalse();
        } else if (decision instanceof DunningDecision.Enforce enforce && enforce.isReturn()) {
            // back where an earlier debt had led; the present one takes its own steps from there, and never with
            // another cut at once
            assertThat(again.isCut()).isFalse();
        } else {
            assertThat(again).as("asked again after %s", decision).isInstanceOf(DunningDecision.Nothing.class);
        }
    }

    private void carryOut(DunningDecision decision) {
        for (Command command : decision.commands(contract, NON_PAYMENT, facts.owed())) {
            keep(Decider.decide(contract, command, ContractFixtures.metadata(now, decision.trigger()))
                    .getOrElseThrow(refusal -> new AssertionError(command + ": " + refusal.message())));
        }
        decision.step().ifPresent(log::add);
    }

    private void keep(Decision decision) {
        events.addAll(decision.events());
        contract = decision.contract();
    }

    /** Facts older than what they would undo change nothing. */
    private void checkAge(DunningDecision decision) {
        boolean undoes = decision instanceof DunningDecision.Lift
                || decision instanceof DunningDecision.Ease
                || decision instanceof DunningDecision.Close;
        if (undoes) {
            assertThat(isOlderThanHold()).isFalse();
        }
    }

    private boolean isOlderThanHold() {
        boolean older = contract.hold(SuspensionReason.NON_PAYMENT)
                .filter(hold -> facts.asOf().isBefore(hold.placedAt()))
                .isPresent();
        LocalDate day = facts.asOf().atZone(calendar.zone()).toLocalDate();
        return older || contract.dunning().stream().anyMatch(mark -> day.isBefore(mark.takenOn()));
    }

    /** A payment always lifts what it may. Nothing else gives back but what is agreed, or a debt too small to be cut for. */
    private void checkPayment(DunningDecision decision) {
        boolean paid = isPaid();
        Optional<SuspensionHold> hold = contract.hold(SuspensionReason.NON_PAYMENT);
        if (paid && hold.isPresent() && !isOlderThanHold()) {
            assertThat(decision).isInstanceOf(DunningDecision.Lift.class);
            assertThat(decision.trigger()).isEqualTo(Trigger.PAYMENT);
        } else if (decision instanceof DunningDecision.Lift lift) {
            switch (lift.because()) {
                case PROMISE, FIRST_INSTALMENT, EXEMPTION ->
                    assertThat(isProtected()).isTrue();
                case EXTENSION -> assertThat(facts.extendedTo()).isPresent();
                case LITTLE_LEFT ->
                    assertThat(isHeldBy(facts.countedFrom().orElseThrow())).isFalse();
                case PAID -> throw new AssertionError("not paid: " + facts);
            }
        }
        if (paid) {
            assertThat(decision.isCut()).isFalse();
            assertThat(decision.step()).isEmpty();
        }
        if (decision instanceof DunningDecision.Close) {
            assertThat(paid).isTrue();
        }
    }

    /** Whether a step that holds the service has come by its day and its amount. */
    private boolean isHeldBy(LocalDate countedFrom) {
        return policy.steps().stream()
                .filter(step -> step.action().enforcement().isPresent())
                .filter(step -> !today().isBefore(countedFrom.plusDays(step.daysOverdue())))
                .anyMatch(step -> facts.unpaid() >= step.minUnpaid()
                        && step.minimum()
                                .filter(min -> facts.overdue().amount().compareTo(min.amount()) < 0)
                                .isEmpty());
    }

    private boolean isPaid() {
        return switch (policy.restore().when()) {
            case PAID_IN_FULL -> facts.owed().equals(dollars(0));
            case NOTHING_PAST_DUE -> facts.overdue().equals(dollars(0));
            case AMOUNT_AT_MOST -> facts.overdue().amount().intValueExact() <= 5;
        };
    }

    /** Never on a forbidden day or hour, never on stale facts, never under a protection. */
    private void checkCut(DunningDecision decision) {
        if (decision.isCut()) {
            assertThat(calendar.allows(now))
                    .as("%s at %s of %s", decision, now, calendar)
                    .isTrue();
        }
        if (decision.isCut() || decision.step().isPresent()) {
            assertThat(facts.asOf().plus(policy.maxFactAge())).isAfterOrEqualTo(now);
            assertThat(isProtected()).isFalse();
        }
        if (decision instanceof DunningDecision.Enforce enforce) {
            checkEnforcement(enforce);
        }
    }

    /** Going back goes no further than where a step for this debt had led, and each step was right when it was taken. */
    private void checkEnforcement(DunningDecision.Enforce enforce) {
        Optional<Enforcement> present =
                contract.hold(SuspensionReason.NON_PAYMENT).map(SuspensionHold::enforcement);
        if (enforce.isReturn()) {
            assertThat(present.filter(level -> level.compareTo(enforce.enforcement()) >= 0))
                    .isEmpty();
            assertThat(log).contains(enforce.mark());
            assertThat(enforce.mark().dueOn()).isEqualTo(facts.dueOn().orElseThrow());
            assertThat(enforce.mark().action().enforcement()).contains(enforce.enforcement());
        }
    }

    /** Never earlier than its step, once for one debt, a day after the step before, after its notice, for its amount. */
    private void checkStep(DunningDecision decision) {
        if (decision.step().isEmpty()) {
            return;
        }
        DunningMark mark = decision.step().get();
        DunningStep step = policy.steps().stream()
                .filter(candidate -> candidate.daysOverdue() == mark.daysOverdue())
                .findFirst()
                .orElseThrow();
        LocalDate due = facts.dueOn().orElseThrow();
        LocalDate countedFrom = facts.extendedTo().orElse(due);
        assertThat(mark.action()).isEqualTo(step.action());
        assertThat(mark.takenOn()).isEqualTo(today());
        assertThat(today()).isAfterOrEqualTo(countedFrom.plusDays(step.daysOverdue()));
        assertThat(stepsTaken.add(episode() + " " + due + " " + step.daysOverdue()))
                .as("taken twice: %s", mark)
                .isTrue();
        assertThat(facts.unpaid()).isGreaterThanOrEqualTo(step.minUnpaid());
        step.minimum().ifPresent(min -> assertThat(facts.overdue().amount()).isGreaterThanOrEqualTo(min.amount()));
        List<DunningMark> before =
                contract.dunning().stream().filter(taken -> taken.isAbout(due)).toList();
        if (!before.isEmpty()) {
            DunningMark last = before.get(before.size() - 1);
            assertThat(today()).isAfterOrEqualTo(last.takenOn().plusDays(step.daysOverdue() - last.daysOverdue()));
        }
        if (step.noticeDays() > 0) {
            assertThat(before).anySatisfy(taken -> {
                assertThat(taken.action()).isEqualTo(DunningAction.NOTIFY);
                assertThat(taken.takenOn().plusDays(step.noticeDays())).isBeforeOrEqualTo(today());
            });
        }
        if (step.action() == DunningAction.CANCEL) {
            DunningMark cut = before.stream()
                    .filter(taken -> taken.action().isCut())
                    .reduce((first, second) -> second)
                    .orElseThrow();
            SuspensionHold hold = contract.hold(SuspensionReason.NON_PAYMENT).orElseThrow();
            assertThat(today())
                    .isAfterOrEqualTo(hold.placedAt()
                            .atZone(calendar.zone())
                            .toLocalDate()
                            .plusDays(step.daysOverdue() - cut.daysOverdue()));
        }
    }

    /** How often the debt was over, or another took its place: steps may then be taken again. */
    private String episode() {
        long closed = events.stream()
                .filter(event -> event.event() instanceof ContractEvent.DunningClosed)
                .count();
        long changed = 0;
        Optional<LocalDate> last = Optional.empty();
        for (DunningMark mark : log) {
            if (!last.equals(Optional.of(mark.dueOn()))) {
                changed++;
            }
            last = Optional.of(mark.dueOn());
        }
        return closed + "." + changed;
    }

    private void checkOtherHolds(Contract before) {
        if (contract.status().isLive()) {
            assertThat(others(contract)).isEqualTo(others(before));
        }
    }

    private static List<SuspensionHold> others(Contract contract) {
        return contract.holds().stream()
                .filter(hold -> !hold.reason().equals(SuspensionReason.NON_PAYMENT))
                .toList();
    }

    private boolean isProtected() {
        LocalDate today = today();
        return facts.protections().stream().anyMatch(protection -> {
            if (protection instanceof DunningProtection.PromiseToPay promise) {
                return !today.isBefore(promise.madeOn()) && !today.isAfter(promise.until());
            }
            if (protection instanceof DunningProtection.InstalmentPlan plan) {
                return !today.isBefore(plan.firstPaidOn()) && !today.isAfter(plan.nextDueOn());
            }
            if (protection instanceof DunningProtection.Exemption exemption) {
                return !today.isBefore(exemption.from()) && !today.isAfter(exemption.until());
            }
            if (protection instanceof DunningProtection.PendingPayment pending) {
                return now.isBefore(pending.since().plus(policy.pendingPayment()));
            }
            return protection instanceof DunningProtection.Outage outage
                    && outage.until().orElse(Instant.MAX).isAfter(now);
        });
    }

    private LocalDate today() {
        return now.atZone(calendar.zone()).toLocalDate();
    }

    private static int sum(Iterable<Integer> amounts) {
        int sum = 0;
        for (int amount : amounts) {
            sum += amount;
        }
        return sum;
    }

    static Money dollars(int amount) {
        return new Money(BigDecimal.valueOf(amount), java.util.Currency.getInstance("USD"));
    }

    private static SuspensionPolicy policy(SuspensionReason reason) {
        return SuspensionPolicies.defaults().find(reason).orElseThrow();
    }

    static Set<DunningAction> actions(DunningPolicy policy) {
        Set<DunningAction> actions = EnumSet.noneOf(DunningAction.class);
        policy.steps().forEach(step -> actions.add(step.action()));
        return actions;
    }
}
