package io.silverdata.contract.model;

import static io.silverdata.contract.model.Situations.BRUNO;
import static io.silverdata.contract.model.Situations.FIBRE_100;
import static io.silverdata.contract.model.Situations.FIBRE_300;
import static io.silverdata.contract.model.Situations.FIBRE_50;
import static io.silverdata.contract.model.Situations.at;
import static io.silverdata.contract.model.Situations.backdated;
import static io.silverdata.contract.model.Situations.cancel;
import static io.silverdata.contract.model.Situations.schedule;
import static io.silverdata.contract.model.Situations.suspend;
import static io.silverdata.contract.model.Situations.transferTo;
import static io.silverdata.contract.model.SuspensionReason.ADMINISTRATIVE;
import static io.silverdata.contract.model.SuspensionReason.CUSTOMER_REQUEST;
import static io.silverdata.contract.model.SuspensionReason.FRAUD_ABUSE;
import static io.silverdata.contract.model.SuspensionReason.LEGAL_REGULATORY;
import static io.silverdata.contract.model.SuspensionReason.NON_PAYMENT;
import static io.silverdata.contract.model.SuspensionReason.TECHNICAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.ContractEvent.ChangeUnscheduled.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;
import net.jqwik.api.statistics.Statistics;

/** The laws of time and order over random lives; {@link TimeAndOrderTest} has the worked cases. */
class TimeAndOrderProperties {
    private static final CustomerId CARLA = new CustomerId("carla");
    private static final Command.TransferOwnership KEEPING =
            new Command.TransferOwnership(BRUNO, Optional.empty(), Optional.empty(), true);

    private Life life = Life.inService();
    private final Instant start = life.now();

    @BeforeTry
    void begin() {
        life = Life.inService();
    }

    private Instant day(int days) {
        return start.plus(days, ChronoUnit.DAYS);
    }

    // At one instant

    /** A fraud hold blocks the plan and the holder, and a court's hold both of them and the pause: only one order fits all. */
    @Property(tries = 2_000)
    void at_one_instant_everything_takes_place_in_whatever_order_it_was_ordered(
            @ForAll("orders") List<Command.Schedulable> orders, @ForAll boolean holdEnds, @ForAll boolean ends) {
        if (holdEnds) {
            life.does(suspend(LEGAL_REGULATORY, day(30)));
        }
        orders.forEach(order -> life.does(schedule(order, day(30))));
        if (ends) {
            life.does(schedule(cancel(CancellationReason.CUSTOMER_REQUEST), day(30)));
        }
        int before = life.events().size();

        life.later(Duration.ofDays(31)).handlesWhatIsDue();

        List<CommandKind> ordered = Stream.concat(
                        orders.stream().map(Command::kind), ends ? Stream.of(CommandKind.CANCEL) : Stream.empty())
                .sorted()
                .toList();
        List<RecordedEvent> happened =
                life.events().subList(before, life.events().size());
        assertThat(happened).allSatisfy(event -> assertThat(event.effectiveAt()).isEqualTo(day(30)));
        assertThat(happened.stream().flatMap(event -> applied(event.event())))
                .containsExactlyElementsOf(inOrder(ordered));
        assertThat(happened.stream().anyMatch(event -> event.event() instanceof ContractEvent.ChangeRejected))
                .isFalse();
    }

    private static Stream<CommandKind> applied(ContractEvent event) {
        return event instanceof ContractEvent.ChangeApplied applied
                ? Stream.of(applied.change().kind())
                : Stream.empty();
    }

    private static List<CommandKind> inOrder(List<CommandKind> kinds) {
        return Stream.of(
                        CommandKind.CHANGE_PLAN,
                        CommandKind.TRANSFER_OWNERSHIP,
                        CommandKind.SUSPEND,
                        CommandKind.CANCEL)
                .filter(kinds::contains)
                .toList();
    }

    @Provide
    Arbitrary<List<Command.Schedulable>> orders() {
        List<Command.Schedulable> all = List.of(new Command.ChangePlan(FIBRE_50), KEEPING, suspend(FRAUD_ABUSE));
        return Arbitraries.shuffle(all)
                .flatMap(shuffled -> Arbitraries.integers().between(1, 3).map(size -> shuffled.subList(0, size)));
    }

    // Later orders

    /** After some days, an order of a kind that can be scheduled: at once, or for some days later. */
    record Order(int afterDays, Command.Schedulable command, int inDays) {}

