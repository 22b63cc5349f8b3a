package io.silverdata.contract.model;

import static io.silverdata.contract.model.Situations.ANA;
import static io.silverdata.contract.model.Situations.BRUNO;
import static io.silverdata.contract.model.Situations.DIFFERENT;
import static io.silverdata.contract.model.Situations.FAR_PORT;
import static io.silverdata.contract.model.Situations.FIBRE_100;
import static io.silverdata.contract.model.Situations.FIBRE_300;
import static io.silverdata.contract.model.Situations.FIBRE_50;
import static io.silverdata.contract.model.Situations.HOME;
import static io.silverdata.contract.model.Situations.HOME_PORT;
import static io.silverdata.contract.model.Situations.HOME_PORT_2;
import static io.silverdata.contract.model.Situations.LOGIN;
import static io.silverdata.contract.model.Situations.MISSING;
import static io.silverdata.contract.model.Situations.OFFICE;
import static io.silverdata.contract.model.Situations.OFFICE_PORT;
import static io.silverdata.contract.model.Situations.ONU;
import static io.silverdata.contract.model.Situations.OPEN_END;
import static io.silverdata.contract.model.Situations.OTHER_LOGIN;
import static io.silverdata.contract.model.Situations.OTHER_PON;
import static io.silverdata.contract.model.Situations.PON;
import static io.silverdata.contract.model.Situations.SPARE_ONU;
import static io.silverdata.contract.model.Situations.TEN_GIG;
import static io.silverdata.contract.model.Situations.TIMEOUT;
import static io.silverdata.contract.model.Situations.assessment;
import static io.silverdata.contract.model.Situations.output;
import static io.silverdata.contract.model.Situations.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;

/** Sequences of commands of every kind: sensible ones, wrong ones, late ones and some from a clock that was set back. */
final class Lives {
    private static final List<SuspensionPolicy> POLICIES = Stream.concat(
                    SuspensionPolicies.defaults().all().stream(),
                    Stream.of(
                            policy("MOVING", true),
                            policy("RENOVATION", true),
                            policy("DEBT_REVIEW", false)
                                    .withPlanChange(SuspensionPolicy.PlanChangeRule.DOWNGRADE_ONLY)))
            .toList();
    private static final PortAssignment MISMATCHED_PORT = new PortAssignment(output("NAP-1", 3), OTHER_PON);
    private static final PortAssignment UNKNOWN_PORT = new PortAssignment(output("NAP-4", 1), PON);

    private static final PonPortId MOVED_PON = new PonPortId(new OltId("olt-new"), 0, 2, 1);

    private static final AttributeKey PHONE = new AttributeKey("phone");
    private static final AttributeKey AGENT = new AttributeKey("sales.agent");
    private static final AttributeKey NOTE = new AttributeKey("note");
    private static final List<DiscountCode> DISCOUNTS = List.of(new DiscountCode("WELCOME"), new DiscountCode("GOLD"));
    private static final AccessSettings FIXED =
            AccessSettings.NONE.with(new IpAddress("203.0.113.7")).withDelegatedPrefix(new IpPrefix("2001:db8:7::/56"));
    private static final AccessSettings ROUTED =
            FIXED.with(FramedRoute.to(new IpPrefix("198.51.100.8/29"))).with(new ReplyAttribute("Filter-Id", "gold"));
    static final AddOn TELEPHONE = AddOn.monthly(new AddOnId("telephone"), "Telephone", Money.of("5", "USD"))
            .boundAs(new ProfileName("VOIP"))
            .whenSuspended(AddOnSuspension.UNAFFECTED);
    private static final AddOn TELEVISION = AddOn.monthly(new AddOnId("iptv"), "Television", Money.of("60", "USD"))
            .per(BillingCycle.ANNUAL)
            .boundAs(new ProfileName("IPTV"));
    private static final List<AddOn> ADD_ONS = List.of(
            TELEPHONE,
            TELEVISION,
            AddOn.monthly(new AddOnId("iptv-2"), "Second television", Money.of("3", "USD"))
                    .boundAs(new ProfileName("IPTV")),
            AddOn.monthly(new AddOnId("ip"), "Fixed address", Money.of("2.50", "USD"))
                    .whenSuspended(new AddOnSuspension(AddOnSuspension.Service.STAYS, AddOnSuspension.Charge.NONE)),
            AddOn.monthly(new AddOnId("same"), "What the plan has", Money.of("1", "USD"))
                    .boundAs(FIBRE_100.lineProfile()),
            AddOn.monthly(new AddOnId("euro"), "Priced in euro", Money.of("1", "EUR")));
    private static final ServiceAddress HOME_MISSPELT = new ServiceAddress("Hom", HOME.position());
    /** What of these lives must not be left once they are erased; attributes are checked by themselves. */
    static final String[] PERSONAL_TEXTS = {
        HOME.text(),
        OFFICE.text(),
        LOGIN.value(),
        OTHER_LOGIN.value(),
        "casa-3",
        "site seen by the installer",
        TIMEOUT.detail(),
        DIFFERENT.detail(),
        MISSING.detail(),
        "it burnt down",
        Situations.OPERATOR.value(),
        "203.0.113.7",
        "2001:db8:7::",
        "198.51.100.8"
    };

