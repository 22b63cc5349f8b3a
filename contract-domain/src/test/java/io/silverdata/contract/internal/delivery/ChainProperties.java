package io.silverdata.contract.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.DesiredNetwork;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.ProvisioningFailure;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.spi.AccessOrder;
import io.silverdata.contract.spi.LineOrder;
import io.silverdata.contract.testkit.Choices;
import io.silverdata.contract.testkit.RandomLives;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.statistics.Statistics;

/** In which order the steps of a contract may be taken, whatever devices answer. */
class ChainProperties {
    private static final List<StepOutcome> OUTCOMES = List.of(
            StepOutcome.APPLIED,
            StepOutcome.BUSY,
            StepOutcome.LEFT_ALONE,
            problem(StepOutcome.Kind.AWAITED),
            problem(StepOutcome.Kind.REFUSED),
            problem(StepOutcome.Kind.UNKNOWN),
            problem(StepOutcome.Kind.SILENT));

    private record Taken(Step step, StepOutcome outcome) {
        boolean isOf(NetworkTarget target) {
            return step.target() == target;
        }

        /** Of an ONU that is not connected there yet nobody waits to see it online. */
        StepOutcome end() {
            boolean isAhead = step instanceof Step.Line line && line.isAhead();
            return isAhead && outcome.isBuilt() ? StepOutcome.APPLIED : outcome;
        }

        boolean isApplied() {
            return end().kind() == StepOutcome.Kind.APPLIED;
        }
    }

    @Property(tries = 1_000)
    void each_target_ends_once_and_no_step_follows_one_that_was_not_applied(
            @ForAll("chance") Choices chance, @ForAll Set<NetworkTarget> due) {
        Contract contract = contract(chance);
        Chain chain = new Chain(contract, due, false);

        List<Taken> taken = run(chain, chance);

        assertThat(chain.ends()).containsOnlyKeys(due);
        assertThat(new HashSet<>(taken.stream().map(Taken::step).toList())).hasSameSizeAs(taken);
        for (NetworkTarget target : due) {
            List<Taken> steps = taken.stream().filter(one -> one.isOf(target)).toList();
            assertThat(steps.stream().limit(Math.max(0, steps.size() - 1))).allMatch(Taken::isApplied);
            if (!steps.isEmpty()) {
                assertThat(chain.ends())
                        .containsEntry(target, steps.get(steps.size() - 1).end());
            }
        }
        Statistics.label("steps").collect(Math.min(taken.size(), 4));
    }

    @Property(tries = 1_000)
    void to_restrict_radius_is_told_first_and_to_restore_the_olt_is(@ForAll("chance") Choices chance) {
        Contract contract = contract(chance);
        boolean restricts = DesiredNetwork.of(contract).isRestricted();
        Chain chain = new Chain(contract, EnumSet.allOf(NetworkTarget.class), false);

        List<NetworkTarget> order =
                run(chain, chance).stream().map(one -> one.step().target()).toList();

        NetworkTarget first = restricts ? NetworkTarget.ACCESS : NetworkTarget.LINE;
        assertThat(order.lastIndexOf(first)).isLessThan(firstOf(other(first), order));
        Statistics.label("restricts").collect(restricts);
    }

    @Property(tries = 1_000)
    void radius_waits_for_nothing_but_a_line_that_is_built_for_the_first_time(
            @ForAll("chance") Choices chance, @ForAll boolean isLineDue, @ForAll boolean isLineAwaited) {
        Contract contract = contract(chance);
        Set<NetworkTarget> due = EnumSet.of(NetworkTarget.ACCESS);
        if (isLineDue) {
            due.add(NetworkTarget.LINE);
        }
        Chain chain = new Chain(contract, due, isLineAwaited);

        run(chain, chance);

        boolean isBuilt = isLineAwaited
                || Optional.ofNullable(chain.ends().get(NetworkTarget.LINE))
                        .filter(StepOutcome::isBuilt)
                        .isPresent();
        boolean mustWait = !DesiredNetwork.of(contract).isRestricted() && Chain.isFirstLine(contract) && !isBuilt;
        assertThat(kind(chain.ends(), NetworkTarget.ACCESS) == StepOutcome.Kind.WAITING)
                .isEqualTo(mustWait);
        Statistics.label("waits").collect(mustWait);
    }

    @Property(tries = 1_000)
    void what_is_wanted_is_told_and_what_is_not_is_removed(@ForAll("chance") Choices chance) {
        Contract contract = contract(chance);
        DesiredNetwork desired = DesiredNetwork.of(contract);
        Chain chain = new Chain(contract, EnumSet.allOf(NetworkTarget.class), false);
        List<Step> steps = new ArrayList<>();
        while (chain.next().isPresent()) {
            steps.add(chain.next().get());
            chain.end(StepOutcome.APPLIED);
        }

        assertThat(steps.stream()
                        .filter(step ->
                                step instanceof Step.Access login && login.order() instanceof AccessOrder.Ensure))
                .hasSize(desired.access().service().isPresent() ? 1 : 0);
        assertThat(steps.stream()
                        .filter(step -> step instanceof Step.Line line && line.order() instanceof LineOrder.Ensure))
                .hasSize((int) desired.line().service().stream().count()
                        + (int) desired.line().next().stream().count());
        assertThat(steps.stream()
                        .filter(step ->
                                step instanceof Step.Access login && login.order() instanceof AccessOrder.Remove))
                .hasSameSizeAs(desired.access().retired());
        assertThat(chain.ends().values()).allMatch(StepOutcome.APPLIED::equals);
    }

    @Provide
    Arbitrary<Choices> chance() {
        return Arbitraries.integers()
                .withDistribution(RandomDistribution.uniform())
                .list()
                .ofMaxSize(200)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(Choices::new);
    }

    private static List<Taken> run(Chain chain, Choices chance) {
        List<Taken> taken = new ArrayList<>();
        while (chain.next().isPresent()) {
            StepOutcome outcome = OUTCOMES.get(chance.nextInt(2) == 0 ? 0 : chance.nextInt(OUTCOMES.size()));
            taken.add(new Taken(chain.next().get(), outcome));
            chain.end(outcome);
        }
        return taken;
    }

    private static Contract contract(Choices chance) {
        List<RecordedEvent> life = RandomLives.of(chance, 1).get(0);
        return Contract.replay(life);
    }

    private static int firstOf(NetworkTarget target, List<NetworkTarget> order) {
        return order.contains(target) ? order.indexOf(target) : Integer.MAX_VALUE;
    }

    private static NetworkTarget other(NetworkTarget target) {
        return target == NetworkTarget.ACCESS ? NetworkTarget.LINE : NetworkTarget.ACCESS;
    }

    private static StepOutcome.Kind kind(Map<NetworkTarget, StepOutcome> ends, NetworkTarget target) {
        return Optional.ofNullable(ends.get(target)).orElseThrow().kind();
    }

    private static StepOutcome problem(StepOutcome.Kind kind) {
        return new StepOutcome(kind, Optional.of(new ProvisioningFailure(kind.name(), "")), 0);
    }
}
