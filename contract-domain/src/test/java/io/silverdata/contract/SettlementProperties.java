package io.silverdata.contract;

import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.testkit.Choices;
import io.silverdata.contract.testkit.LateSettlement;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** The law of settlement: the outcome does not depend on when the scheduler runs. */
class SettlementProperties {
    private static final List<Class<? extends ContractEvent>> SETTLED = List.of(
            ContractEvent.ChangeApplied.class,
            ContractEvent.ChangeUnscheduled.class,
            ContractEvent.HoldLifted.class,
            ContractEvent.PlanChanged.class,
            ContractEvent.OwnershipTransferred.class,
            ContractEvent.ContractReconnected.class,
            ContractEvent.HoldRecorded.class,
            ContractEvent.ContractCancelled.class);

    @Property(tries = 500)
    void the_outcome_does_not_depend_on_when_the_scheduler_runs(
            @ForAll("choices") Choices choices, @ForAll @IntRange(min = 1, max = 30) int commands) {
        LateSettlement law = new LateSettlement(new InMemoryStorage());

        law.live(choices, commands);

        law.events().stream()
                .map(recorded -> recorded.event().getClass().getSimpleName())
                .distinct()
                .forEach(Statistics.label("events")::collect);
        Statistics.label("events")
                .coverage(coverage -> SETTLED.forEach(
                        event -> coverage.check(event.getSimpleName()).count(tries -> tries > 0)));
    }

    @Provide
    Arbitrary<Choices> choices() {
        return Arbitraries.integers()
                .withDistribution(RandomDistribution.uniform())
                .list()
                .ofMaxSize(400)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(Choices::new);
    }
}
