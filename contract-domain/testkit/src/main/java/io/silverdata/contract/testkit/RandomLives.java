package io.silverdata.contract.testkit;

import static io.silverdata.contract.testkit.ContractFixtures.CONTACT;
import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.ZONE;
import static io.silverdata.contract.testkit.ContractFixtures.accessSettings;
import static io.silverdata.contract.testkit.ContractFixtures.address;
import static io.silverdata.contract.testkit.ContractFixtures.assessment;
import static io.silverdata.contract.testkit.ContractFixtures.attribute;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.contractNumber;
import static io.silverdata.contract.testkit.ContractFixtures.customer;
import static io.silverdata.contract.testkit.ContractFixtures.fasterPlan;
import static io.silverdata.contract.testkit.ContractFixtures.oltId;
import static io.silverdata.contract.testkit.ContractFixtures.onu;
import static io.silverdata.contract.testkit.ContractFixtures.output;
import static io.silverdata.contract.testkit.ContractFixtures.plan;
import static io.silverdata.contract.testkit.ContractFixtures.ponPortId;
import static io.silverdata.contract.testkit.ContractFixtures.ports;
import static io.silverdata.contract.testkit.ContractFixtures.radiusUser;

import io.silverdata.contract.engine.AdoptedContract;
import io.silverdata.contract.engine.CommandMetadata;
import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.engine.DueCommand;
import io.silverdata.contract.engine.History;
import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.AddOn;
import io.silverdata.contract.model.Attribute;
import io.silverdata.contract.model.Billability;
import io.silverdata.contract.model.BillabilityRule;
import io.silverdata.contract.model.BillingCycle;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Discount;
import io.silverdata.contract.model.DiscountCode;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.ProvisioningFailure;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Reservation;
import io.silverdata.contract.model.ScheduledChange;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SuspensionHold;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.model.SuspensionPolicy;
import io.silverdata.contract.model.Trigger;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What happened to some contracts, as chance had it: all of it came of commands that the contract took, many backdated, with
 * holds that overlap, plans in several currencies and cycles, moves, transfers, failures, drifts, ends and returns. Some are adopted
 * from another system. The same seed gives the same events.
 */
public final class RandomLives {
    private static final List<PlanSnapshot> PLANS = List.of(
            plan(),
            fasterPlan(),
            priced(plan(), "30", "EUR", BillingCycle.MONTHLY),
            priced(fasterPlan(), "100.10", "USD", BillingCycle.QUARTERLY),
            priced(plan(), "0", "USD", BillingCycle.MONTHLY),
            priced(fasterPlan(), "333.333333", "USD", BillingCycle.ANNUAL));
    private static final BillabilityRule SLOW_FOR_HALF = BillabilityRule.builder()
            .at(Enforcement.NONE, Billability.FULL)
            .at(Enforcement.THROTTLE, Billability.percent(50))
            .between(Enforcement.CAPTIVE, Enforcement.LINE_DISABLED, Billability.NONE)
            .build();
    private static final List<SuspensionPolicy> POLICIES = SuspensionPolicies.defaults().all().stream()
            .flatMap(policy -> Stream.of(
                    policy, policy.withBillability(Billability.percent(30)), policy.withBillability(SLOW_FOR_HALF)))
            .toList();
    private static final List<CancellationReason> REASONS = List.of(
            CancellationReason.CUSTOMER_REQUEST,
            CancellationReason.NON_PAYMENT,
            CancellationReason.PROVIDER_DECISION,
            CancellationReason.DECEASED_OR_LEGAL);
    private static final Actor ACTOR = new Actor("chance");
    private static final List<DiscountCode> CODES =
            List.of(new DiscountCode("WELCOME"), new DiscountCode("GOLD"), new DiscountCode("2026:summer"));
    private static final int MAX_STEPS = 45;

    private final Random random;
    private final int n;
    private final List<RecordedEvent> events = new ArrayList<>();
    private Contract contract;
    private Instant clock;