    private Lives() {}

    /** A command that may look at the contract it is meant for. */
    private interface Wish extends Function<Journal, Command> {}

    static Arbitrary<ActionChain<Journal>> with(PlanSnapshot plan, int commands) {
        return from(() -> new Journal(plan), commands);
    }

    /** Lives that begin in any way. */
    static Arbitrary<ActionChain<Journal>> from(Supplier<Journal> beginning, int commands) {
        ActionChainArbitrary<Journal> lives = ActionChain.startWith(beginning);
        for (CommandKind kind : CommandKind.values()) {
            lives = lives.withAction(weight(kind), action(kind));
        }
        return lives.withAction(4, timePasses()).withMaxTransformations(commands);
    }

    private static int weight(CommandKind kind) {
        return switch (kind) {
            case ASSESS, RESERVE, SUSPEND, LIFT_HOLD, SCHEDULE -> 4;
            case ACTIVATE -> 8;
            case CONFIRM_PROVISIONING -> 6;
            case PREPARE_MOVE, MOVE_PORTS -> 3;
            case ADD_ADD_ON -> 5;
            case RENEW_RESERVATION,
                    EXPIRE_RESERVATION,
                    CHANGE_ENFORCEMENT,
                    CHANGE_PLAN,
                    RELOCATE,
                    CORRECT_OUTPUT,
                    WITHDRAW_MOVE,
                    WRITE_OFF_LINES,
                    CORRECT_ADDRESS,
                    TRANSFER_OWNERSHIP,
                    SWAP_ONU,
                    RENAME_LOGIN,
                    CHANGE_ACCESS_SETTINGS,
                    START_ADD_ON,
                    CHANGE_ADD_ON_END,
                    REMOVE_ADD_ON,
                    CHANGE_BILLING_DAY,
                    AGREE_TERM,
                    AGREE_PRICE,
                    GRANT_DISCOUNT,
                    END_DISCOUNT,
                    TAKE_DUNNING_STEP,
                    APPLY_SCHEDULED,
                    FAIL_PROVISIONING,
                    RETRY_PROVISIONING,
                    REPORT_DRIFT -> 2;
            case RELEASE_RESERVATION,
                    UNDO_SCHEDULED,
                    CLOSE_DUNNING,
                    CHANGE_ATTRIBUTES,
                    CORRECT_NUMBER,
                    CANCEL,
                    ERASE_PERSONAL_DATA -> 1;
        };
    }

    private static Action.Independent<Journal> action(CommandKind kind) {
        return () -> Combinators.combine(wishes(kind), timings(), triggers())
                .as((wish, timing, trigger) -> Transformer.mutate(
                        kind + " by " + trigger + " " + timing,
                        journal -> journal.take(wish.apply(journal), timing, trigger)));
    }

    private static Action.Independent<Journal> timePasses() {
        return () ->
                steps().map(step -> Transformer.mutate("what is due " + step, journal -> journal.takeWhatIsDue(step)));
    }

