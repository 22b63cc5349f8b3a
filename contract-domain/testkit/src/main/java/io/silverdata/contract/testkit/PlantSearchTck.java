package io.silverdata.contract.testkit;

import static io.silverdata.contract.testkit.ContractFixtures.HOME;
import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.olt;
import static io.silverdata.contract.testkit.ContractFixtures.oltId;
import static io.silverdata.contract.testkit.ContractFixtures.output;
import static io.silverdata.contract.testkit.ContractFixtures.ponPort;
import static io.silverdata.contract.testkit.ContractFixtures.ponPortId;
import static io.silverdata.contract.testkit.ContractFixtures.smallPlant;
import static io.silverdata.contract.testkit.ContractFixtures.splitter;
import static io.silverdata.contract.testkit.ContractFixtures.splitterId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutput;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SplitterSurvey;
import io.silverdata.contract.query.InvalidQueryException;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.NearbySplitter;
import io.silverdata.contract.query.Occupancy;
import io.silverdata.contract.query.OltSummary;
import io.silverdata.contract.query.OutputSummary;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.query.PonPortSummary;
import io.silverdata.contract.query.PonPortTree;
import io.silverdata.contract.query.SplitterSummary;
import io.silverdata.contract.spi.Plant;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.spi.PlantSearch;
import io.silverdata.contract.spi.Storage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link PlantSearch} asks of an adapter. Extend it, and give an empty storage to each test. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class PlantSearchTck {
    private static final Distance FAR = Distance.ofMetres(50_000);

    private Storage storage;
    private Plant plant;
    private PlantSearch search;

    /** For the test of an adapter. */
    protected PlantSearchTck() {}

    /** A storage with nothing in it, for one test alone. The kit does not close it. */
    protected abstract Storage storage();

    @BeforeEach
    void begin() {
        storage = storage();
        plant = storage.plant();
        search = storage.plantSearch();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void every_answer_is_what_the_single_parts_of_a_random_plant_say(long seed) {
        Random random = new Random(seed);
        RandomPlants plants = new RandomPlants(random);
        PlantLayout layout = plants.layout();
        plant.install(layout);
        plants.live(plant, layout);
        List<Splitter> splitters = installed();

        for (int round = 0; round < 5; round++) {
            Instant now = plants.anInstant();
            int size = 1 + random.nextInt(4);
            assertThat(pages(search::olts, size)).isEqualTo(expectedOlts(layout));
            for (Olt olt : layout.olts()) {
                assertThat(pages(page -> search.ponPorts(olt.id(), page, now), size))
                        .isEqualTo(expectedPonPorts(olt.id(), layout, splitters, now));
            }
            for (PonPort ponPort : layout.ponPorts()) {
                assertThat(search.tree(ponPort.id(), now)).contains(expectedTree(ponPort, layout, splitters, now));
            }
            for (Splitter splitter : splitters) {
                assertThat(search.outputs(splitter.id(), now)).isEqualTo(expectedOutputs(splitter, splitters, now));
            }
            GeoPosition position = plants.near();
            Distance radius = Distance.ofMetres(random.nextInt(2_000));
            assertThat(search.nearest(position, radius, size, now))
                    .isEqualTo(expectedNearest(plant.nearest(position, radius, size, now), position, now));
        }
    }

    @Test
    void of_an_empty_plant_are_empty() {
        assertThat(search.olts(Page.first(10))).isEqualTo(new Listing<>(List.of(), Optional.empty()));
        assertThat(search.ponPorts(oltId(1), Page.first(10), START))
                .isEqualTo(new Listing<>(List.of(), Optional.empty()));
        assertThat(search.tree(ponPortId(1), START)).isEmpty();
        assertThat(search.outputs(splitterId(1), START)).isEmpty();
        assertThat(search.nearest(HOME, FAR, 10, START)).isEmpty();
    }

    @Test
    void a_tree_has_each_splitter_before_those_that_its_outputs_feed() {
        plant.install(new PlantLayout(
                List.of(olt(1)),
                List.of(ponPort(1, 64), ponPort(2, 64)),
                List.of(
                        splitter(5, 1, 4),
                        splitter(1, 1, 4),
                        splitter(4, 1, output(1, 2), 4),
                        splitter(3, 1, output(4, 1), 4),
                        splitter(2, 1, output(1, 3), 4))));

        PonPortTree tree = search.tree(ponPortId(1), START).orElseThrow();

        assertThat(tree.splitters())
                .extracting(
                        node -> node.level() + " " + node.splitter().splitter().id())
                .containsExactly("1 NAP-1", "2 NAP-4", "3 NAP-3", "2 NAP-2", "1 NAP-5");
        assertThat(tree.splitters().get(0).splitter().occupancy().outputs(PortState.BLOCKED))
                .isEqualTo(2);
        assertThat(search.tree(ponPortId(2), START).orElseThrow().splitters()).isEmpty();
    }

    @Test
    void outputs_say_who_has_them_and_what_they_feed() {
        plant.install(new PlantLayout(
                List.of(olt(1)), List.of(ponPort(1, 64)), List.of(splitter(1, 1, 4), splitter(2, 1, output(1, 3), 4))));
        plant.claim(output(1, 2), contractId(7), PortClaim.inUse(), START);

        List<OutputSummary> outputs = search.outputs(splitterId(1), START);

        assertThat(outputs)
                .extracting(OutputSummary::state)
                .containsExactly(PortState.FREE, PortState.IN_USE, PortState.BLOCKED, PortState.FREE);
        assertThat(outputs.get(1).output().holder()).contains(contractId(7));
        assertThat(outputs.get(2).feeds()).contains(splitterId(2));
    }

    @Test
    void a_page_goes_on_behind_a_part_that_was_removed_meanwhile() {
        plant.install(new PlantLayout(
                List.of(olt(1), olt(2), olt(3)), List.of(ponPort(1, 64), ponPort(2, 64), ponPort(3, 64)), List.of()));
        Listing<OltSummary> olts = search.olts(Page.first(2));
        Listing<PonPortSummary> ponPorts = search.ponPorts(oltId(1), Page.first(2), START);

        plant.remove(oltId(2));
        plant.remove(ponPortId(2));

        assertThat(search.olts(Page.after(olts.next().orElseThrow(), 2)).items())
                .containsExactly(new OltSummary(olt(3), 0));
        assertThat(search.ponPorts(oltId(1), Page.after(ponPorts.next().orElseThrow(), 2), START)
                        .items())
                .extracting(PonPortSummary::ponPort)
                .containsExactly(ponPort(3, 64));
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        plant.install(new PlantLayout(List.of(olt(1), olt(2)), List.of(ponPort(1, 64), ponPort(2, 64)), List.of()));
        Page olts = Page.after(search.olts(Page.first(1)).next().orElseThrow(), 1);
        Page ponPorts = Page.after(
                search.ponPorts(oltId(1), Page.first(1), START).next().orElseThrow(), 1);

        assertThatThrownBy(() -> search.olts(ponPorts)).isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> search.ponPorts(oltId(1), olts, START)).isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> search.ponPorts(oltId(2), ponPorts, START)).isInstanceOf(InvalidQueryException.class);
    }

    @Test
    void nearest_asks_for_one_at_least() {
        assertThatIllegalArgumentException().isThrownBy(() -> search.nearest(HOME, FAR, 0, START));
    }

    @Test
    void a_unit_of_work_sees_what_it_has_written() {
        storage.unitOfWork().execute(() -> {
            plant.install(smallPlant());
            plant.claim(output(1, 1), contractId(1), PortClaim.inUse(), START);

            assertThat(search.ponPorts(oltId(1), Page.first(1), START).items())
                    .extracting(summary -> summary.occupancy().outputs(PortState.IN_USE))
                    .containsExactly(1);
        });
    }

    /** The splitters that are there now, under their present names. */
    private List<Splitter> installed() {
        return Stream.concat(
                        IntStream.rangeClosed(1, 30).mapToObj(n -> splitterId(n)),
                        IntStream.range(0, 5).mapToObj(n -> new SplitterId("X-" + n)))
                .flatMap(id -> plant.survey(id, START).stream())
                .map(SplitterSurvey::splitter)
                .toList();
    }

    private static List<OltSummary> expectedOlts(PlantLayout layout) {
        return layout.olts().stream()
                .sorted(Comparator.comparing(Olt::id))
                .map(olt -> new OltSummary(
                        olt,
                        Math.toIntExact(layout.ponPorts().stream()
                                .filter(ponPort -> ponPort.id().olt().equals(olt.id()))
                                .count())))
                .toList();
    }

    private List<PonPortSummary> expectedPonPorts(
            OltId olt, PlantLayout layout, List<Splitter> splitters, Instant now) {
        return layout.ponPorts().stream()
                .filter(ponPort -> ponPort.id().olt().equals(olt))
                .sorted(Comparator.comparing(PonPort::id))
                .map(ponPort -> new PonPortSummary(
                        ponPort, occupancy(on(ponPort.id(), splitters).flatMap(PlantSearchTck::outputsOf), now)))
                .toList();
    }

    private PonPortTree expectedTree(PonPort ponPort, PlantLayout layout, List<Splitter> splitters, Instant now) {
        List<PonPortTree.Node> nodes = on(ponPort.id(), splitters)
                .sorted(Comparator.comparing(splitter -> path(splitter, splitters)))
                .map(splitter -> new PonPortTree.Node(
                        path(splitter, splitters).split("/", -1).length,
                        new SplitterSummary(splitter, occupancy(outputsOf(splitter), now))))
                .toList();
        return new PonPortTree(
                ponPort,
                layout.olts().stream()
                        .filter(olt -> olt.id().equals(ponPort.id().olt()))
                        .findFirst()
                        .orElseThrow()
                        .state(),
                nodes);
    }

    /** The first splitter, then the outputs on the way down; in this order a splitter is before those that it feeds. */
    private static String path(Splitter splitter, List<Splitter> splitters) {
        return splitter.parent()
                .map(output -> path(
                                splitters.stream()
                                        .filter(other -> other.id().equals(output.splitter()))
                                        .findFirst()
                                        .orElseThrow(),
                                splitters)
                        + "/" + output.output())
                .orElse(splitter.id().value());
    }

    private List<OutputSummary> expectedOutputs(Splitter splitter, List<Splitter> splitters, Instant now) {
        return outputsOf(splitter)
                .map(id -> {
                    SplitterOutput output = plant.port(id).orElseThrow();
                    Optional<SplitterId> fed = splitters.stream()
                            .filter(other -> other.parent().equals(Optional.of(id)))
                            .map(Splitter::id)
                            .findFirst();
                    return new OutputSummary(output, output.state(now), fed, Optional.empty());
                })
                .toList();
    }

    private List<NearbySplitter> expectedNearest(List<SplitterSurvey> surveys, GeoPosition from, Instant now) {
        return surveys.stream()
                .map(survey -> new NearbySplitter(
                        new SplitterSummary(survey.splitter(), occupancy(outputsOf(survey.splitter()), now)),
                        survey.ponPort(),
                        survey.oltState(),
                        from.distanceTo(survey.splitter().position())))
                .toList();
    }

    private Occupancy occupancy(Stream<SplitterOutputId> outputs, Instant now) {
        Map<PortState, Integer> counts = new EnumMap<>(PortState.class);
        outputs.forEach(id -> counts.merge(plant.port(id).orElseThrow().state(now), 1, Integer::sum));
        return new Occupancy(counts);
    }

    private static Stream<Splitter> on(PonPortId ponPort, List<Splitter> splitters) {
        return splitters.stream().filter(splitter -> splitter.ponPort().equals(ponPort));
    }

    private static Stream<SplitterOutputId> outputsOf(Splitter splitter) {
        return IntStream.rangeClosed(1, splitter.outputs())
                .mapToObj(output -> new SplitterOutputId(splitter.id(), output));
    }

    private static <T> List<T> pages(Function<Page, Listing<T>> read, int size) {
        List<T> all = new ArrayList<>();
        Listing<T> page = read.apply(Page.first(size));
        all.addAll(page.items());
        while (page.next().isPresent()) {
            assertThat(page.items()).hasSize(size);
            page = read.apply(Page.after(page.next().get(), size));
            all.addAll(page.items());
        }
        return all;
    }
}
