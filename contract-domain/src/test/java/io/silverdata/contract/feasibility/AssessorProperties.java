package io.silverdata.contract.feasibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.SplitterAssessment;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterSurvey;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.model.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class AssessorProperties {
    private static final FeasibilityPolicy POLICY =
            FeasibilityPolicy.builder().maxKept(3).build();
    private static final Assessor ASSESSOR = new Assessor(POLICY);
    private static final SplitterId WANTED = new SplitterId("NAP-0");

    /** Which of the inputs nobody knows. */
    enum Missing {
        TRANSMIT_POWER,
        FIRST_LOSS,
        LAST_LOSS,
        OLT_STATE,
        PON_PORT_STATE;

        Street from(Street street) {
            return switch (this) {
                case TRANSMIT_POWER -> street.transmitPower(Optional.empty());
                case FIRST_LOSS -> street.losses(List.of(Optional.empty(), Optional.of(Decibels.of(7.2))));
                case LAST_LOSS -> street.losses(List.of(Optional.of(Decibels.of(7.2)), Optional.empty()));
                case OLT_STATE -> street.states(ServiceState.UNKNOWN, street.ponPort());
                case PON_PORT_STATE -> street.states(street.olt(), ServiceState.UNKNOWN);
            };
        }
    }

    @Property
    void an_unknown_input_never_reads_as_qualified(@ForAll("streets") Street street, @ForAll Missing missing) {
        Street unsure = missing.from(street);

        Assessment assessment = ASSESSOR.assess(Street.HOUSE, Street.PLAN, List.of(unsure.survey()), Street.NOW);

        assertThat(assessment.verdict()).isIn(Verdict.UNKNOWN, Verdict.UNQUALIFIED);
        assertThat(assessment.qualified()).isEmpty();
    }

    @Property
    void what_fails_for_certain_fails_whatever_else_is_not_known(
            @ForAll("streets") Street street, @ForAll Missing missing) {
        Street unsure = missing.from(street.full());

        Verdict verdict = unsure.assessed().verdict();

        assertThat(verdict).isEqualTo(Verdict.UNQUALIFIED);
    }

    @Property
    void a_verdict_that_qualifies_has_a_splitter_that_does(@ForAll("neighbourhoods") List<Street> streets) {
        Assessment free = assess(streets);
        Assessment asked = assessWanted(streets);

        assertThat(free.verdict().allowsReservation())
                .isEqualTo(!free.qualified().isEmpty());
        assertThat(asked.verdict().allowsReservation())
                .isEqualTo(!asked.qualified().isEmpty());
    }

    @Property
    void the_verdict_is_that_of_the_best_splitter(@ForAll("neighbourhoods") List<Street> streets) {
        Assessment assessment = assess(streets);

        assertThat(assessment.verdict())
                .isEqualTo(alone(streets).stream()
                        .map(SplitterAssessment::verdict)
                        .min(Comparator.naturalOrder())
                        .orElse(Verdict.UNQUALIFIED));
    }

    @Property
    void what_was_asked_for_decides_unless_only_others_qualify(@ForAll("neighbourhoods") List<Street> streets) {
        Assessment assessment = assessWanted(streets);

        Verdict asked = assessment.of(WANTED).map(SplitterAssessment::verdict).orElse(Verdict.UNQUALIFIED);
        Verdict free = assess(streets).verdict();
        if (asked.allowsReservation()) {
            assertThat(assessment.verdict()).isEqualTo(asked);
        } else if (free.allowsReservation()) {
            assertThat(assessment.verdict()).isEqualTo(Verdict.ALTERNATIVE);
        } else {
            assertThat(assessment.verdict()).isEqualTo(free);
        }
    }

    @Property
    void the_order_of_the_surveys_does_not_matter(
            @ForAll("neighbourhoods") List<Street> streets, @ForAll Random random) {
        List<SplitterSurvey> shuffled =
                streets.stream().map(Street::survey).collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(shuffled, random);

        Assessment assessment = ASSESSOR.assess(Street.HOUSE, Street.PLAN, shuffled, Street.NOW);

        assertThat(assessment).isEqualTo(assess(streets));
    }

    @Property
    void the_nearest_come_first_and_no_better_one_is_left_out(@ForAll("neighbourhoods") List<Street> streets) {
        Assessment assessment = assess(streets);

        List<SplitterAssessment> kept = assessment.splitters();
        List<SplitterAssessment> leftOut =
                alone(streets).stream().filter(found -> !kept.contains(found)).toList();
        assertThat(kept).hasSize(Math.min(POLICY.maxKept(), streets.size()));
        assertThat(kept)
                .isSortedAccordingTo(
                        Comparator.comparing(SplitterAssessment::drop).thenComparing(SplitterAssessment::splitter));
        assertThat(leftOut)
                .allSatisfy(out -> assertThat(kept)
                        .allSatisfy(in -> assertThat(in.verdict()).isLessThanOrEqualTo(out.verdict())));
    }

    @Property
    void the_splitter_asked_for_comes_first_and_the_nearest_next(@ForAll("neighbourhoods") List<Street> streets) {
        List<SplitterAssessment> found = assessWanted(streets).splitters();

        boolean surveyed = streets.stream().anyMatch(street -> street.id().equals(WANTED));
        List<SplitterAssessment> others = found.subList(surveyed ? 1 : 0, found.size());
        assertThat(surveyed)
                .isEqualTo(!found.isEmpty() && found.get(0).splitter().equals(WANTED));
        assertThat(others).noneMatch(other -> other.splitter().equals(WANTED));
        assertThat(others)
                .isSortedAccordingTo(
                        Comparator.comparing(SplitterAssessment::drop).thenComparing(SplitterAssessment::splitter));
    }

    @Property
    void worse_never_makes_the_verdict_better(
            @ForAll("streets") Street street,
            @ForAll @IntRange(max = 1_000) int loss,
            @ForAll @LongRange(max = 10_000) long feed,
            @ForAll @IntRange(max = 5) int outputs,
            @ForAll @IntRange(max = 40) int subscribers,
            @ForAll @LongRange(max = 200) long away) {
        SplitterAssessment before = street.assessed();

        SplitterAssessment after = street.losses(street.losses().stream()
                        .map(known -> known.map(decibels -> decibels.plus(new Decibels(loss))))
                        .toList())
                .feedMetres(street.feedMetres() + feed)
                .freeOutputs(Math.max(0, street.freeOutputs() - outputs))
                .subscribers(street.subscribers() + subscribers)
                .metresAway(street.metresAway() + away)
                .assessed();

        // light that is too strong, or nearly, is the one thing that loss makes better
        boolean tooBright = before.predictedPower()
                .filter(power -> power.compareTo(OpticalPower.ofDbm(-11)) > 0)
                .isPresent();
        if (!tooBright) {
            assertThat(after.verdict()).isGreaterThanOrEqualTo(before.verdict());
        }
    }

    @Provide
    Arbitrary<List<Street>> neighbourhoods() {
        return Arbitraries.integers()
                .between(0, 7)
                .list()
                .ofMaxSize(7)
                .uniqueElements()
                .flatMap(numbers -> streets().list().ofSize(numbers.size()).map(streets -> {
                    List<Street> named = new ArrayList<>();
                    for (int i = 0; i < numbers.size(); i++) {
                        named.add(named(streets.get(i), "NAP-" + numbers.get(i)));
                    }
                    return List.copyOf(named);
                }));
    }

    @Provide
    Arbitrary<Street> streets() {
        Arbitrary<Optional<Decibels>> loss =
                Arbitraries.integers().between(300, 1_500).map(Decibels::new).optional(0.95);
        Arbitrary<ServiceState> state = Arbitraries.frequency(
                Tuple.of(12, ServiceState.UP), Tuple.of(1, ServiceState.DOWN), Tuple.of(1, ServiceState.UNKNOWN));
        Arbitrary<Street> radio = Combinators.combine(
                        Arbitraries.longs().between(0, 5).map(steps -> steps * 50),
                        loss.list().ofMinSize(1).ofMaxSize(2),
                        Arbitraries.longs().between(0, 10_000),
                        Arbitraries.integers()
                                .between(100, 500)
                                .map(OpticalPower::new)
                                .optional(0.95),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, 66),
                        state,
                        state)
                .as((away, losses, feed, power, free, subscribers, olt, ponPort) -> new Street(
                        "NAP-1", away, losses, feed, power, free, subscribers, olt, ponPort, Technology.GPON));
        return Combinators.combine(
                        radio, Arbitraries.frequency(Tuple.of(12, Technology.GPON), Tuple.of(1, Technology.XGS_PON)))
                .as(Street::technology);
    }

    private static Street named(Street street, String name) {
        return new Street(
                name,
                street.metresAway(),
                street.losses(),
                street.feedMetres(),
                street.transmitPower(),
                street.freeOutputs(),
                street.subscribers(),
                street.olt(),
                street.ponPort(),
                street.technology());
    }

    private static Assessment assess(List<Street> streets) {
        return ASSESSOR.assess(
                Street.HOUSE, Street.PLAN, streets.stream().map(Street::survey).toList(), Street.NOW);
    }

    private static Assessment assessWanted(List<Street> streets) {
        return ASSESSOR.assess(
                Street.HOUSE, Street.PLAN, streets.stream().map(Street::survey).toList(), WANTED, Street.NOW);
    }

    private static List<SplitterAssessment> alone(List<Street> streets) {
        return streets.stream().map(Street::assessed).toList();
    }
}