    private static Arbitrary<? extends Wish> wishes(CommandKind kind) {
        return switch (kind) {
            case ASSESS ->
                Combinators.combine(verdicts(), inDays(-1, 3, 30, 30))
                        .as((verdict, end) -> journal -> new Command.Assess(assessment(verdict, end.apply(journal))));
            case RESERVE ->
                Combinators.combine(ports(), inDays(-1, 2, 7, 30), overrides())
                        .as((ports, until, override) ->
                                journal -> new Command.Reserve(ports, until.apply(journal), override));
            case RENEW_RESERVATION ->
                Combinators.combine(inDays(2, 20, 60), Arbitraries.of(0, 1, 3))
                        .as((until, max) -> journal -> new Command.RenewReservation(until.apply(journal), max));
            case RELEASE_RESERVATION -> just(new Command.ReleaseReservation());
            case EXPIRE_RESERVATION -> just(new Command.ExpireReservation());
            case ACTIVATE ->
                Combinators.combine(ports(), Arbitraries.of(true, true, false), onus(), logins())
                        .as((ports, asReserved, onu, login) -> journal -> new Command.Activate(
                                asReserved
                                        ? journal.contract
                                                .reservation()
                                                .map(Reservation::ports)
                                                .orElse(ports)
                                        : ports,
                                onu,
                                login));
            case SUSPEND -> suspensions();
            case CHANGE_ENFORCEMENT ->
                Combinators.combine(reasons(), Arbitraries.of(Enforcement.class))
                        .as((reason, enforcement) ->
                                journal -> new Command.ChangeEnforcement(reason.apply(journal), enforcement));
            case LIFT_HOLD -> reasons().map(reason -> journal -> new Command.LiftHold(reason.apply(journal)));
            case CHANGE_PLAN -> planChanges();
            case RELOCATE ->
                Combinators.combine(Arbitraries.of(HOME, OFFICE), ports(), verdicts(), inDays(-1, 30, 30), overrides())
                        .as((address, ports, verdict, end, override) -> journal -> new Command.Relocate(
                                address, ports, assessment(verdict, end.apply(journal)), override));
            case CORRECT_OUTPUT -> ports().map(ports -> journal -> new Command.CorrectOutput(ports));
            case CORRECT_ADDRESS ->
                Arbitraries.of(HOME, OFFICE, HOME_MISSPELT)
                        .map(address -> journal -> new Command.CorrectAddress(address));
            case CORRECT_NUMBER ->
                Arbitraries.of("C-1", "C-2")
                        .map(number -> journal -> new Command.CorrectNumber(new ContractNumber(number)));
            case TRANSFER_OWNERSHIP -> transfers();
            case SWAP_ONU -> onus().map(onu -> journal -> new Command.SwapOnu(onu));
            case PREPARE_MOVE -> moves().map(to -> journal -> new Command.PrepareMove(to.apply(journal)));
            case WITHDRAW_MOVE -> just(new Command.WithdrawMove());
            case MOVE_PORTS -> moves().map(to -> journal -> new Command.MovePorts(to.apply(journal)));
            case WRITE_OFF_LINES ->
                Arbitraries.of(PON, OTHER_PON, MOVED_PON)
                        .map(ponPort -> journal -> new Command.WriteOffLines(ponPort.olt(), "it burnt down"));
            case RENAME_LOGIN ->
                Arbitraries.of(Situations.LOGIN, Situations.OTHER_LOGIN)
                        .map(login -> journal -> new Command.RenameLogin(login));
            case CHANGE_ACCESS_SETTINGS ->
                Arbitraries.of(AccessSettings.NONE, FIXED, ROUTED)
                        .map(settings -> journal -> new Command.ChangeAccessSettings(settings));
            case ADD_ADD_ON ->
                Combinators.combine(
                                Arbitraries.of(ADD_ONS),
                                inDays(-1, 0, 2, 9).optional(0.4),
                                inDays(-1, 3, 8, 30).optional(0.5))
                        .as((addOn, start, end) -> journal -> new Command.AddAddOn(
                                addOn, start.map(at -> at.apply(journal)), end.map(at -> at.apply(journal))));
            case START_ADD_ON -> addOnIds().map(id -> journal -> new Command.StartAddOn(id));
            case CHANGE_ADD_ON_END ->
                Combinators.combine(addOnIds(), inDays(-1, 2, 20).optional(0.6))
                        .as((id, end) -> journal -> new Command.ChangeAddOnEnd(id, end.map(at -> at.apply(journal))));
            case REMOVE_ADD_ON -> addOnIds().map(id -> journal -> new Command.RemoveAddOn(id));
            case CHANGE_BILLING_DAY ->
                Arbitraries.of(5, 1, 31).map(day -> journal -> new Command.ChangeBillingDay(day));
            case AGREE_TERM -> Arbitraries.of(0, 12, 24).map(months -> journal -> new Command.AgreeTerm(months));
            case AGREE_PRICE -> prices();
            case GRANT_DISCOUNT -> discounts();
            case END_DISCOUNT ->
                Combinators.combine(Arbitraries.of(DISCOUNTS), inDays(-40, -3, 0, 20))
                        .as((code, day) -> journal -> new Command.EndDiscount(code, day(day.apply(journal))));
            case SCHEDULE ->
                Combinators.combine(
                                Arbitraries.oneOf(
                                        activations(),
                                        suspensions(),
                                        planChanges(),
                                        prices(),
                                        transfers(),
                                        cancellations()),
                                inDays(-1, 1, 5, 20))
                        .as((wish, at) -> journal ->
                                Situations.schedule((Command.Schedulable) wish.apply(journal), at.apply(journal)));
            case UNDO_SCHEDULED -> schedulableKinds().map(change -> journal -> new Command.UndoScheduled(change));
            case APPLY_SCHEDULED -> schedulableKinds().map(change -> journal -> new Command.ApplyScheduled(change));
            case TAKE_DUNNING_STEP -> dunningSteps();
            case CLOSE_DUNNING -> just(new Command.CloseDunning());
            case CHANGE_ATTRIBUTES -> attributeChanges();
            case CANCEL -> cancellations();
            case ERASE_PERSONAL_DATA ->
                Combinators.combine(Arbitraries.of(PHONE, AGENT).set().ofMaxSize(2), Arbitraries.of(true, false))
                        .as((personal, force) -> journal -> new Command.ErasePersonalData(personal, force));
            case CONFIRM_PROVISIONING ->
                deliveries()
                        .map(delivery -> journal ->
                                new Command.ConfirmProvisioning(delivery.get1(), version(delivery, journal)));
            case FAIL_PROVISIONING ->
                deliveries()
                        .map(delivery -> journal ->
                                new Command.FailProvisioning(delivery.get1(), version(delivery, journal), TIMEOUT));
            case RETRY_PROVISIONING -> just(new Command.RetryProvisioning());
            case REPORT_DRIFT ->
                Combinators.combine(Arbitraries.of(NetworkTarget.class), Arbitraries.of(MISSING, DIFFERENT))
                        .as((target, drift) -> journal -> new Command.ReportDrift(target, drift));
        };
    }