    @Property(tries = 2_000)
    void of_one_kind_only_the_last_order_takes_place(@ForAll("laterOrders") @Size(max = 20) List<Order> orders) {
        List<ScheduledChange> accepted = new ArrayList<>();
        for (Order order : orders) {
            life.later(Duration.ofDays(order.afterDays())).handlesWhatIsDue();
            if (life.contract().status() == Status.CANCELLED) {
                break;
            }
            CommandKind kind = order.command().kind();
            ScheduledChange change =
                    new ScheduledChange(order.command(), life.now().plus(order.inDays(), ChronoUnit.DAYS));
            Optional<ScheduledChange> before = life.contract().scheduled(kind);
            boolean now = order.inDays() == 0;
            Command command = now ? order.command() : new Command.Schedule(change);
            if (life.attempts(command, at(life.now(), Trigger.ADMIN)).isPresent()) {
                continue;
            }
            if (life.contract().scheduled(kind).equals(Optional.of(change))) {
                accepted.add(change);
            }
            Statistics.label("replaced").collect(before.isPresent());
            assertThat(life.contract().scheduled(kind).stream().filter(waiting -> !waiting.equals(change)))
                    .as("what waits after %s", command)
                    .allSatisfy(
                            waiting -> assertThat(outlasts(waiting, order, now)).isTrue());
        }
        assertEveryOrderHasOneFate(accepted);
    }

    /** A suspension that is over before the waiting one begins leaves it alone. */
    private boolean outlasts(ScheduledChange waiting, Order order, boolean now) {
        return now
                && waiting.command() instanceof Command.Suspend earlier
                && order.command() instanceof Command.Suspend suspend
                && (!earlier.policy().equals(suspend.policy())
                        || suspend.until()
                                .filter(end -> !end.isAfter(waiting.at()))
                                .isPresent());
    }

    private void assertEveryOrderHasOneFate(List<ScheduledChange> accepted) {
        List<ScheduledChange> fates = Stream.concat(
                        life.events().stream().flatMap(event -> fate(event.event())),
                        life.contract().scheduled().stream())
                .toList();
        assertThat(fates).containsExactlyInAnyOrderElementsOf(accepted);
    }

    private static Stream<ScheduledChange> fate(ContractEvent event) {
        if (event instanceof ContractEvent.ChangeApplied applied) {
            return Stream.of(applied.change());
        }
        if (event instanceof ContractEvent.ChangeRejected rejected) {
            return Stream.of(rejected.change());
        }
        return event instanceof ContractEvent.ChangeUnscheduled unscheduled
                ? Stream.of(unscheduled.change())
                : Stream.empty();
    }

