package io.silverdata.contract.model;

import static io.silverdata.contract.model.FeasibilityCheck.Result.FAIL;
import static io.silverdata.contract.model.FeasibilityCheck.Result.PASS;
import static io.silverdata.contract.model.FeasibilityCheck.Result.UNKNOWN;
import static io.silverdata.contract.model.FeasibilityCheck.Result.WARN;
import static io.silverdata.contract.model.Situations.MORNING;
import static io.silverdata.contract.model.Situations.PON;
import static io.silverdata.contract.model.Situations.assessment;
import static io.silverdata.contract.model.Situations.splitter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AssessmentTest {

    static Stream<Arguments> answers() {
        return Stream.of(
                arguments(List.of(), Verdict.UNKNOWN),
                arguments(List.of(PASS, PASS), Verdict.QUALIFIED),
                arguments(List.of(PASS, WARN, PASS), Verdict.QUALIFIED_WITH_WARNINGS),
                arguments(List.of(WARN, UNKNOWN, PASS), Verdict.UNKNOWN),
                arguments(List.of(UNKNOWN, FAIL, PASS), Verdict.UNQUALIFIED));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void the_worst_answer_decides_on_a_splitter(List<FeasibilityCheck.Result> results, Verdict verdict) {
        SplitterAssessment found = splitter("NAP-1", PON, results.toArray(FeasibilityCheck.Result[]::new));

        assertThat(found.verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "QUALIFIED, true",
        "QUALIFIED_WITH_WARNINGS, true",
        "ALTERNATIVE, true",
        "UNKNOWN, false",
        "UNQUALIFIED, false"
    })
    void a_port_is_reserved_on_a_yes_only(Verdict verdict, boolean allowed) {
        assertThat(verdict.allowsReservation()).isEqualTo(allowed);
    }

    @Test
    void names_the_splitters_that_can_serve_the_address_in_order() {
        Assessment answer = assessment(Verdict.QUALIFIED, MORNING);

        assertThat(answer.qualified().stream().map(found -> found.splitter().value()))
                .containsExactly("NAP-1", "NAP-2");
    }

    @Test
    void finds_what_was_said_of_a_splitter() {
        Assessment answer = assessment(Verdict.QUALIFIED, MORNING);

        assertThat(answer.of(new SplitterId("NAP-3")).map(SplitterAssessment::verdict))
                .contains(Verdict.UNQUALIFIED);
        assertThat(answer.of(new SplitterId("NAP-8"))).isEmpty();
    }

    @Test
    void is_too_old_from_its_expiry_on() {
        Assessment answer = assessment(Verdict.QUALIFIED, MORNING);

        assertThat(answer.isOver(MORNING.minusNanos(1))).isFalse();
        assertThat(answer.isOver(MORNING)).isTrue();
    }

    @Test
    void objects_when_too_old_and_when_it_is_no() {
        Assessment yes = assessment(Verdict.QUALIFIED, MORNING);
        Assessment no = assessment(Verdict.UNKNOWN, MORNING);

        assertThat(yes.objection(MORNING.minusNanos(1))).isEmpty();
        assertThat(yes.objection(MORNING)).contains(new Rejection.AssessmentExpired(MORNING));
        assertThat(no.objection(MORNING.minusNanos(1)))
                .contains(new Rejection.NotQualified(Verdict.UNKNOWN, Optional.empty()));
    }

    @Test
    void keeps_the_figures_of_a_check_short() {
        assertThat(new FeasibilityCheck(FeasibilityCheck.Kind.TECHNOLOGY, PASS, "x".repeat(256)).detail())
                .hasSize(256);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeasibilityCheck(FeasibilityCheck.Kind.TECHNOLOGY, PASS, "x".repeat(257)))
                .withMessageStartingWith("detail must be at most 256 characters");
    }
}