    private static Arbitrary<AddOnId> addOnIds() {
        return Arbitraries.of(ADD_ONS).map(AddOn::id);
    }

    private static Arbitrary<Wish> just(Command command) {
        return Arbitraries.just(journal -> command);
    }

    /** Mostly with an end where the policy asks for one. */
    private static Arbitrary<Wish> suspensions() {
        return Combinators.combine(
                        Arbitraries.of(POLICIES),
                        Arbitraries.of(Enforcement.class),
                        Arbitraries.of(true, true, true, false),
                        inDays(-2, 1, 10, 40))
                .as((policy, enforcement, fitting, end) -> journal -> new Command.Suspend(
                        policy,
                        enforcement,
                        fitting == (policy.end() == SuspensionPolicy.End.REQUIRED)
                                ? Optional.of(end.apply(journal))
                                : Optional.empty()));
    }

    /** For one of two debts, in any order, some of them extended. */
    private static Arbitrary<Wish> dunningSteps() {
        return Combinators.combine(
                        Arbitraries.of(1, 2),
                        Arbitraries.of(0, 0, 10),
                        Arbitraries.of(1, 5, 15),
                        Arbitraries.of(DunningAction.class))
                .as((month, extension, days, action) -> {
                    LocalDate dueOn = LocalDate.of(2026, month, 5);
                    LocalDate countedFrom = dueOn.plusDays(extension);
                    Money overdue = Money.of("25", "USD");
                    return journal -> new Command.TakeDunningStep(new DunningMark(
                            dueOn, countedFrom, days, action, countedFrom.plusDays(days + 1L), overdue));
                });
    }

