package io.silverdata.contract.feasibility;

import static io.silverdata.contract.feasibility.Street.good;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.SplitterAssessment;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.Verdict;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessorTest {
    private static final Street NEAR = good("NEAR").metresAway(50);
    private static final Street MIDDLE = good("MIDDLE").metresAway(100);
    private static final Street FAR = good("FAR").metresAway(150);

    @Test
    void names_the_nearest_first() {
        Assessment assessment = assess(FAR, NEAR, MIDDLE);

        assertThat(names(assessment)).containsExactly("NEAR", "MIDDLE", "FAR");
        assertThat(assessment.verdict()).isEqualTo(Verdict.QUALIFIED);
    }

    @Test
    void names_the_lesser_name_first_of_equally_near_ones() {
        Assessment assessment = assess(good("B"), good("C"), good("A"));

        assertThat(names(assessment)).containsExactly("A", "B", "C");
    }

    @Test
    void names_the_pon_port_of_a_splitter() {
        Assessment assessment = assess(NEAR);

        assertThat(assessment.splitters())
                .singleElement()
                .extracting(SplitterAssessment::ponPort)
                .isEqualTo(Street.PON);
    }

    @Test
    void holds_for_as_long_as_the_policy_says() {
        FeasibilityPolicy hasty =
                FeasibilityPolicy.builder().validity(Duration.ofHours(36)).build();

        Assessment byDefault = assess(NEAR);
        Assessment byPolicy = assess(hasty, NEAR);
        Assessment asked = assess(hasty, NEAR.id(), NEAR);

        assertThat(byDefault.expiresAt()).isEqualTo(Street.NOW.plus(Duration.ofDays(7)));
        assertThat(byPolicy.expiresAt()).isEqualTo(Street.NOW.plus(Duration.ofHours(36)));
        assertThat(asked.expiresAt()).isEqualTo(Street.NOW.plus(Duration.ofHours(36)));
    }

    @Test
    void cannot_serve_an_address_without_splitters() {
        Assessment assessment = assess();

        assertThat(assessment.verdict()).isEqualTo(Verdict.UNQUALIFIED);
        assertThat(assessment.splitters()).isEmpty();
    }

    @Test
    void is_as_good_as_the_best_splitter() {
        assertThat(assess(NEAR.nearlyFull(), FAR).verdict()).isEqualTo(Verdict.QUALIFIED);
        assertThat(assess(NEAR.full(), MIDDLE.unknown(), FAR.nearlyFull()).verdict())
                .isEqualTo(Verdict.QUALIFIED_WITH_WARNINGS);
        assertThat(assess(NEAR.full(), FAR.unknown()).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(assess(NEAR.full(), FAR.full()).verdict()).isEqualTo(Verdict.UNQUALIFIED);
    }

    @Test
    void keeps_the_better_ones_before_the_nearer_ones() {
        FeasibilityPolicy two = FeasibilityPolicy.builder().maxKept(2).build();

        assertThat(names(assess(two, NEAR.full(), MIDDLE, FAR))).containsExactly("MIDDLE", "FAR");
        assertThat(names(assess(two, NEAR.unknown(), MIDDLE.full(), FAR))).containsExactly("NEAR", "FAR");
        assertThat(names(assess(two, NEAR, MIDDLE, FAR))).containsExactly("NEAR", "MIDDLE");
    }

    @Test
    void keeps_five_by_default() {
        Assessment assessment = assess(good("A"), good("B"), good("C"), good("D"), good("E"), good("F"));

        assertThat(names(assessment)).containsExactly("A", "B", "C", "D", "E");
    }

    @Test
    void believes_the_first_of_two_surveys() {
        Assessment assessment = assess(NEAR.full(), NEAR);

        assertThat(names(assessment)).containsExactly("NEAR");
        assertThat(assessment.verdict()).isEqualTo(Verdict.UNQUALIFIED);
    }

    @Test
    void puts_the_splitter_asked_for_first() {
        Assessment assessment = assess(MIDDLE.id(), NEAR, FAR, MIDDLE);

        assertThat(names(assessment)).containsExactly("MIDDLE", "NEAR", "FAR");
        assertThat(assessment.verdict()).isEqualTo(Verdict.QUALIFIED);
    }

    @Test
    void gives_the_verdict_on_the_splitter_asked_for_if_it_qualifies() {
        Assessment assessment = assess(FAR.id(), NEAR, FAR.nearlyFull());

        assertThat(assessment.verdict()).isEqualTo(Verdict.QUALIFIED_WITH_WARNINGS);
    }

    @Test
    void offers_alternatives_if_the_splitter_asked_for_does_not_qualify() {
        Assessment full = assess(NEAR.id(), NEAR.full(), FAR.nearlyFull());
        Assessment unknown = assess(NEAR.id(), NEAR.unknown(), FAR);

        assertThat(full.verdict()).isEqualTo(Verdict.ALTERNATIVE);
        assertThat(full.qualified()).extracting(SplitterAssessment::splitter).containsExactly(FAR.id());
        assertThat(unknown.verdict()).isEqualTo(Verdict.ALTERNATIVE);
    }

    @Test
    void offers_no_alternative_that_does_not_qualify() {
        assertThat(assess(NEAR.id(), NEAR.full(), FAR.full()).verdict()).isEqualTo(Verdict.UNQUALIFIED);
        assertThat(assess(NEAR.id(), NEAR.unknown(), FAR.full()).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(assess(NEAR.id(), NEAR.full(), FAR.unknown()).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(assess(NEAR.id(), NEAR.full()).verdict()).isEqualTo(Verdict.UNQUALIFIED);
    }

    @Test
    void keeps_an_alternative_beside_the_splitter_asked_for_however_few_are_kept() {
        FeasibilityPolicy one = FeasibilityPolicy.builder().maxKept(1).build();

        Assessment assessment = assess(one, NEAR.id(), NEAR.full(), MIDDLE, FAR);

        assertThat(names(assessment)).containsExactly("NEAR", "MIDDLE");
        assertThat(assessment.verdict()).isEqualTo(Verdict.ALTERNATIVE);
    }

    @Test
    void offers_alternatives_to_a_splitter_that_was_not_surveyed() {
        assertThat(assess(new SplitterId("GONE"), NEAR).verdict()).isEqualTo(Verdict.ALTERNATIVE);
        assertThat(assess(new SplitterId("GONE"), NEAR.unknown()).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(assess(new SplitterId("GONE")).verdict()).isEqualTo(Verdict.UNQUALIFIED);
    }

    private static Assessment assess(Street... streets) {
        return assess(FeasibilityPolicy.defaults(), streets);
    }

    private static Assessment assess(FeasibilityPolicy policy, Street... streets) {
        return new Assessor(policy)
                .assess(
                        Street.HOUSE,
                        Street.PLAN,
                        Arrays.stream(streets).map(Street::survey).toList(),
                        Street.NOW);
    }

    private static Assessment assess(SplitterId wanted, Street... streets) {
        return assess(FeasibilityPolicy.defaults(), wanted, streets);
    }

    private static Assessment assess(FeasibilityPolicy policy, SplitterId wanted, Street... streets) {
        return new Assessor(policy)
                .assess(
                        Street.HOUSE,
                        Street.PLAN,
                        Arrays.stream(streets).map(Street::survey).toList(),
                        wanted,
                        Street.NOW);
    }

    private static List<String> names(Assessment assessment) {
        return assessment.splitters().stream()
                .map(splitter -> splitter.splitter().value())
                .toList();
    }
}