    @Provide
    Arbitrary<List<Order>> laterOrders() {
        Arbitrary<Command.Schedulable> commands = Arbitraries.of(
                new Command.ChangePlan(FIBRE_50),
                new Command.ChangePlan(FIBRE_100),
                new Command.ChangePlan(FIBRE_300),
                transferTo(BRUNO),
                transferTo(CARLA),
                suspend(ADMINISTRATIVE, day(40)),
                suspend(ADMINISTRATIVE, day(400)),
                suspend(CUSTOMER_REQUEST, day(90)),
                cancel(CancellationReason.CUSTOMER_REQUEST));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        commands,
                        Arbitraries.frequencyOf(
                                Tuple.of(1, Arbitraries.just(0)),
                                Tuple.of(3, Arbitraries.integers().between(1, 40))))
                .as(Order::new)
                .filter(order -> order.inDays() > 0 || order.command().kind() != CommandKind.CANCEL)
                .list();
    }

    // Transfers

    @Property(tries = 1_000)
    void a_transfer_drops_what_waits_and_names_it_or_keeps_it_when_asked(
            @ForAll("waiting") List<Order> waiting, @ForAll boolean keeps) {
        waiting.forEach(
                order -> life.attempts(schedule(order.command(), day(order.inDays())), at(life.now(), Trigger.ADMIN)));
        List<ScheduledChange> before = life.contract().scheduled().stream()
                .filter(change -> change.kind() != CommandKind.TRANSFER_OWNERSHIP)
                .toList();

        life.does(keeps ? KEEPING : transferTo(BRUNO));

        List<ScheduledChange> dropped = life.lastEvents().stream()
                .filter(ContractEvent.ChangeUnscheduled.class::isInstance)
                .map(ContractEvent.ChangeUnscheduled.class::cast)
                .filter(event -> event.cause() == Cause.TRANSFERRED)
                .map(ContractEvent.ChangeUnscheduled::change)
                .toList();
        assertThat(dropped).containsExactlyInAnyOrderElementsOf(keeps ? List.of() : before);
        assertThat(life.contract().scheduled()).containsExactlyInAnyOrderElementsOf(keeps ? before : List.of());
    }

    @Provide
    Arbitrary<List<Order>> waiting() {
        return laterOrders()
                .map(orders -> orders.stream()
                        .filter(order -> order.inDays() > 0)
                        .limit(6)
                        .toList());
    }

    // Backdated commands

    /** On a day, a command of the ten or so that change what a later command is judged by. */
    record Step(int day, Command command) {}

    @Property(tries = 2_000)
    void a_backdated_order_gets_the_answer_of_its_day(
            @ForAll("steps") @Size(max = 12) List<Step> steps,
            @ForAll("judged") Command.Schedulable order,
            @ForAll @IntRange(min = 0, max = 60) int orderedOn) {
        Life punctual = Life.inService();
        steps.stream().filter(step -> step.day() <= orderedOn).forEach(step -> take(step, punctual));
        goTo(punctual, noon(orderedOn));
        Optional<Rejection> answer = punctual.attempts(order, at(punctual.now(), Trigger.ADMIN));

        steps.forEach(step -> take(step, life));
        goTo(life, day(62));
        Optional<Rejection> late = life.attempts(order, backdated(noon(orderedOn), life.now(), Trigger.ADMIN));

        Statistics.label("answer").collect(answer.map(Rejection::code).orElse("accepted"));
        if (!asksForWhatWasAgreed(answer)) {
            assertThat(late.map(Rejection::code)).isEqualTo(answer.map(Rejection::code));
        }
    }

    /** Such an order is about what was agreed since then; on its own day it would have been idle. */
    private static boolean asksForWhatWasAgreed(Optional<Rejection> answer) {
        return answer.filter(Rejection.NothingToChange.class::isInstance).isPresent();
    }

    private Instant noon(int days) {
        return day(days).plus(12, ChronoUnit.HOURS);
    }

    private void take(Step step, Life one) {
        goTo(one, day(step.day()));
        one.attempts(step.command(), at(one.now(), Trigger.ADMIN));
    }

    private static void goTo(Life one, Instant time) {
        one.later(Duration.between(one.now(), time)).handlesWhatIsDue();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Command> commands = Arbitraries.of(
                suspend(FRAUD_ABUSE),
                suspend(NON_PAYMENT),
                suspend(LEGAL_REGULATORY),
                new Command.LiftHold(FRAUD_ABUSE),
                new Command.LiftHold(NON_PAYMENT),
                new Command.LiftHold(LEGAL_REGULATORY),
                new Command.ChangePlan(FIBRE_50),
                new Command.ChangePlan(FIBRE_300),
                transferTo(BRUNO));
        return Combinators.combine(Arbitraries.integers().between(0, 60), commands)
                .as(Step::new)
                .list()
                .map(steps -> steps.stream()
                        .sorted(Comparator.comparingInt(Step::day))
                        .toList());
    }

    @Provide
    Arbitrary<Command.Schedulable> judged() {
        return Arbitraries.of(
                new Command.ChangePlan(FIBRE_50),
                new Command.ChangePlan(FIBRE_300),
                transferTo(BRUNO),
                transferTo(CARLA));
    }

    // Outages written down afterwards

    @Property(tries = 1_000)
    void an_outage_that_is_over_changes_nothing_but_the_record(
            @ForAll("steps") @Size(max = 12) List<Step> steps,
            @ForAll @IntRange(min = 0, max = 50) int from,
            @ForAll @IntRange(min = 1, max = 10) int days) {
        steps.forEach(step -> take(step, life));
        goTo(life, day(62));
        Contract before = life.contract();

        life.doesBackdated(suspend(TECHNICAL, day(from + days)), day(from));

        assertThat(life.lastEvents()).singleElement().isInstanceOf(ContractEvent.HoldRecorded.class);
        assertThat(life.contract().status()).isEqualTo(before.status());
        assertThat(life.contract().holds()).isEqualTo(before.holds());
        assertThat(life.contract().provisioning()).isEqualTo(before.provisioning());
        assertThat(life.contract().nextDueAt()).isEqualTo(before.nextDueAt());
    }
}
