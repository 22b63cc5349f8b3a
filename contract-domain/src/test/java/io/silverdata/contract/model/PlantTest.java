package io.silverdata.contract.model;

import static io.silverdata.contract.model.Situations.CONTRACT;
import static io.silverdata.contract.model.Situations.HOME_PORT;
import static io.silverdata.contract.model.Situations.MORNING;
import static io.silverdata.contract.model.Situations.OTHER_PON;
import static io.silverdata.contract.model.Situations.PON;
import static io.silverdata.contract.model.Situations.PREDECESSOR;
import static io.silverdata.contract.model.Situations.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The passive network as it is described: PON ports, splitters, their outputs and who may have them. */
class PlantTest {
    private static final SplitterOutputId ID = HOME_PORT.splitterOutput();
    private static final Instant LATER = MORNING.plusSeconds(1);

    @Nested
    class Outputs {
        private static final PortClaim RUNNING = PortClaim.reserved(LATER);
        private static final PortClaim OVER = PortClaim.reserved(MORNING);

        static Stream<Arguments> every_state() {
            return Stream.of(
                    arguments(PortCondition.SERVICEABLE, null, null, PortState.FREE),
                    arguments(PortCondition.SERVICEABLE, null, MORNING, PortState.FREE),
                    arguments(PortCondition.SERVICEABLE, null, LATER, PortState.QUARANTINED),
                    arguments(PortCondition.SERVICEABLE, OVER, null, PortState.FREE),
                    arguments(PortCondition.SERVICEABLE, RUNNING, null, PortState.RESERVED),
                    arguments(PortCondition.SERVICEABLE, PortClaim.inUse(), null, PortState.IN_USE),
                    arguments(PortCondition.SERVICEABLE, PortClaim.quarantined(), null, PortState.QUARANTINED),
                    arguments(PortCondition.BLOCKED, null, null, PortState.BLOCKED),
                    arguments(PortCondition.BLOCKED, null, LATER, PortState.BLOCKED),
                    arguments(PortCondition.BLOCKED, OVER, null, PortState.BLOCKED),
                    arguments(PortCondition.BLOCKED, PortClaim.inUse(), null, PortState.IN_USE),
                    arguments(PortCondition.FAULTY, null, null, PortState.FAULTY),
                    arguments(PortCondition.FAULTY, OVER, null, PortState.FAULTY),
                    arguments(PortCondition.FAULTY, RUNNING, null, PortState.RESERVED),
                    arguments(PortCondition.FAULTY, PortClaim.inUse(), null, PortState.IN_USE));
        }

        @ParameterizedTest
        @MethodSource("every_state")
        void have_one_state_at_a_time(
                PortCondition condition, @Nullable PortClaim claim, @Nullable Instant restUntil, PortState state) {
            SplitterOutput port = port(condition, claim, restUntil);

            assertThat(port.state(MORNING)).isEqualTo(state);
        }

        @ParameterizedTest
        @MethodSource("every_state")
        void are_open_to_a_stranger_when_free_and_only_then(
                PortCondition condition, @Nullable PortClaim claim, @Nullable Instant restUntil, PortState state) {
            SplitterOutput port = port(condition, claim, restUntil);

            assertThat(port.isOpenTo(PREDECESSOR, MORNING)).isEqualTo(state == PortState.FREE);
        }

        @ParameterizedTest
        @EnumSource(PortCondition.class)
        void stay_open_to_their_holder_whatever_their_condition(PortCondition condition) {
            assertThat(port(condition, RUNNING, null).isOpenTo(CONTRACT, MORNING))
                    .isTrue();
            assertThat(port(condition, PortClaim.inUse(), null).isOpenTo(CONTRACT, MORNING))
                    .isTrue();
            assertThat(port(condition, PortClaim.quarantined(), null).isOpenTo(CONTRACT, MORNING))
                    .isTrue();
        }

        @Test
        void that_are_faulty_are_closed_to_a_holder_whose_reservation_ran_out() {
            assertThat(port(PortCondition.FAULTY, OVER, null).isOpenTo(CONTRACT, MORNING))
                    .isFalse();
            assertThat(port(PortCondition.SERVICEABLE, OVER, null).isOpenTo(CONTRACT, MORNING))
                    .isTrue();
        }

        @Test
        void know_the_claim_that_still_counts() {
            assertThat(port(PortCondition.SERVICEABLE, RUNNING, null).liveClaim(MORNING))
                    .contains(RUNNING);
            assertThat(port(PortCondition.SERVICEABLE, RUNNING, null).liveClaim(LATER))
                    .isEmpty();
            assertThat(port(PortCondition.SERVICEABLE, PortClaim.inUse(), null).liveClaim(LATER))
                    .contains(PortClaim.inUse());
        }

        @Test
        void begin_free() {
            SplitterOutput port = SplitterOutput.free(ID, PON);

            assertThat(port.state(MORNING)).isEqualTo(PortState.FREE);
            assertThat(port.id()).isEqualTo(ID);
            assertThat(port.ponPort()).isEqualTo(PON);
        }

