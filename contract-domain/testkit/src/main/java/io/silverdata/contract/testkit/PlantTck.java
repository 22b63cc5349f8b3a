package io.silverdata.contract.testkit;

import static io.silverdata.contract.testkit.ContractFixtures.HOME;
import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.olt;
import static io.silverdata.contract.testkit.ContractFixtures.oltId;
import static io.silverdata.contract.testkit.ContractFixtures.output;
import static io.silverdata.contract.testkit.ContractFixtures.ponPort;
import static io.silverdata.contract.testkit.ContractFixtures.ponPortId;
import static io.silverdata.contract.testkit.ContractFixtures.position;
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
import io.silverdata.contract.model.PortCondition;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutput;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SplitterSurvey;
import io.silverdata.contract.spi.ClaimOutcome;
import io.silverdata.contract.spi.MoveNeededException;
import io.silverdata.contract.spi.Plant;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.spi.PonPortOccupancy;
import io.silverdata.contract.spi.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link Plant} asks of an adapter. Extend it, and give an empty storage to each test. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class PlantTck {
    private static final Instant END = START.plus(Duration.ofHours(1));
    private static final Instant A_MOMENT_BEFORE_END = END.minusNanos(1_000);
    private static final Instant LATER = END.plus(Duration.ofHours(1));
    private static final Distance FAR = Distance.ofMetres(50_000);

    private Plant plant;

    /** For the test of an adapter. */
    protected PlantTck() {}

    /** A storage with nothing in it, for one test alone. The kit does not close it. */
    protected abstract Storage storage();

    @BeforeEach
    void begin() {
        plant = storage().plant();
    }

    @Nested
    class Install {
        @Test
        void adds_outputs_that_are_free() {
            plant.install(smallPlant());

            assertThat(plant.port(output(1, 1))).contains(SplitterOutput.free(output(1, 1), ponPortId(1)));
            assertThat(plant.port(output(2, 8))).contains(SplitterOutput.free(output(2, 8), ponPortId(1)));
            assertThat(plant.port(output(2, 9))).isEmpty();
        }

        @Test
        void keeps_every_fact_of_OLT_PON_port_and_splitter() {
            PonPort ponPort = new PonPort(
                    ponPortId(1), ponPort(1, 1).technologies(), 256, Optional.empty(), ServiceState.UNKNOWN);
            Splitter bare = new Splitter(
                    splitterId(1),
                    ponPortId(1),
                    Optional.empty(),
                    128,
                    new GeoPosition(89.123456789, -179.987654321),
                    Optional.empty(),
                    Distance.ofMetres(20_000_000));
            plant.install(
                    new PlantLayout(List.of(new Olt(oltId(1), ServiceState.DOWN)), List.of(ponPort), List.of(bare)));

            SplitterSurvey survey = surveyed(1, START);

            assertThat(survey.chain()).containsExactly(bare);
            assertThat(survey.ponPort()).isEqualTo(ponPort);
            assertThat(survey.oltState()).isEqualTo(ServiceState.DOWN);
        }

        @Test
        void tells_of_every_OLT_in_their_order() {
            assertThat(plant.olts()).isEmpty();

            plant.install(new PlantLayout(List.of(olt(2), olt(1)), List.of(), List.of()));
            plant.install(new PlantLayout(List.of(olt(3), olt(1)), List.of(), List.of()));

            assertThat(plant.olts()).containsExactly(oltId(1), oltId(2), oltId(3));
        }

        @Test
        void takes_a_plant_part_by_part() {
            plant.install(new PlantLayout(List.of(olt(1)), List.of(), List.of()));
            plant.install(new PlantLayout(List.of(), List.of(ponPort(1, 64)), List.of()));
            plant.install(new PlantLayout(List.of(), List.of(), List.of(splitter(1, 1, 8))));
            plant.install(new PlantLayout(List.of(), List.of(), List.of(splitter(2, 1, output(1, 3), 4))));

            assertThat(surveyed(2, START).chain()).containsExactly(splitter(1, 1, 8), splitter(2, 1, output(1, 3), 4));
        }

        @Test
        void takes_children_that_are_listed_before_their_parents() {
            plant.install(layout(splitter(2, 1, output(1, 3), 4), splitter(1, 1, 8)));

            assertThat(surveyed(2, START).chain()).hasSize(2);
            assertThat(condition(output(1, 3))).isEqualTo(PortCondition.BLOCKED);
        }

        @Test
        void blocks_outputs_that_feed_another_splitter() {
            plant.install(smallPlant());

            plant.install(new PlantLayout(List.of(), List.of(), List.of(splitter(3, 1, output(1, 2), 4))));

            assertThat(condition(output(1, 1))).isEqualTo(PortCondition.SERVICEABLE);
            assertThat(condition(output(1, 2))).isEqualTo(PortCondition.BLOCKED);
            assertThat(plant.claim(output(1, 2), contractId(1), PortClaim.inUse(), START))
                    .isEqualTo(ClaimOutcome.TAKEN);
        }

        @Test
        void replaces_what_is_known() {
            plant.install(smallPlant());

            plant.install(new PlantLayout(
                    List.of(new Olt(oltId(1), ServiceState.DOWN)),
                    List.of(ponPort(1, 7)),
                    List.of(splitter(1, 1, 16))));

            SplitterSurvey survey = surveyed(1, START);
            assertThat(survey.splitter()).isEqualTo(splitter(1, 1, 16));
            assertThat(survey.ponPort().subscriberLimit()).isEqualTo(7);
            assertThat(survey.oltState()).isEqualTo(ServiceState.DOWN);
            assertThat(survey.freeOutputs()).isEqualTo(16);
        }

        @Test
        void leaves_claims_conditions_and_rests_as_they_are() {
            plant.install(smallPlant());
            claimed(output(1, 1), 1, PortClaim.inUse());
            claimed(output(1, 2), 2, PortClaim.reserved(END));
            claimed(output(1, 3), 3, PortClaim.inUse());
            plant.release(output(1, 3), contractId(3), END, START);
            plant.setCondition(output(1, 4), PortCondition.FAULTY);
            List<Optional<SplitterOutput>> before = outputsOf(1, 8);

            plant.install(smallPlant());

            assertThat(outputsOf(1, 8)).isEqualTo(before);
        }

        @Test
        void leaves_no_contract_behind_whose_splitter_would_be_on_another_PON_port() {
            plant.install(smallPlant());
            claimed(output(1, 1), 1, PortClaim.inUse());
            claimed(output(1, 2), 2, PortClaim.reserved(START.plusSeconds(60)));
            claimed(output(2, 1), 3, PortClaim.quarantined());
            PlantLayout moved = new PlantLayout(List.of(), List.of(ponPort(2, 64)), List.of(splitter(1, 2, 8)));
            PlantLayout emptied = new PlantLayout(List.of(), List.of(ponPort(2, 64)), List.of(splitter(2, 2, 8)));

            assertThatThrownBy(() -> plant.install(moved))
                    .isInstanceOfSatisfying(
                            MoveNeededException.class,
                            needed -> assertThat(needed.rejection())
                                    .isEqualTo(new Rejection.MoveNeeded(
                                            splitterId(1),
                                            ponPortId(1),
                                            ponPortId(2),
                                            List.of(contractId(1), contractId(2)))));
            plant.install(emptied);

            assertThat(plant.port(output(1, 1)).map(SplitterOutput::ponPort)).contains(ponPortId(1));
            assertThat(plant.port(output(2, 1)).map(SplitterOutput::ponPort)).contains(ponPortId(2));
        }

        @Test
        void splices_a_splitter_with_the_outputs_that_contracts_have() {
            plant.install(smallPlant());
            plant.install(new PlantLayout(List.of(), List.of(ponPort(2, 64)), List.of()));
            claimed(output(1, 1), 1, PortClaim.inUse());

            plant.splice(List.of(splitter(1, 2, 8)));

            assertThat(plant.port(output(1, 1)).map(SplitterOutput::ponPort)).contains(ponPortId(2));
            assertThat(surveyed(1, START).subscribers()).isEqualTo(1);
            assertThat(surveyed(2, START).subscribers()).isZero();
        }

        @Test
        void splices_nothing_to_a_PON_port_that_is_not_there() {
            plant.install(smallPlant());

            assertThatThrownBy(() -> plant.splice(List.of(splitter(1, 2, 8))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("unknown PON port");
            assertThat(surveyed(1, START).ponPort()).isEqualTo(ponPort(1, 64));
        }

        @Test
        void moves_a_splitter_to_another_PON_port_together_with_what_it_feeds() {
            plant.install(layout(splitter(1, 1, 8), splitter(2, 1, output(1, 1), 4)));

            plant.install(new PlantLayout(
                    List.of(), List.of(ponPort(2, 64)), List.of(splitter(1, 2, 8), splitter(2, 2, output(1, 1), 4))));

            assertThat(surveyed(2, START).chain()).containsExactly(splitter(1, 2, 8), splitter(2, 2, output(1, 1), 4));
            assertThat(surveyed(2, START).ponPort()).isEqualTo(ponPort(2, 64));
        }

        @Test
        void takes_away_outputs_that_nobody_has() {
            plant.install(smallPlant());
            claimed(output(1, 4), 1, PortClaim.inUse());

            plant.install(new PlantLayout(List.of(), List.of(), List.of(splitter(1, 1, 4))));

            assertThat(plant.port(output(1, 4))).isPresent();
            assertThat(plant.port(output(1, 5))).isEmpty();
            assertThat(surveyed(1, START).freeOutputs()).isEqualTo(3);
        }

        @Test
        void of_the_same_layout_again_changes_nothing() {
            PlantLayout twoLevels = layout(splitter(1, 1, 8), splitter(2, 1, output(1, 1), 4));
            plant.install(twoLevels);
            List<PonPortOccupancy> before = plant.occupancy(START);

            plant.install(twoLevels);

            assertThat(plant.occupancy(START)).isEqualTo(before);
            assertThat(surveyed(2, START).chain()).hasSize(2);
        }

        @Test
        void lets_two_splitters_change_places() {
            plant.install(layout(splitter(1, 1, 8), splitter(2, 1, output(1, 1), 4), splitter(3, 1, output(1, 2), 4)));

            plant.install(new PlantLayout(
                    List.of(), List.of(), List.of(splitter(2, 1, output(1, 2), 4), splitter(3, 1, output(1, 1), 4))));

            assertThat(surveyed(2, START).splitter().parent()).contains(output(1, 2));
            assertThat(surveyed(3, START).splitter().parent()).contains(output(1, 1));
        }

        @Test
        void refuses_a_splitter_on_an_unknown_PON_port() {
            assertRefused(new PlantLayout(List.of(olt(1)), List.of(ponPort(1, 64)), List.of(splitter(1, 2, 8))));
        }

        @Test
        void refuses_a_PON_port_of_an_unknown_OLT() {
            assertRefused(new PlantLayout(List.of(olt(2)), List.of(ponPort(1, 64)), List.of()));
        }

        @Test
        void refuses_a_splitter_with_an_unknown_parent() {
            assertRefused(layout(splitter(2, 1, output(1, 1), 8)));
        }

        @Test
        void refuses_a_splitter_with_an_output_for_a_parent_that_the_parent_does_not_have() {
            assertRefused(layout(splitter(1, 1, 4), splitter(2, 1, output(1, 5), 8)));
        }

        @Test
        void refuses_to_take_away_an_output_that_feeds_another_splitter() {
            plant.install(layout(splitter(1, 1, 8), splitter(2, 1, output(1, 8), 4)));

            assertRefused(layout(splitter(1, 1, 4)));

            assertThat(surveyed(2, START).chain()).containsExactly(splitter(1, 1, 8), splitter(2, 1, output(1, 8), 4));
        }

        @Test
        void refuses_a_splitter_on_another_PON_port_than_its_parent() {
            assertRefused(new PlantLayout(
                    List.of(olt(1)),
                    List.of(ponPort(1, 64), ponPort(2, 64)),
                    List.of(splitter(1, 1, 8), splitter(2, 2, output(1, 1), 8))));
        }

        @Test
        void refuses_to_move_a_splitter_to_another_PON_port_without_what_it_feeds() {
            plant.install(layout(splitter(1, 1, 8), splitter(2, 1, output(1, 1), 4)));

            assertRefused(new PlantLayout(List.of(), List.of(ponPort(2, 64)), List.of(splitter(1, 2, 8))));

            assertThat(surveyed(1, START).ponPort().id()).isEqualTo(ponPortId(1));
        }

        @Test
        void refuses_an_output_that_a_contract_has_as_a_parent() {
            plant.install(smallPlant());
            claimed(output(1, 1), 1, PortClaim.inUse());

            assertRefused(new PlantLayout(List.of(), List.of(), List.of(splitter(3, 1, output(1, 1), 4))));

            assertThat(plant.port(output(3, 1))).isEmpty();
            assertThat(condition(output(1, 1))).isEqualTo(PortCondition.SERVICEABLE);
        }

        @Test
        void refuses_an_output_that_feeds_two_splitters_of_the_layout() {
            assertRefused(layout(splitter(1, 1, 8), splitter(2, 1, output(1, 1), 4), splitter(3, 1, output(1, 1), 4)));
        }

        @Test
        void refuses_an_output_that_feeds_an_installed_splitter_already() {
            plant.install(layout(splitter(1, 1, 8), splitter(2, 1, output(1, 1), 4)));

            assertRefused(new PlantLayout(List.of(), List.of(), List.of(splitter(3, 1, output(1, 1), 4))));

            assertThat(plant.survey(splitterId(3), START)).isEmpty();
        }

        @Test
        void refuses_splitters_that_feed_each_other_in_a_circle() {
            assertRefused(layout(splitter(1, 1, output(2, 1), 8), splitter(2, 1, output(1, 1), 8)));
        }

        @Test
        void refuses_to_take_away_an_output_that_a_contract_has() {
            plant.install(smallPlant());
            claimed(output(1, 8), 1, PortClaim.inUse());

            assertRefused(new PlantLayout(List.of(), List.of(), List.of(splitter(1, 1, 4))));

            assertThat(surveyed(1, START).splitter().outputs()).isEqualTo(8);
            assertThat(plant.portsOf(contractId(1))).hasSize(1);
        }

        @Test
        void that_is_refused_leaves_nothing_behind() {
            assertRefused(new PlantLayout(
                    List.of(olt(1)), List.of(ponPort(1, 64)), List.of(splitter(1, 1, 8), splitter(2, 2, 8))));

            assertThat(plant.setState(oltId(1), ServiceState.DOWN)).isFalse();
            assertThat(plant.setState(ponPortId(1), ServiceState.DOWN)).isFalse();
            assertThat(plant.port(output(1, 1))).isEmpty();
            assertThat(plant.occupancy(START)).isEmpty();
        }
    }

    @Nested
    class SetCondition {
        @ParameterizedTest
        @EnumSource(
                value = PortCondition.class,
                names = {"BLOCKED", "FAULTY"})
        void keeps_an_output_from_anyone_new(PortCondition condition) {
            plant.install(smallPlant());

            boolean known = plant.setCondition(output(1, 1), condition);

            assertThat(known).isTrue();
            assertThat(condition(output(1, 1))).isEqualTo(condition);
            assertThat(plant.claim(output(1, 1), contractId(1), PortClaim.inUse(), START))
                    .isEqualTo(ClaimOutcome.TAKEN);
            assertThat(plant.freePorts(splitterId(1), 1, START)).containsExactly(output(1, 2));
        }

        @Test
        void lets_the_holder_keep_the_output() {
            plant.install(smallPlant());
            claimed(output(1, 1), 1, PortClaim.inUse());

            plant.setCondition(output(1, 1), PortCondition.FAULTY);

            assertThat(state(output(1, 1), START)).isEqualTo(PortState.IN_USE);
            assertThat(plant.port(output(1, 1)).flatMap(SplitterOutput::holder)).contains(contractId(1));
        }

        @Test
        void gives_an_output_back_to_anyone() {
            plant.install(smallPlant());
            plant.setCondition(output(1, 1), PortCondition.BLOCKED);

            plant.setCondition(output(1, 1), PortCondition.SERVICEABLE);

            assertThat(plant.claim(output(1, 1), contractId(1), PortClaim.inUse(), START))
                    .isEqualTo(ClaimOutcome.CLAIMED);
        }

        @Test
        void says_that_there_is_no_such_output() {
            plant.install(smallPlant());

            assertThat(plant.setCondition(output(1, 9), PortCondition.BLOCKED)).isFalse();
            assertThat(plant.setCondition(output(9, 1), PortCondition.BLOCKED)).isFalse();
        }
    }

    @Nested
    class SetState {
        @ParameterizedTest
        @EnumSource
        void of_an_OLT_is_seen_by_surveys(ServiceState state) {
            plant.install(smallPlant());

            boolean known = plant.setState(oltId(1), state);
            assertThat(plant.state(oltId(1))).contains(state);
            assertThat(plant.state(oltId(2))).isEmpty();

            assertThat(known).isTrue();
            assertThat(surveyed(1, START).oltState()).isEqualTo(state);
        }

        @ParameterizedTest
        @EnumSource
        void of_a_PON_port_is_seen_by_surveys_and_nothing_else_of_it_changes(ServiceState state) {
            plant.install(smallPlant());

            boolean known = plant.setState(ponPortId(1), state);

            PonPort ponPort = surveyed(1, START).ponPort();
            assertThat(known).isTrue();
            assertThat(ponPort.state()).isEqualTo(state);
            assertThat(ponPort.subscriberLimit()).isEqualTo(64);
            assertThat(ponPort.technologies()).isEqualTo(ponPort(1, 64).technologies());
            assertThat(ponPort.transmitPower()).isEqualTo(ponPort(1, 64).transmitPower());
        }

        @Test
        void says_that_there_is_no_such_OLT_or_PON_port() {
            plant.install(smallPlant());

            assertThat(plant.setState(oltId(2), ServiceState.UP)).isFalse();
            assertThat(plant.setState(ponPortId(2), ServiceState.UP)).isFalse();
        }
    }

    @Nested
    class Survey {
        @Test
        void of_an_unknown_splitter_is_empty() {
            plant.install(smallPlant());

            assertThat(plant.survey(splitterId(9), START)).isEmpty();
        }

        @Test
        void shows_the_way_from_the_PON_port_down() {
            Splitter first = splitter(1, 1, 8);
            Splitter second = splitter(2, 1, output(1, 1), 4);
            Splitter third = splitter(3, 1, output(2, 4), 4);
            plant.install(layout(first, second, third));

            assertThat(surveyed(3, START).chain()).containsExactly(first, second, third);
            assertThat(surveyed(1, START).chain()).containsExactly(first);
        }

        @Test
        void counts_outputs_of_this_splitter_that_anyone_may_have() {
            plant.install(smallPlant());
            claimed(output(1, 1), 1, PortClaim.inUse());
            claimed(output(1, 2), 2, PortClaim.reserved(END));
            plant.setCondition(output(1, 3), PortCondition.FAULTY);
            plant.setCondition(output(1, 4), PortCondition.BLOCKED);
            claimed(output(1, 5), 5, PortClaim.inUse());
            plant.release(output(1, 5), contractId(5), LATER, START);

            assertThat(surveyed(1, START).freeOutputs()).isEqualTo(3);
            assertThat(surveyed(1, END).freeOutputs()).isEqualTo(4);
            assertThat(surveyed(1, LATER).freeOutputs()).isEqualTo(5);
        }

        @Test
        void counts_everyone_under_the_PON_port_as_a_subscriber() {
            plant.install(smallPlant());
            claimed(output(1, 1), 1, PortClaim.inUse());
            claimed(output(2, 1), 2, PortClaim.reserved(END));
            claimed(output(2, 2), 3, PortClaim.inUse());
            claimed(output(2, 2), 3, PortClaim.quarantined());

            assertThat(surveyed(1, START).subscribers()).isEqualTo(3);
            assertThat(surveyed(2, START).subscribers()).isEqualTo(3);
            assertThat(surveyed(1, END).subscribers()).isEqualTo(2);
        }

        @Test
        void does_not_count_who_gave_an_output_up_as_a_subscriber() {
            plant.install(smallPlant());
            claimed(output(1, 1), 1, PortClaim.inUse());

            plant.release(output(1, 1), contractId(1), END, START);

            assertThat(surveyed(1, START).subscribers()).isZero();
        }
    }

    @Nested
    class Nearest {
        @Test
        void refuses_to_look_for_less_than_one() {
            assertThatIllegalArgumentException().isThrownBy(() -> plant.nearest(HOME, FAR, 0, START));
        }

        @Test
        void has_the_nearest_first_and_no_more_than_asked_for() {
            plant.install(layout(splitter(3, 1, 8), splitter(1, 1, 8), splitter(5, 1, 8), splitter(2, 1, 8)));

            assertThat(nearest(HOME, FAR, 10, START))
                    .containsExactly(splitterId(1), splitterId(2), splitterId(3), splitterId(5));
            assertThat(nearest(HOME, FAR, 2, START)).containsExactly(splitterId(1), splitterId(2));
            assertThat(nearest(position(5), FAR, 2, START)).containsExactly(splitterId(5), splitterId(3));
        }

        @Test
        void has_the_lesser_name_first_of_equally_near_ones() {
            plant.install(layout(at("NAP-B", HOME), at("NAP-C", HOME), at("NAP-A", HOME)));

            assertThat(nearest(HOME, FAR, 10, START))
                    .containsExactly(new SplitterId("NAP-A"), new SplitterId("NAP-B"), new SplitterId("NAP-C"));
        }

        @Test
        void leaves_out_those_further_away_than_the_radius() {
            plant.install(layout(splitter(1, 1, 8), splitter(2, 1, 8)));
            Distance toSecond = HOME.distanceTo(position(2));

            assertThat(nearest(HOME, toSecond, 10, START)).containsExactly(splitterId(1), splitterId(2));
            assertThat(nearest(HOME, Distance.ofMetres(toSecond.metres() - 1), 10, START))
                    .containsExactly(splitterId(1));
            assertThat(nearest(HOME, Distance.ZERO, 10, START)).isEmpty();
        }

        @Test
        void looks_across_the_date_line() {
            GeoPosition west = new GeoPosition(-17, 179.999);
            GeoPosition east = new GeoPosition(-17, -179.999);
            plant.install(layout(at("NAP-WEST", west), at("NAP-HOME", HOME)));

            assertThat(nearest(east, Distance.ofMetres(1_000), 10, START)).containsExactly(new SplitterId("NAP-WEST"));
        }

        @Test
        void looks_around_a_pole() {
            plant.install(layout(at("NAP-POLE", new GeoPosition(89.999, 120)), at("NAP-HOME", HOME)));

            assertThat(nearest(new GeoPosition(89.999, -60), Distance.ofMetres(1_000), 10, START))
                    .containsExactly(new SplitterId("NAP-POLE"));
        }

        @Test
        void passes_over_splitters_without_a_free_output() {
            plant.install(layout(splitter(1, 1, 2), splitter(2, 1, 2), splitter(3, 1, 2)));
            claimed(output(1, 1), 1, PortClaim.inUse());
            claimed(output(1, 2), 2, PortClaim.reserved(END));
            plant.setCondition(output(2, 1), PortCondition.FAULTY);
            plant.setCondition(output(2, 2), PortCondition.BLOCKED);

            assertThat(nearest(HOME, FAR, 1, START)).containsExactly(splitterId(3));
            assertThat(nearest(HOME, FAR, 1, END)).containsExactly(splitterId(1));
        }

        @Test
        void says_the_same_as_a_survey() {
            plant.install(layout(splitter(1, 1, 8), splitter(2, 1, output(1, 1), 4)));
            claimed(output(2, 1), 1, PortClaim.inUse());

            assertThat(plant.nearest(HOME, FAR, 10, START)).containsExactly(surveyed(1, START), surveyed(2, START));
        }

        @Test
        void is_empty_where_nothing_is_built() {
            assertThat(nearest(HOME, FAR, 10, START)).isEmpty();
        }
    }

    @Nested
    class PortsOf {
        @Test
        void has_every_output_that_the_contract_has_a_claim_on_in_their_order() {
            plant.install(smallPlant());
            claimed(output(2, 1), 1, PortClaim.inUse());
            claimed(output(1, 8), 1, PortClaim.quarantined());
            claimed(output(1, 7), 2, PortClaim.inUse());
            claimed(output(1, 3), 1, PortClaim.reserved(END));

            assertThat(plant.portsOf(contractId(1)))
                    .extracting(SplitterOutput::id)
                    .containsExactly(output(1, 3), output(1, 8), output(2, 1));
            assertThat(plant.portsOf(contractId(3))).isEmpty();
            assertThat(plant.portsOfAll(List.of(contractId(1), contractId(3))))
                    .containsExactlyInAnyOrderElementsOf(plant.portsOf(contractId(1)));
            assertThat(plant.portsOfAll(List.of())).isEmpty();
        }

        @Test
        void no_longer_has_what_another_contract_took_over() {
            plant.install(smallPlant());
            claimed(output(1, 1), 1, PortClaim.reserved(END));

            plant.claim(output(1, 1), contractId(2), PortClaim.inUse(), END);

            assertThat(plant.portsOf(contractId(1))).isEmpty();
            assertThat(plant.portsOf(contractId(2))).hasSize(1);
        }
    }

    @Nested
    class FreePorts {
        @Test
        void refuse_to_be_less_than_one() {
            plant.install(layout(splitter(1, 1, 8)));

            assertThatIllegalArgumentException().isThrownBy(() -> plant.freePorts(splitterId(1), 0, START));
        }

        @Test
        void are_the_lowest_first_and_no_more_than_asked_for() {
            plant.install(layout(splitter(1, 1, 16)));
            claimed(output(1, 2), 1, PortClaim.inUse());

            assertThat(plant.freePorts(splitterId(1), 3, START))
                    .containsExactly(output(1, 1), output(1, 3), output(1, 4));
            assertThat(plant.freePorts(splitterId(1), 100, START))
                    .hasSize(15)
                    .isSorted()
                    .endsWith(
                            output(1, 9),
                            output(1, 10),
                            output(1, 11),
                            output(1, 12),
                            output(1, 13),
                            output(1, 14),
                            output(1, 15),
                            output(1, 16));
        }

        @Test
        void are_those_that_a_claim_would_get() {
            plant.install(smallPlant());
            claimed(output(1, 1), 1, PortClaim.reserved(END));
            claimed(output(1, 2), 2, PortClaim.inUse());
            plant.release(output(1, 2), contractId(2), LATER, START);
            plant.setCondition(output(1, 3), PortCondition.FAULTY);
            plant.setCondition(output(1, 4), PortCondition.BLOCKED);

            assertThat(plant.freePorts(splitterId(1), 1, START)).containsExactly(output(1, 5));
            assertThat(plant.freePorts(splitterId(1), 1, END)).containsExactly(output(1, 1));
            assertThat(plant.freePorts(splitterId(1), 2, LATER)).containsExactly(output(1, 1), output(1, 2));
        }

        @Test
        void of_an_unknown_splitter_are_none() {
            assertThat(plant.freePorts(splitterId(1), 10, START)).isEmpty();
        }
    }

    @Nested
    class Claim {
        @Test
        void on_an_unknown_output_says_so() {
            plant.install(smallPlant());

            assertThat(plant.claim(output(1, 9), contractId(1), PortClaim.inUse(), START))
                    .isEqualTo(ClaimOutcome.UNKNOWN_PORT);
            assertThat(plant.claim(output(9, 1), contractId(1), PortClaim.inUse(), START))
                    .isEqualTo(ClaimOutcome.UNKNOWN_PORT);
        }

        @Test
        void gives_a_free_output_to_the_contract() {
            plant.install(smallPlant());

            ClaimOutcome outcome = plant.claim(output(1, 1), contractId(1), PortClaim.reserved(END), START);

            assertThat(outcome).isEqualTo(ClaimOutcome.CLAIMED);
            assertThat(plant.port(output(1, 1)))
                    .contains(new SplitterOutput(
                            output(1, 1),
                            ponPortId(1),
                            PortCondition.SERVICEABLE,
                            Optional.of(contractId(1)),
                            Optional.of(PortClaim.reserved(END)),
                            Optional.empty()));
        }

        @Test
        void does_not_give_away_what_another_contract_has() {
            plant.install(smallPlant());
            claimed(output(1, 1), 1, PortClaim.inUse());
            claimed(output(1, 2), 2, PortClaim.reserved(END));
            claimed(output(1, 3), 3, PortClaim.quarantined());
            List<Optional<SplitterOutput>> before = outputsOf(1, 8);

            for (int taken = 1; taken <= 3; taken++) {
                assertThat(plant.claim(output(1, taken), contractId(9), PortClaim.inUse(), A_MOMENT_BEFORE_END))
                        .isEqualTo(ClaimOutcome.TAKEN);
            }

            assertThat(outputsOf(1, 8)).isEqualTo(before);
        }

        @Test
        void takes_a_reservation_over_at_the_very_moment_it_ends() {
            plant.install(smallPlant());
            claimed(output(1, 1), 1, PortClaim.reserved(END));

            ClaimOutcome outcome = plant.claim(output(1, 1), contractId(2), PortClaim.inUse(), END);

            assertThat(outcome).isEqualTo(ClaimOutcome.CLAIMED);
            assertThat(plant.port(output(1, 1)).flatMap(SplitterOutput::holder)).contains(contractId(2));
            assertThat(plant.claim(output(1, 1), contractId(1), PortClaim.inUse(), END))
                    .isEqualTo(ClaimOutcome.TAKEN);
        }

        @Test
        void takes_an_output_that_rested_at_the_very_moment_the_rest_ends() {
            plant.install(smallPlant());
            claimed(output(1, 1), 1, PortClaim.inUse());
            plant.release(output(1, 1), contractId(1), END, START);

            assertThat(plant.claim(output(1, 1), contractId(2), PortClaim.inUse(), A_MOMENT_BEFORE_END))
                    .isEqualTo(ClaimOutcome.TAKEN);
            assertThat(plant.claim(output(1, 1), contractId(2), PortClaim.inUse(), END))
                    .isEqualTo(ClaimOutcome.CLAIMED);
            assertThat(plant.port(output(1, 1)).flatMap(SplitterOutput::quarantinedUntil))
                    .isEmpty();
        }

        @Test
        void changes_the_claim_that_the_contract_has_already() {
            plant.install(smallPlant());
            claimed(output(1, 1), 1, PortClaim.reserved(END));

            claimed(output(1, 1), 1, PortClaim.inUse());
            PortState inUse = state(output(1, 1), LATER);
            claimed(output(1, 1), 1, PortClaim.quarantined());
            PortState quarantined = state(output(1, 1), LATER);

            assertThat(inUse).isEqualTo(PortState.IN_USE);
            assertThat(quarantined).isEqualTo(PortState.QUARANTINED);
        }

        @ParameterizedTest
        @EnumSource
        void on_its_own_output_is_granted_whatever_the_condition(PortCondition condition) {
            plant.install(smallPlant());
            claimed(output(1, 1), 1, PortClaim.reserved(END));
            plant.setCondition(output(1, 1), condition);

            assertThat(plant.claim(output(1, 1), contractId(1), PortClaim.inUse(), A_MOMENT_BEFORE_END))
                    .isEqualTo(ClaimOutcome.CLAIMED);
        }

        @Test
        void on_an_output_whose_own_reservation_is_over_is_as_good_as_anyones() {
            plant.install(smallPlant());
            claimed(output(1, 1), 1, PortClaim.reserved(END));
            claimed(output(1, 2), 2, PortClaim.reserved(END));
            plant.setCondition(output(1, 2), PortCondition.FAULTY);

            assertThat(plant.claim(output(1, 1), contractId(1), PortClaim.inUse(), END))
                    .isEqualTo(ClaimOutcome.CLAIMED);
            assertThat(plant.claim(output(1, 2), contractId(2), PortClaim.inUse(), END))
                    .isEqualTo(ClaimOutcome.TAKEN);
        }

        @Test
        void stops_at_the_subscriber_limit_of_the_PON_port_across_its_splitters() {
            plant.install(new PlantLayout(
                    List.of(olt(1)), List.of(ponPort(1, 3)), List.of(splitter(1, 1, 8), splitter(2, 1, 8))));
            claimed(output(1, 1), 1, PortClaim.inUse());
            claimed(output(2, 1), 2, PortClaim.reserved(END));
            claimed(output(1, 2), 3, PortClaim.quarantined());

            ClaimOutcome outcome = plant.claim(output(2, 2), contractId(4), PortClaim.inUse(), START);

            assertThat(outcome).isEqualTo(ClaimOutcome.PON_PORT_FULL);
            assertThat(plant.port(output(2, 2))).contains(SplitterOutput.free(output(2, 2), ponPortId(1)));
            assertThat(plant.portsOf(contractId(4))).isEmpty();
        }

        @Test
        void does_not_count_a_contract_twice_that_changes_its_claim() {
            plant.install(new PlantLayout(List.of(olt(1)), List.of(ponPort(1, 1)), List.of(splitter(1, 1, 8))));
            claimed(output(1, 1), 1, PortClaim.reserved(END));

            assertThat(plant.claim(output(1, 1), contractId(1), PortClaim.inUse(), START))
                    .isEqualTo(ClaimOutcome.CLAIMED);
        }

        @Test
        void does_not_count_reservations_that_are_over() {
            plant.install(new PlantLayout(List.of(olt(1)), List.of(ponPort(1, 1)), List.of(splitter(1, 1, 8))));
            claimed(output(1, 1), 1, PortClaim.reserved(END));

            assertThat(plant.claim(output(1, 2), contractId(2), PortClaim.inUse(), A_MOMENT_BEFORE_END))
                    .isEqualTo(ClaimOutcome.PON_PORT_FULL);
            assertThat(plant.claim(output(1, 2), contractId(2), PortClaim.inUse(), END))
                    .isEqualTo(ClaimOutcome.CLAIMED);
            assertThat(plant.claim(output(1, 1), contractId(1), PortClaim.inUse(), END))
                    .isEqualTo(ClaimOutcome.PON_PORT_FULL);
        }

        @Test
        void counts_each_PON_port_by_itself() {
            plant.install(new PlantLayout(
                    List.of(olt(1)),
                    List.of(ponPort(1, 1), ponPort(2, 1)),
                    List.of(splitter(1, 1, 8), splitter(2, 2, 8))));
            claimed(output(1, 1), 1, PortClaim.inUse());

            assertThat(plant.claim(output(2, 1), contractId(2), PortClaim.inUse(), START))
                    .isEqualTo(ClaimOutcome.CLAIMED);
        }

        @Test
        void makes_room_under_the_limit_once_somebody_gave_up() {
            plant.install(new PlantLayout(List.of(olt(1)), List.of(ponPort(1, 1)), List.of(splitter(1, 1, 8))));
            claimed(output(1, 1), 1, PortClaim.inUse());

            plant.release(output(1, 1), contractId(1), END, START);

            assertThat(plant.claim(output(1, 2), contractId(2), PortClaim.inUse(), START))
                    .isEqualTo(ClaimOutcome.CLAIMED);
        }

        @Test
        void gives_one_contract_several_outputs() {
            plant.install(smallPlant());

            claimed(output(1, 1), 1, PortClaim.quarantined());
            claimed(output(2, 1), 1, PortClaim.inUse());

            assertThat(plant.portsOf(contractId(1))).hasSize(2);
            assertThat(surveyed(1, START).subscribers()).isEqualTo(2);
        }
    }

    @Nested
    class Release {
        @Test
        void makes_an_output_free_at_once_if_it_need_not_rest() {
            plant.install(smallPlant());
            claimed(output(1, 1), 1, PortClaim.reserved(END));

            boolean released = plant.release(output(1, 1), contractId(1), START, START);

            assertThat(released).isTrue();
            assertThat(plant.port(output(1, 1))).contains(SplitterOutput.free(output(1, 1), ponPortId(1)));
        }

        @Test
        void lets_an_output_rest_until_its_time() {
            plant.install(smallPlant());
            claimed(output(1, 1), 1, PortClaim.inUse());

            plant.release(output(1, 1), contractId(1), END, START);

            assertThat(plant.port(output(1, 1)).flatMap(SplitterOutput::quarantinedUntil))
                    .contains(END);
            assertThat(state(output(1, 1), A_MOMENT_BEFORE_END)).isEqualTo(PortState.QUARANTINED);
            assertThat(state(output(1, 1), END)).isEqualTo(PortState.FREE);
            assertThat(plant.claim(output(1, 1), contractId(1), PortClaim.inUse(), START))
                    .isEqualTo(ClaimOutcome.TAKEN);
        }

        @Test
        void leaves_the_condition_as_it_is() {
            plant.install(smallPlant());
            claimed(output(1, 1), 1, PortClaim.inUse());
            plant.setCondition(output(1, 1), PortCondition.FAULTY);

            plant.release(output(1, 1), contractId(1), START, START);

            assertThat(state(output(1, 1), START)).isEqualTo(PortState.FAULTY);
        }

        @Test
        void of_a_reservation_that_is_over_still_gives_it_up() {
            plant.install(smallPlant());
            claimed(output(1, 1), 1, PortClaim.reserved(END));

            assertThat(plant.release(output(1, 1), contractId(1), LATER, LATER)).isTrue();

            assertThat(plant.portsOf(contractId(1))).isEmpty();
        }

        @Test
        void does_nothing_to_an_output_that_is_not_the_contracts() {
            plant.install(smallPlant());
            claimed(output(1, 1), 1, PortClaim.inUse());
            List<Optional<SplitterOutput>> before = outputsOf(1, 8);

            assertThat(plant.release(output(1, 1), contractId(2), END, START)).isFalse();
            assertThat(plant.release(output(1, 2), contractId(1), END, START)).isFalse();
            assertThat(plant.release(output(9, 1), contractId(1), END, START)).isFalse();

            assertThat(outputsOf(1, 8)).isEqualTo(before);
        }

        @Test
        void does_nothing_to_an_output_that_another_contract_took_over() {
            plant.install(smallPlant());
            claimed(output(1, 1), 1, PortClaim.reserved(END));
            plant.claim(output(1, 1), contractId(2), PortClaim.inUse(), END);

            assertThat(plant.release(output(1, 1), contractId(1), LATER, END)).isFalse();

            assertThat(state(output(1, 1), END)).isEqualTo(PortState.IN_USE);
        }

        @Test
        void does_nothing_the_second_time() {
            plant.install(smallPlant());
            claimed(output(1, 1), 1, PortClaim.inUse());
            plant.release(output(1, 1), contractId(1), START, START);

            assertThat(plant.release(output(1, 1), contractId(1), END, START)).isFalse();

            assertThat(state(output(1, 1), START)).isEqualTo(PortState.FREE);
        }
    }

    @Nested
    class Occupancy {
        @Test
        void of_nothing_is_nothing() {
            assertThat(plant.occupancy(START)).isEmpty();
        }

        @Test
        void counts_each_output_once_under_its_state() {
            plant.install(layout(splitter(1, 1, 16), splitter(2, 1, output(1, 16), 4)));
            claimed(output(1, 1), 1, PortClaim.reserved(END));
            claimed(output(1, 2), 2, PortClaim.inUse());
            claimed(output(1, 3), 3, PortClaim.inUse());
            claimed(output(1, 4), 4, PortClaim.quarantined());
            claimed(output(1, 5), 5, PortClaim.inUse());
            plant.release(output(1, 5), contractId(5), END, START);
            plant.setCondition(output(1, 6), PortCondition.FAULTY);
            plant.setCondition(output(1, 7), PortCondition.BLOCKED);

            assertThat(plant.occupancy(START)).hasSize(1);
            PonPortOccupancy occupancy = plant.occupancy(START).get(0);

            assertThat(occupancy.ponPort()).isEqualTo(ponPortId(1));
            assertThat(occupancy.outputs())
                    .containsEntry(PortState.RESERVED, 1)
                    .containsEntry(PortState.IN_USE, 2)
                    .containsEntry(PortState.QUARANTINED, 2)
                    .containsEntry(PortState.FAULTY, 1)
                    .containsEntry(PortState.BLOCKED, 2)
                    .containsEntry(PortState.FREE, 12);
            assertThat(plant.occupancy(END).get(0).outputs())
                    .containsEntry(PortState.RESERVED, 0)
                    .containsEntry(PortState.QUARANTINED, 1)
                    .containsEntry(PortState.FREE, 14);
        }

        @Test
        void has_every_PON_port_in_its_order_even_without_outputs() {
            OltId other = new OltId("olt-0");
            PonPortId elsewhere = new PonPortId(other, 0, 0, 9);
            PonPort ponPort =
                    new PonPort(elsewhere, ponPort(1, 1).technologies(), 64, Optional.empty(), ServiceState.UP);
            plant.install(new PlantLayout(
                    List.of(olt(1), new Olt(other, ServiceState.UP)),
                    List.of(ponPort(10, 64), ponPort(2, 64), ponPort, ponPort(256, 64)),
                    List.of(splitter(1, 2, 8))));

            List<PonPortOccupancy> occupancy = plant.occupancy(START);

            assertThat(occupancy)
                    .extracting(PonPortOccupancy::ponPort)
                    .containsExactly(elsewhere, ponPortId(2), ponPortId(10), ponPortId(256));
            assertThat(occupancy)
                    .extracting(port -> port.outputs().get(PortState.FREE))
                    .containsExactly(0, 8, 0, 0);
        }
    }

    @Nested
    class Remove {
        @Test
        void takes_a_splitter_away_with_its_outputs_and_leaves_the_output_that_fed_it_blocked() {
            plant.install(layout(splitter(1, 1, 4), splitter(2, 1, output(1, 3), 4)));

            assertThat(plant.remove(splitterId(2))).isEmpty();

            assertThat(plant.survey(splitterId(2), START)).isEmpty();
            assertThat(plant.port(output(2, 1))).isEmpty();
            assertThat(plant.claim(output(2, 1), contractId(1), PortClaim.inUse(), START))
                    .isEqualTo(ClaimOutcome.UNKNOWN_PORT);
            assertThat(plant.occupancy(START).get(0).outputs()).containsEntry(PortState.FREE, 3);
            assertThat(condition(output(1, 3))).isEqualTo(PortCondition.BLOCKED);
            plant.setCondition(output(1, 3), PortCondition.SERVICEABLE);
            assertThat(condition(output(1, 3))).isEqualTo(PortCondition.SERVICEABLE);
        }

        @Test
        void of_a_splitter_is_refused_while_contracts_have_outputs_even_if_their_time_is_over() {
            plant.install(smallPlant());
            claimed(output(1, 5), 2, PortClaim.reserved(END));
            claimed(output(1, 2), 3, PortClaim.quarantined());
            claimed(output(1, 3), 3, PortClaim.inUse());

            assertThat(plant.remove(splitterId(1)))
                    .contains(new Rejection.PlantPartInUse("NAP-1", List.of(contractId(3), contractId(2)), List.of()));

            assertThat(surveyed(1, LATER).freeOutputs()).isEqualTo(6);
        }

        @Test
        void of_a_splitter_is_refused_while_it_feeds_others() {
            plant.install(layout(splitter(1, 1, 4), splitter(3, 1, output(1, 2), 4), splitter(2, 1, output(1, 4), 4)));

            assertThat(plant.remove(splitterId(1)))
                    .contains(new Rejection.PlantPartInUse("NAP-1", List.of(), List.of("NAP-3", "NAP-2")));
        }

        @Test
        void of_a_splitter_whose_outputs_rest_is_granted() {
            plant.install(smallPlant());
            claimed(output(1, 1), 1, PortClaim.inUse());
            plant.release(output(1, 1), contractId(1), END, START);

            assertThat(plant.remove(splitterId(1))).isEmpty();
        }

        @Test
        void names_twenty_holders_at_most() {
            plant.install(layout(splitter(1, 1, 32)));
            IntStream.rangeClosed(1, 25).forEach(n -> claimed(output(1, n), n, PortClaim.inUse()));

            assertThat(plant.remove(splitterId(1)))
                    .contains(new Rejection.PlantPartInUse(
                            "NAP-1",
                            IntStream.rangeClosed(1, 20)
                                    .mapToObj(n -> contractId(n))
                                    .toList(),
                            List.of()));
        }

        @Test
        void of_a_PON_port_is_refused_while_there_are_splitters_on_it() {
            plant.install(smallPlant());
            claimed(output(2, 1), 4, PortClaim.inUse());

            assertThat(plant.remove(ponPortId(1)))
                    .contains(new Rejection.PlantPartInUse(
                            ponPortId(1).toString(), List.of(contractId(4)), List.of("NAP-1", "NAP-2")));
            assertThat(plant.remove(oltId(1)))
                    .contains(new Rejection.PlantPartInUse(
                            "olt-1",
                            List.of(contractId(4)),
                            List.of(ponPortId(1).toString())));
        }

        @Test
        void goes_from_the_splitters_to_the_OLT_and_all_may_be_installed_again() {
            plant.install(smallPlant());

            assertThat(plant.remove(splitterId(1))).isEmpty();
            assertThat(plant.remove(splitterId(2))).isEmpty();
            assertThat(plant.remove(ponPortId(1))).isEmpty();
            assertThat(plant.remove(oltId(1))).isEmpty();

            assertThat(plant.olts()).isEmpty();
            assertThat(plant.occupancy(START)).isEmpty();
            assertThat(plant.setState(ponPortId(1), ServiceState.DOWN)).isFalse();
            assertThat(plant.nearest(HOME, FAR, 10, START)).isEmpty();
            plant.install(smallPlant());
            assertThat(surveyed(2, START).freeOutputs()).isEqualTo(8);
        }

        @Test
        void of_what_is_not_there_is_refused() {
            assertThat(plant.remove(splitterId(1))).contains(new Rejection.UnknownPlantPart("NAP-1"));
            assertThat(plant.remove(ponPortId(1)))
                    .contains(new Rejection.UnknownPlantPart(ponPortId(1).toString()));
            assertThat(plant.remove(oltId(1))).contains(new Rejection.UnknownPlantPart("olt-1"));
        }
    }

    @Nested
    class Rename {
        @Test
        void takes_outputs_conditions_rests_and_fed_splitters_along() {
            plant.install(layout(splitter(3, 1, 8), splitter(1, 1, output(3, 2), 8), splitter(2, 1, output(1, 4), 8)));
            claimed(output(1, 1), 1, PortClaim.inUse());
            plant.release(output(1, 1), contractId(1), END, START);
            plant.setCondition(output(1, 2), PortCondition.FAULTY);

            assertThat(plant.rename(splitterId(1), splitterId(9))).isEmpty();

            assertThat(plant.survey(splitterId(1), START)).isEmpty();
            assertThat(plant.port(output(1, 1))).isEmpty();
            assertThat(state(output(9, 1), START)).isEqualTo(PortState.QUARANTINED);
            assertThat(state(output(9, 1), END)).isEqualTo(PortState.FREE);
            assertThat(condition(output(9, 2))).isEqualTo(PortCondition.FAULTY);
            assertThat(condition(output(9, 4))).isEqualTo(PortCondition.BLOCKED);
            assertThat(surveyed(2, START).chain())
                    .extracting(Splitter::id)
                    .containsExactly(splitterId(3), splitterId(9), splitterId(2));
            assertThat(nearest(position(1), Distance.ofMetres(1), 10, START)).containsExactly(splitterId(9));
            claimed(output(9, 3), 1, PortClaim.inUse());
        }

        @Test
        void is_refused_while_contracts_have_outputs() {
            plant.install(smallPlant());
            claimed(output(1, 1), 1, PortClaim.reserved(END));

            assertThat(plant.rename(splitterId(1), splitterId(9)))
                    .contains(new Rejection.PlantPartInUse("NAP-1", List.of(contractId(1)), List.of()));
        }

        @Test
        void is_refused_to_a_name_that_is_in_use_or_is_the_same() {
            plant.install(smallPlant());

            assertThat(plant.rename(splitterId(1), splitterId(2)))
                    .contains(new Rejection.SplitterNameInUse(splitterId(2)));
            assertThat(plant.rename(splitterId(1), splitterId(1)))
                    .contains(new Rejection.NothingToChange("splitter", "NAP-1"));
            assertThat(plant.rename(splitterId(9), splitterId(1))).contains(new Rejection.UnknownPlantPart("NAP-9"));
        }
    }

    private static PlantLayout layout(Splitter... splitters) {
        return new PlantLayout(List.of(olt(1)), List.of(ponPort(1, 64)), Arrays.asList(splitters));
    }

    private static Splitter at(String name, GeoPosition position) {
        Splitter like = splitter(1, 1, 8);
        return new Splitter(new SplitterId(name), like.ponPort(), like.parent(), 8, position, like.loss(), like.feed());
    }

    private void assertRefused(PlantLayout layout) {
        assertThatIllegalArgumentException().isThrownBy(() -> plant.install(layout));
    }

    private void claimed(SplitterOutputId port, int contract, PortClaim claim) {
        assertThat(plant.claim(port, contractId(contract), claim, START)).isEqualTo(ClaimOutcome.CLAIMED);
    }

    private PortCondition condition(SplitterOutputId port) {
        return plant.port(port).orElseThrow().condition();
    }

    private PortState state(SplitterOutputId port, Instant now) {
        return plant.port(port).orElseThrow().state(now);
    }

    private SplitterSurvey surveyed(int splitter, Instant now) {
        return plant.survey(splitterId(splitter), now).orElseThrow();
    }

    private List<SplitterId> nearest(GeoPosition position, Distance radius, int max, Instant now) {
        return plant.nearest(position, radius, max, now).stream()
                .map(survey -> survey.splitter().id())
                .toList();
    }

    private List<Optional<SplitterOutput>> outputsOf(int splitter, int outputs) {
        return IntStream.rangeClosed(1, outputs)
                .mapToObj(output -> plant.port(output(splitter, output)))
                .toList();
    }
}