    private RandomLives(Random random, int n, Instant begin) {
        this.random = random;
        this.n = n;
        clock = begin;
        Optional<ContractId> predecessor =
                n > 1 && chance(3) ? Optional.of(contractId(1 + random.nextInt(n - 1))) : Optional.empty();
        Decision begun = (chance(4) ? adopted() : drafted(predecessor))
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()));
        contract = begun.contract();
        events.addAll(begun.events());
    }

    private Either<Rejection, Decision> drafted(Optional<ContractId> predecessor) {
        return Decider.draft(contractId(n), terms(predecessor, false), metadata(Duration.ZERO, Trigger.ADMIN));
    }

    private ContractEvent.ContractDrafted terms(Optional<ContractId> predecessor, boolean takenOver) {
        return new ContractEvent.ContractDrafted(
                contractNumber(n),
                predecessor,
                customer(n),
                one(PLANS),
                address(n),
                1 + random.nextInt(28),
                Optional.empty(),
                takenOver);
    }

    /** Lived elsewhere for a day to two years, some of them under a hold, and some at an output that nobody knows. */
    private Either<Rejection, Decision> adopted() {
        Instant activatedAt = clock.minus(Duration.ofHours(24 + random.nextInt(24 * 700)));
        LocalDate activated = LocalDate.ofInstant(activatedAt, ZONE);
        LocalDate today = LocalDate.ofInstant(clock, ZONE);
        LocalDate wished = today.plusDays(random.nextInt(60) - 30L);
        LocalDate billedFrom = wished.isBefore(activated) ? activated : wished;
        ContractEvent.ContractDrafted terms = terms(Optional.empty(), true);
        return Decider.adopt(
                contractId(n),
                new AdoptedContract(
                        activatedAt.minus(Duration.ofHours(random.nextInt(300))),
                        terms,
                        chance(3) ? List.of(adoptedHold(activatedAt)) : List.of(),
                        AccessSettings.NONE,
                        new ContractEvent.ContractAdopted(
                                activatedAt,
                                activatedAt.plus(Duration.ofHours(random.nextInt(24))),
                                onu(n),
                                chance(4) ? Optional.empty() : Optional.of(ports(n)),
                                radiusUser(n),
                                chance(2) ? Optional.of(today.plusDays(random.nextInt(300))) : Optional.empty(),
                                billedFrom,
                                chance(3) ? Optional.of(billedFrom.minusDays(random.nextInt(400))) : Optional.empty()),
                        chance(2) ? List.of(adoptedAddOn(terms.plan(), activatedAt)) : List.of()),
                metadata(Duration.ofHours(random.nextInt(2)), Trigger.ADMIN));
    }

    private ContractEvent.AddOnAdded adoptedAddOn(PlanSnapshot plan, Instant activatedAt) {
        AddOn addOn = one(ContractFixtures.addOns());
        Money amount =
                new Money(addOn.price().amount().amount(), plan.price().amount().currency());
        return new ContractEvent.AddOnAdded(
                new AddOn(
                        addOn.id(),
                        addOn.name(),
                        new PlanSnapshot.Price(amount, addOn.price().cycle()),
                        addOn.binding(),
                        addOn.suspension()),
                activatedAt.plus(Duration.ofHours(random.nextInt(24 * 30))),
                Optional.empty());
    }

    private SuspensionHold adoptedHold(Instant activatedAt) {
        SuspensionPolicy policy = one(POLICIES);
        return new SuspensionHold(
                policy,
                chance(4) ? one(List.of(Enforcement.values())) : policy.enforcement(),
                activatedAt.plus(Duration.ofHours(random.nextInt(23))),
                policy.end() == SuspensionPolicy.End.REQUIRED
                        ? Optional.of(in(1 + random.nextInt(20)))
                        : Optional.empty());
    }

    /** The events of each of some contracts, which have the numbers 1 and so on of {@link ContractFixtures}. */
    public static List<List<RecordedEvent>> of(long seed, int contracts) {
        return of(new Random(seed), contracts);
    }

    /** The same from a source of chance, such as {@link Choices}, which a property can shrink. */
    public static List<List<RecordedEvent>> of(Random random, int contracts) {
        List<List<RecordedEvent>> lives = new ArrayList<>();
        for (int n = 1; n <= contracts; n++) {
            RandomLives life = new RandomLives(random, n, START.plus(Duration.ofHours(random.nextInt(24 * 60))));
            life.live(random.nextInt(MAX_STEPS));
            lives.add(List.copyOf(life.events));
        }
        return lives;
    }

    private void live(int steps) {
        for (int step = 0; step < steps; step++) {
            clock = clock.plus(one(List.of(
                    Duration.ZERO,
                    Duration.ofMinutes(50),
                    Duration.ofHours(7),
                    Duration.ofDays(1),
                    Duration.ofDays(6))));
            takeWhatIsDue();
            boolean isDraft =
                    contract.activatedAt().isEmpty() && contract.cancelledAt().isEmpty();
            if (isDraft && chance(2)) {
                build();
            } else {
                take(any());
            }
        }
    }

    private void build() {
        take(new Command.Assess(assessment(n, in(30))));
        if (chance(2)) {
            clock = clock.plus(Duration.ofHours(random.nextInt(50)));
            take(new Command.Reserve(ports(n), in(7), Optional.empty()));
        }
        if (chance(3)) {
            take(new Command.Schedule(new ScheduledChange(
                    new Command.ActivateReserved(onu(n), radiusUser(n)), in(1 + random.nextInt(9)))));
        }
        clock = clock.plus(Duration.ofHours(random.nextInt(50)));
        if (contract.scheduled().isEmpty() || chance(5)) {
            take(new Command.Activate(ports(n), onu(n), radiusUser(n)));
        }
        if (chance(2)) {
            clock = clock.plus(Duration.ofHours(random.nextInt(30)));
            confirm();
        }
    }

    private Command any() {
        return switch (random.nextInt(39)) {
            case 0, 1, 2 -> suspend();
            case 3, 4, 5 -> lift();
            case 6, 7 -> new Command.ChangePlan(one(PLANS));
            case 8 ->
                new Command.Relocate(
                        address(n + random.nextInt(2)),
                        ports(n + random.nextInt(2)),
                        assessment(n, in(9)),
                        chance(4) ? Optional.of("seen on site") : Optional.empty());
            case 9 ->
                new Command.TransferOwnership(customer(n + random.nextInt(3)), Optional.empty(), Optional.of("agreed"));
            case 10 -> new Command.SwapOnu(onu(n + random.nextInt(2)));
            case 11 ->
                new Command.FailProvisioning(
                        target(), desired(target()), new ProvisioningFailure("TIMEOUT", "no answer"));
            case 12 -> new Command.RetryProvisioning();
            case 13 -> new Command.ReportDrift(target(), new Drift(Drift.Kind.DIFFERENT, "other profile"));
            case 14 -> chance(3) ? new Command.Cancel(one(REASONS), Optional.empty()) : lift();
            case 15 ->
                new Command.Schedule(new ScheduledChange(
                        one(List.of(new Command.ChangePlan(one(PLANS)), suspend(), price())),
                        in(1 + random.nextInt(9))));
            case 16 ->
                contract.holds().isEmpty()
                        ? new Command.Reserve(ports(n), in(2), Optional.of("seen on site"))
                        : new Command.ChangeEnforcement(
                                one(contract.holds()).reason(), one(List.of(Enforcement.values())));
            case 18 -> new Command.RenameLogin(radiusUser(n + random.nextInt(2)));
            case 17 -> new Command.ChangeBillingDay(1 + random.nextInt(31));
            case 19 -> attributes();
            case 20 -> new Command.ErasePersonalData(Set.of(CONTACT.key()), false);
            case 21 -> new Command.CorrectOutput(ports(n + random.nextInt(2)));
            case 22 -> new Command.PrepareMove(moved());
            case 23 -> chance(3) ? new Command.WithdrawMove() : new Command.MovePorts(moved());
            case 24 -> new Command.WriteOffLines(ponPortId(1).olt(), "the cabinet burnt down");
            case 25 -> new Command.CorrectAddress(address(n + random.nextInt(2)));
            case 26 -> new Command.CorrectNumber(contractNumber(n + 100_000 * random.nextInt(2)));
            case 27 ->
                new Command.ChangeAccessSettings(
                        chance(3) ? AccessSettings.NONE : accessSettings(n, random.nextInt(3)));
            case 28, 29 -> addOn();
            case 30 ->
                new Command.ChangeAddOnEnd(
                        one(ContractFixtures.addOns()).id(),
                        chance(2) ? Optional.empty() : Optional.of(in(1 + random.nextInt(30))));
            case 31 -> new Command.RemoveAddOn(one(ContractFixtures.addOns()).id());
            case 32, 33 -> price();
            case 34, 35, 36 -> discount();
            case 37 -> new Command.EndDiscount(one(CODES), today().plusDays(random.nextInt(60) - 30L));
            default -> confirmation(target());
        };
    }

    /** Priced in the currency of the plan, sometimes in another; from now on or later, for good or for a while. */
    private Command addOn() {
        AddOn addOn = one(ContractFixtures.addOns());
        PlanSnapshot.Price price = addOn.price();
        Money amount = chance(9)
                ? price.amount()
                : new Money(
                        price.amount().amount(),
                        contract.plan().price().amount().currency());
        int wait = chance(3) ? 1 + random.nextInt(12) : 0;
        return new Command.AddAddOn(
                new AddOn(
                        addOn.id(),
                        addOn.name(),
                        new PlanSnapshot.Price(amount, price.cycle()),
                        addOn.binding(),
                        addOn.suspension()),
                wait == 0 ? Optional.empty() : Optional.of(in(wait)),
                chance(3) ? Optional.of(in(wait + 1 + random.nextInt(40))) : Optional.empty());
    }

    /** Another price of the plan, mostly in its currency. */
    private Command.AgreePrice price() {
        PlanSnapshot plan = contract.plan();
        String currency = chance(9) ? "GBP" : plan.price().amount().currency().getCurrencyCode();
        return new Command.AgreePrice(plan.id(), Money.of(one(List.of("0", "19.99", "66.666666", "300")), currency));
    }

    /** For some days from the last month on, or for good. */
    private Command discount() {
        PlanSnapshot.Price price = contract.plan().price();
        LocalDate from = today().plusDays(random.nextInt(50) - 30L);
        Discount.Reduction reduction = chance(2)
                ? new Discount.PercentOff(one(List.of(3_333, 5_000, 7_000, 10_000)))
                : new Discount.AmountOff(
                        new Money(
                                new BigDecimal(one(List.of("0.000001", "5", "24.9"))),
                                price.amount().currency()),
                        price.cycle());
        return new Command.GrantDiscount(new Discount(
                one(CODES),
                reduction,
                from,
                chance(4) ? Optional.empty() : Optional.of(from.plusDays(1 + random.nextInt(60)))));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock, ZONE);
    }

    /** The output of the contract on a PON port of the same OLT, or of another. */
    private PortAssignment moved() {
        SplitterOutputId output = contract.line()
                .map(Line::ports)
                .or(() -> contract.reservation().map(Reservation::ports))
                .map(PortAssignment::splitterOutput)
                .orElse(output(n, 1));
        return new PortAssignment(output, one(List.of(ponPortId(1), ponPortId(2), new PonPortId(oltId(2), 0, 0, 1))));
    }

    private Command attributes() {
        Attribute set = chance(3) ? CONTACT : attribute(random.nextInt(4));
        return new Command.ChangeAttributes(
                List.of(set), chance(3) && !set.equals(CONTACT) ? Set.of(CONTACT.key()) : Set.of());
    }

    private Command.Suspend suspend() {
        SuspensionPolicy policy = one(POLICIES);
        return new Command.Suspend(
                policy,
                chance(4) ? one(List.of(Enforcement.values())) : policy.enforcement(),
                policy.end() == SuspensionPolicy.End.REQUIRED
                        ? Optional.of(in(chance(4) ? -1 - random.nextInt(10) : 1 + random.nextInt(20)))
                        : Optional.empty());
    }

    private Command lift() {
        List<SuspensionHold> holds = contract.holds();
        return holds.isEmpty() ? suspend() : new Command.LiftHold(one(holds).reason());
    }

    private void confirm() {
        for (NetworkTarget target : NetworkTarget.values()) {
            take(confirmation(target));
        }
    }

    private Command confirmation(NetworkTarget target) {
        return new Command.ConfirmProvisioning(target, desired(target));
    }

    private long desired(NetworkTarget target) {
        return Math.max(1, contract.provisioning().of(target).desiredVersion());
    }

    private void takeWhatIsDue() {
        for (Optional<DueCommand> due = Decider.due(contract, clock);
                due.isPresent();
                due = Decider.due(contract, clock)) {
            DueCommand first = due.get();
            keep(
                    first.command(),
                    new CommandMetadata(first.at(), clock, ZONE, ACTOR, Trigger.SCHEDULE, Optional.empty()));
        }
    }

    private void take(Command command) {
        Duration backdating = one(List.of(
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofHours(5),
                Duration.ofDays(1),
                Duration.ofDays(12)));
        keep(command, metadata(backdating, Trigger.ADMIN));
    }

    /** A refusal changes nothing. */
    private void keep(Command command, CommandMetadata metadata) {
        Decider.decide(contract, command, metadata, History.of(events)).forEach(decision -> {
            contract = decision.contract();
            events.addAll(decision.events());
        });
    }

    private CommandMetadata metadata(Duration backdating, Trigger trigger) {
        return new CommandMetadata(clock.minus(backdating), clock, ZONE, ACTOR, trigger, Optional.empty());
    }

    private NetworkTarget target() {
        return one(List.of(NetworkTarget.values()));
    }

    private Instant in(int days) {
        return clock.plus(Duration.ofDays(days));
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T one(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private static PlanSnapshot priced(PlanSnapshot plan, String price, String currency, BillingCycle cycle) {
        return new PlanSnapshot(
                plan.id(),
                plan.version() + 1,
                plan.name(),
                plan.technology(),
                plan.rates(),
                new PlanSnapshot.Price(Money.of(price, currency), cycle),
                plan.profiles(),
                plan.minimumTermMonths());
    }
}