    private static Arbitrary<Wish> attributeChanges() {
        return Combinators.combine(
                        Arbitraries.of(PHONE, AGENT, NOTE),
                        Arbitraries.of("+593 99 123 4567", "North-7"),
                        Arbitraries.of(Set.<AttributeKey>of(), Set.of(PHONE), Set.of(NOTE)),
                        Arbitraries.frequency(Tuple.of(30, 0), Tuple.of(1, 40)))
                .as((key, text, removed, many) -> journal -> new Command.ChangeAttributes(
                        Stream.concat(
                                        removed.contains(key) ? Stream.of() : Stream.of(new Attribute(key, text)),
                                        IntStream.range(0, many)
                                                .mapToObj(n -> new Attribute(new AttributeKey("many-" + n), "x")))
                                .toList(),
                        removed));
    }

    private static Arbitrary<Wish> planChanges() {
        return Arbitraries.of(FIBRE_50, FIBRE_100, FIBRE_300, OPEN_END, TEN_GIG, TEN_GIG)
                .flatMap(plan -> Arbitraries.of(Optional.<Integer>empty(), Optional.of(6))
                        .map(term -> journal -> new Command.ChangePlan(plan, term)));
    }

    /** Mostly for the plan that the contract has, in its currency. */
    private static Arbitrary<Wish> prices() {
        return Combinators.combine(
                        Arbitraries.of("18.00 USD", "20 USD", "25.00 USD", "0 USD", "20 EUR"),
                        Arbitraries.of(FIBRE_50, FIBRE_100),
                        Arbitraries.of(true, true, true, false))
                .as((amount, other, fitting) -> journal -> new Command.AgreePrice(
                        fitting ? journal.contract.plan().id() : other.id(),
                        Money.parse(amount).get()));
    }

