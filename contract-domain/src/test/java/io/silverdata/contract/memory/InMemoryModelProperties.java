package io.silverdata.contract.memory;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.olt;
import static io.silverdata.contract.testkit.ContractFixtures.ponPort;
import static io.silverdata.contract.testkit.ContractFixtures.splitter;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.memory.Steps.Step;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.spi.Plant;
import io.silverdata.contract.spi.PlantLayout;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Plant and queue answer as the plainest models do that know no index. */
class InMemoryModelProperties {
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void a_plant_answers_as_one_that_looks_at_every_output(@ForAll("plantSteps") List<Step<Plant>> steps) {
        Plant plant = new InMemoryStorage().plant();
        Plant naive = new NaivePlant();
        plant.install(Steps.layout());
        naive.install(Steps.layout());

        for (Step<Plant> step : steps) {
            assertThat(step.doTo(plant)).as(step.name()).isEqualTo(step.doTo(naive));
            assertThat(Steps.answersOf(plant)).as(step.name()).isEqualTo(Steps.answersOf(naive));
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void a_queue_answers_as_one_that_looks_at_every_row(@ForAll("queueSteps") List<Step<Desk>> steps) {
        Desk desk = Desk.of(new InMemoryStorage().work());
        Desk naive = Desk.of(new NaiveWorkQueue());

        for (Step<Desk> step : steps) {
            assertThat(step.doTo(desk)).as(step.name()).isEqualTo(step.doTo(naive));
            assertThat(Steps.answersOf(desk.work())).as(step.name()).isEqualTo(Steps.answersOf(naive.work()));
        }
    }

    @Property(tries = 500)
    void the_nearest_splitters_are_the_same_wherever_on_the_globe_one_looks(
            @ForAll("positions") List<GeoPosition> positions,
            @ForAll("aPosition") GeoPosition from,
            @ForAll("aRadius") Distance radius) {
        Plant plant = new InMemoryStorage().plant();
        Plant naive = new NaivePlant();
        plant.install(splittersAt(positions));
        naive.install(splittersAt(positions));

        assertThat(plant.nearest(from, radius, 20, START)).isEqualTo(naive.nearest(from, radius, 20, START));
    }

    @Provide
    Arbitrary<List<Step<Plant>>> plantSteps() {
        return Steps.ofPlant().list().ofMinSize(1).ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Step<Desk>>> queueSteps() {
        return Steps.ofWorkQueue().list().ofMinSize(1).ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<GeoPosition>> positions() {
        return aPosition().list().ofMinSize(1).ofMaxSize(20);
    }

    /** Close together around a few places: a town, the date line, both poles, and anywhere. */
    @Provide
    Arbitrary<GeoPosition> aPosition() {
        Arbitrary<Double> offset = Arbitraries.doubles().between(-0.05, 0.05).ofScale(6);
        return Combinators.combine(
                        Arbitraries.of(-0.18, 55.0, 89.96, -89.96, 0.0),
                        Arbitraries.of(-78.48, 179.97, -179.97, 0.0),
                        offset,
                        offset)
                .as((latitude, longitude, north, east) ->
                        new GeoPosition(clamp(latitude + north, 90), clamp(longitude + east, 180)));
    }

    @Provide
    Arbitrary<Distance> aRadius() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 20_000),
                        Arbitraries.longs().between(0, 20_015_115))
                .map(Distance::ofMetres);
    }

    private static double clamp(double degrees, double max) {
        return Math.max(-max, Math.min(max, degrees));
    }

    private static PlantLayout splittersAt(List<GeoPosition> positions) {
        Splitter like = splitter(1, 1, 2);
        List<Splitter> splitters = new ArrayList<>();
        for (GeoPosition position : positions) {
            splitters.add(new Splitter(
                    new SplitterId("NAP-" + splitters.size()),
                    like.ponPort(),
                    like.parent(),
                    like.outputs(),
                    position,
                    like.loss(),
                    like.feed()));
        }
        return new PlantLayout(List.of(olt(1)), List.of(ponPort(1, 64)), splitters);
    }
}