        @Test
        void have_a_holder_exactly_if_they_have_a_claim() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SplitterOutput(
                            ID,
                            PON,
                            PortCondition.SERVICEABLE,
                            Optional.of(CONTRACT),
                            Optional.empty(),
                            Optional.empty()))
                    .withMessageStartingWith("holder and claim belong together, were Optional[" + CONTRACT);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SplitterOutput(
                            ID,
                            PON,
                            PortCondition.SERVICEABLE,
                            Optional.empty(),
                            Optional.of(PortClaim.inUse()),
                            Optional.empty()));
        }

        private static SplitterOutput port(
                PortCondition condition, @Nullable PortClaim claim, @Nullable Instant restUntil) {
            return new SplitterOutput(
                    ID,
                    PON,
                    condition,
                    claim == null ? Optional.empty() : Optional.of(CONTRACT),
                    Optional.ofNullable(claim),
                    Optional.ofNullable(restUntil));
        }
    }

    @Nested
    class Claims {

        @ParameterizedTest
        @EnumSource(
                value = PortState.class,
                names = {"FREE", "BLOCKED", "FAULTY"})
        void are_made_by_contracts_only(PortState state) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PortClaim(state, Optional.empty()))
                    .withMessage("a contract cannot claim a port as " + state);
        }

        @Test
        void end_by_themselves_exactly_if_they_are_reservations() {
            assertThat(PortClaim.reserved(LATER)).isEqualTo(new PortClaim(PortState.RESERVED, Optional.of(LATER)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PortClaim(PortState.RESERVED, Optional.empty()))
                    .withMessage("until belongs to RESERVED and only to it, was Optional.empty for RESERVED");
            assertThatIllegalArgumentException().isThrownBy(() -> new PortClaim(PortState.IN_USE, Optional.of(LATER)));
        }

        @Test
        void on_ports_are_written_with_the_way_to_the_olt() {
            assertThat(HOME_PORT).hasToString("NAP-1#3 on olt-1:0/1/1");
        }
    }

    @Nested
    class PonPorts {

        @Test
        void speak_at_least_one_technology() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ponPort(Set.of(), 64))
                    .withMessage("technologies must be at least one technology, was \"\"");
        }

        @Test
        void keep_the_technologies_in_order() {
            PonPort port = ponPort(Set.of(Technology.EPON, Technology.GPON), 64);

            assertThat(port.technologies())
                    .containsExactly(Technology.GPON, Technology.EPON)
                    .isUnmodifiable();
        }

        @Test
        void guard_their_limit() {
            assertThat(ponPort(Set.of(Technology.GPON), 256).subscriberLimit()).isEqualTo(256);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ponPort(Set.of(Technology.GPON), 0))
                    .withMessage("subscriberLimit must be 1 to 256, was \"0\"");
            assertThatIllegalArgumentException().isThrownBy(() -> ponPort(Set.of(Technology.GPON), 257));
        }
    }

    @Nested
    class Splitters {

        @Test
        void cannot_feed_themselves() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> splitter("NAP-1", Optional.of(output("NAP-1", 2)), 8))
                    .withMessage("parent must be an output of another splitter, was NAP-1#2");
        }

        @Test
        void guard_the_number_of_outputs() {
            assertThat(splitter("NAP-1", Optional.of(output("MAIN-1", 2)), 128).outputs())
                    .isEqualTo(128);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> splitter("NAP-1", Optional.empty(), 1))
                    .withMessage("outputs must be 2 to 128, was \"1\"");
            assertThatIllegalArgumentException().isThrownBy(() -> splitter("NAP-1", Optional.empty(), 129));
        }

        @Test
        void are_surveyed_at_the_end_of_their_chain() {
            Splitter main = splitter("MAIN-1", Optional.empty(), 8);
            Splitter box = splitter("NAP-1", Optional.of(output("MAIN-1", 2)), 8);

            SplitterSurvey survey = survey(List.of(main, box), 0, 0);

            assertThat(survey.splitter()).isEqualTo(box);
        }

        @Test
        void are_surveyed_with_a_chain_and_with_counts() {
            List<Splitter> chain = List.of(splitter("NAP-1", Optional.empty(), 8));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> survey(List.of(), 0, 0))
                    .withMessage("chain length must be 1 to 2147483647, was \"0\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> survey(chain, -1, 0))
                    .withMessage("freeOutputs must be 0 to 2147483647, was \"-1\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> survey(chain, 0, -1))
                    .withMessage("subscribers must be 0 to 2147483647, was \"-1\"");
        }
    }

    private static PonPort ponPort(Set<Technology> technologies, int limit) {
        return new PonPort(PON, technologies, limit, Optional.of(OpticalPower.ofDbm(1.5)), ServiceState.UP);
    }

    private static Splitter splitter(String id, Optional<SplitterOutputId> parent, int outputs) {
        return new Splitter(
                new SplitterId(id),
                OTHER_PON,
                parent,
                outputs,
                new GeoPosition(0, 0),
                Optional.of(Decibels.of(10.8)),
                Distance.ofMetres(900));
    }

    private static SplitterSurvey survey(List<Splitter> chain, int free, int subscribers) {
        return new SplitterSurvey(chain, ponPort(Set.of(Technology.GPON), 64), ServiceState.UP, free, subscribers);
    }
}