    private static Arbitrary<Wish> discounts() {
        return Combinators.combine(
                        Arbitraries.of(DISCOUNTS),
                        Arbitraries.of(
                                new Discount.PercentOff(3_333),
                                new Discount.PercentOff(10_000),
                                new Discount.AmountOff(Money.of("5", "USD"), BillingCycle.MONTHLY),
                                new Discount.AmountOff(Money.of("25.01", "USD"), BillingCycle.MONTHLY),
                                new Discount.AmountOff(Money.of("5", "EUR"), BillingCycle.MONTHLY),
                                new Discount.AmountOff(Money.of("5", "USD"), BillingCycle.ANNUAL)),
                        inDays(-40, 0, 10),
                        Arbitraries.of(0, 3, 30, 90))
                .as((code, reduction, from, days) -> journal -> {
                    LocalDate first = day(from.apply(journal));
                    return new Command.GrantDiscount(new Discount(
                            code, reduction, first, days == 0 ? Optional.empty() : Optional.of(first.plusDays(days))));
                });
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Situations.ZONE);
    }

    private static Arbitrary<Wish> activations() {
        return Combinators.combine(onus(), logins())
                .as((onu, login) -> journal -> new Command.ActivateReserved(onu, login));
    }

    private static Arbitrary<Wish> transfers() {
        return Combinators.combine(Arbitraries.of(ANA, BRUNO), logins().optional(), overrides())
                .as((customer, login, override) -> journal -> new Command.TransferOwnership(customer, login, override));
    }

    private static Arbitrary<Wish> cancellations() {
        return Arbitraries.of(CancellationReason.CUSTOMER_REQUEST, CancellationReason.NON_PAYMENT)
                .map(reason -> journal -> Situations.cancel(reason));
    }

    /** Mostly the reason of a hold that is there. */
    private static Arbitrary<Function<Journal, SuspensionReason>> reasons() {
        return Combinators.combine(
                        Arbitraries.of(POLICIES), Arbitraries.integers().between(0, 9))
                .as((policy, index) ->
                        journal -> index < journal.contract.holds().size()
                                ? journal.contract.holds().get(index).reason()
                                : policy.reason());
    }

    /** A target, and how far the answer lies from the version that is wanted. */
    private static Arbitrary<Tuple.Tuple2<NetworkTarget, Integer>> deliveries() {
        return Combinators.combine(Arbitraries.of(NetworkTarget.class), Arbitraries.of(0, 0, 0, 0, -1, 1))
                .as(Tuple::of);
    }

    private static long version(Tuple.Tuple2<NetworkTarget, Integer> delivery, Journal journal) {
        return Math.max(1, journal.contract.provisioning().of(delivery.get1()).desiredVersion() + delivery.get2());
    }

    private static Arbitrary<CommandKind> schedulableKinds() {
        return Arbitraries.of(
                CommandKind.SUSPEND,
                CommandKind.CHANGE_PLAN,
                CommandKind.ACTIVATE,
                CommandKind.AGREE_PRICE,
                CommandKind.TRANSFER_OWNERSHIP,
                CommandKind.CANCEL,
                CommandKind.RELOCATE);
    }

    private static Arbitrary<Verdict> verdicts() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(Verdict.QUALIFIED)), Tuple.of(1, Arbitraries.of(Verdict.class)));
    }

    private static Arbitrary<PortAssignment> ports() {
        return Arbitraries.of(
                HOME_PORT, HOME_PORT, HOME_PORT_2, HOME_PORT_2, OFFICE_PORT, FAR_PORT, MISMATCHED_PORT, UNKNOWN_PORT);
    }

    /** Mostly the output that the contract has, on some PON port. */
    private static Arbitrary<Function<Journal, PortAssignment>> moves() {
        return Combinators.combine(
                        Arbitraries.of(PON, OTHER_PON, MOVED_PON), ports(), Arbitraries.of(true, true, true, false))
                .as((ponPort, other, fitting) -> journal -> new PortAssignment(
                        (fitting ? heldOutput(journal.contract) : Optional.<SplitterOutputId>empty())
                                .orElse(other.splitterOutput()),
                        ponPort));
    }

    private static Optional<SplitterOutputId> heldOutput(Contract contract) {
        return contract.line()
                .map(Line::ports)
                .or(() -> contract.reservation().map(Reservation::ports))
                .map(PortAssignment::splitterOutput);
    }

    private static Arbitrary<OnuSerial> onus() {
        return Arbitraries.of(ONU, SPARE_ONU, new OnuSerial("ALCL0000BEEF"));
    }

    private static Arbitrary<RadiusUser> logins() {
        return Arbitraries.of(LOGIN, OTHER_LOGIN, new RadiusUser("casa-3"));
    }

    private static Arbitrary<Optional<String>> overrides() {
        return Arbitraries.of(Optional.empty(), Optional.empty(), Optional.of("site seen by the installer"));
    }

    private static Arbitrary<Function<Journal, Instant>> inDays(Integer... days) {
        return Arbitraries.of(days).map(number -> journal -> journal.clock.plus(Duration.ofDays(number)));
    }

    private static Arbitrary<Journal.Timing> timings() {
        Arbitrary<Duration> backdating = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just(Duration.ZERO)),
                Tuple.of(
                        3,
                        Arbitraries.of(
                                Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(9), Duration.ofHours(-1))));
        return Combinators.combine(steps(), backdating).as(Journal.Timing::new);
    }

    private static Arbitrary<Duration> steps() {
        return Arbitraries.frequency(
                Tuple.of(5, Duration.ZERO),
                Tuple.of(5, Duration.ofHours(7)),
                Tuple.of(4, Duration.ofDays(1)),
                Tuple.of(1, Duration.ofDays(8)),
                Tuple.of(1, Duration.ofDays(35)),
                Tuple.of(1, Duration.ofHours(-1)),
                Tuple.of(1, Duration.ofDays(-3)));
    }

    private static Arbitrary<Trigger> triggers() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(Trigger.ADMIN)), Tuple.of(1, Arbitraries.of(Trigger.class)));
    }
}
