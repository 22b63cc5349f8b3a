package io.silverdata.contract.feasibility;

import static io.silverdata.contract.feasibility.Street.good;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.FeasibilityCheck;
import io.silverdata.contract.model.FeasibilityCheck.Kind;
import io.silverdata.contract.model.FeasibilityCheck.Result;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.SplitterAssessment;
import io.silverdata.contract.model.SplitterSurvey;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.model.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {
    private static final FeasibilityPolicy TRUSTING = FeasibilityPolicy.builder()
            .optics(OpticalDesign.builder().assumeTypicalLoss(true).build())
            .build();

    @Test
    void asks_every_question_that_can_be_answered_from_a_survey() {
        SplitterAssessment found = good("NAP-1").assessed();

        assertThat(found.checks())
                .extracting(FeasibilityCheck::kind)
                .containsExactly(
                        Kind.SPLITTER_OUTPUT_FREE,
                        Kind.PON_SUBSCRIBER_LIMIT,
                        Kind.DROP_DISTANCE,
                        Kind.OPTICAL_BUDGET,
                        Kind.NETWORK_UP,
                        Kind.TECHNOLOGY);
        assertThat(found.checks()).extracting(FeasibilityCheck::result).containsOnly(Result.PASS);
        assertThat(found.verdict()).isEqualTo(Verdict.QUALIFIED);
    }

    @ParameterizedTest
    @CsvSource({"0, FAIL", "1, PASS", "8, PASS"})
    void wants_a_free_output(int free, Result expected) {
        FeasibilityCheck check = good("NAP-1").freeOutputs(free).check(Kind.SPLITTER_OUTPUT_FREE);

        assertThat(check.result()).isEqualTo(expected);
        assertThat(check.detail()).isEqualTo(free + " of 8 outputs free");
    }

    @ParameterizedTest
    @CsvSource({"56, PASS, 57", "57, WARN, 58", "63, WARN, 64", "64, FAIL, 65", "2147483647, FAIL, 2147483648"})
    void wants_a_place_on_the_pon_port(int subscribers, Result expected, long withThisOne) {
        FeasibilityCheck check = good("NAP-1").subscribers(subscribers).check(Kind.PON_SUBSCRIBER_LIMIT);

        assertThat(check.result()).isEqualTo(expected);
        assertThat(check.detail()).isEqualTo(withThisOne + " subscribers with this one, at most 64");
    }

    @ParameterizedTest
    @CsvSource({"0, PASS, 0", "207, PASS, 269", "208, PASS, 270", "209, WARN, 272", "231, WARN, 300", "232, FAIL, 302"})
    void wants_a_short_drop(long metresAway, Result expected, long drop) {
        Street street = good("NAP-1").metresAway(metresAway);

        FeasibilityCheck check = street.check(Kind.DROP_DISTANCE);

        assertThat(check.result()).isEqualTo(expected);
        assertThat(check.detail())
                .isEqualTo(
                        "drop of about " + drop + " m (" + metresAway + " m as the crow flies x 1.3), at most 300 m");
        assertThat(street.assessed().drop()).isEqualTo(Distance.ofMetres(drop));
    }

    @Test
    void never_warns_of_a_limit_when_the_policy_does_not_want_it() {
        FeasibilityPolicy calm = FeasibilityPolicy.builder().warnPercent(100).build();

        Result drop =
                good("NAP-1").metresAway(231).check(Kind.DROP_DISTANCE, calm).result();
        Result pon = good("NAP-1")
                .subscribers(63)
                .check(Kind.PON_SUBSCRIBER_LIMIT, calm)
                .result();

        assertThat(drop).isEqualTo(Result.PASS);
        assertThat(pon).isEqualTo(Result.PASS);
    }

    @Test
    void counts_feed_drop_and_all_splitters_of_the_chain_in_the_optical_budget() {
        Street street = good("NAP-1")
                .losses(List.of(Optional.of(Decibels.of(7.2)), Optional.of(Decibels.of(10.8))))
                .feedMetres(2_435)
                .metresAway(100);

        SplitterAssessment found = street.assessed();

        // 2 x 2435 m + 130 m = 5 km; 4 connectors, 2 + 2 x 2 splices
        assertThat(street.check(Kind.OPTICAL_BUDGET).detail())
                .isEqualTo("1.50 dBm - 18.00 dB splitters - 2.00 dB fibre - 2.00 dB connectors - 0.60 dB splices"
                        + " - 0.00 dB ageing = -21.10 dBm, margin 5.90 dB, headroom 13.10 dB");
        assertThat(found.predictedPower()).contains(OpticalPower.ofDbm(-21.1));
        assertThat(found.margin()).contains(Decibels.of(5.9));
    }

    @ParameterizedTest
    @CsvSource({
        "6.23,  FAIL",
        "6.24,  WARN",
        "9.23,  WARN",
        "9.24,  PASS",
        "22.24, PASS",
        "22.25, WARN",
        "25.24, WARN",
        "25.25, FAIL"
    })
    void wants_enough_light_and_not_too_much(double loss, Result expected) {
        // what is sent less fibre, connectors and splices: 1.5 - 0.86 - 2.0 - 0.4 = -1.76 dBm
        Street street = good("NAP-1").loss(loss);

        assertThat(street.check(Kind.OPTICAL_BUDGET).result()).isEqualTo(expected);
    }

    @Test
    void does_not_guess_the_transmit_power() {
        Street street = good("NAP-1").transmitPower(Optional.empty());

        SplitterAssessment found = street.assessed(TRUSTING);

        assertThat(street.check(Kind.OPTICAL_BUDGET, TRUSTING))
                .isEqualTo(new FeasibilityCheck(
                        Kind.OPTICAL_BUDGET, Result.UNKNOWN, "transmit power of olt-1:0/1/3 is not known"));
        assertThat(found.predictedPower()).isEmpty();
        assertThat(found.margin()).isEmpty();
        assertThat(found.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void does_not_guess_the_loss_of_a_splitter() {
        Street street = good("NAP-1").losses(List.of(Optional.empty(), Optional.of(Decibels.of(7.2))));

        SplitterAssessment found = street.assessed();

        assertThat(street.check(Kind.OPTICAL_BUDGET))
                .isEqualTo(new FeasibilityCheck(
                        Kind.OPTICAL_BUDGET, Result.UNKNOWN, "loss of splitter NAP-1-stage-0 is not known"));
        assertThat(found.predictedPower()).isEmpty();
        assertThat(found.margin()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, UNKNOWN", "-3, UNKNOWN", "0.01, FAIL"})
    void takes_a_splitter_that_loses_nothing_for_one_of_unknown_loss(double recorded, Result expected) {
        Street street = good("NAP-1").loss(recorded).feedMetres(0);

        assertThat(street.check(Kind.OPTICAL_BUDGET).result()).isEqualTo(expected);
    }

    @Test
    void warns_at_best_when_a_loss_is_assumed() {
        Street street = good("NAP-1").losses(List.of(Optional.of(Decibels.of(7.2)), Optional.empty()));

        FeasibilityCheck check = street.check(Kind.OPTICAL_BUDGET, TRUSTING);

        assertThat(check.result()).isEqualTo(Result.WARN);
        assertThat(check.detail())
                .startsWith("1.50 dBm - 18.00 dB splitters - ")
                .endsWith("; loss of NAP-1 assumed");
        assertThat(street.assessed(TRUSTING).predictedPower()).isPresent();
    }

    @Test
    void fails_when_even_the_assumed_loss_is_too_much() {
        Street street = good("NAP-1").losses(List.of(Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(street.check(Kind.OPTICAL_BUDGET, TRUSTING).result()).isEqualTo(Result.FAIL);
    }

    @ParameterizedTest
    @CsvSource({
        "UP, UP, PASS",
        "UP, UNKNOWN, UNKNOWN",
        "UNKNOWN, UP, UNKNOWN",
        "DOWN, UP, FAIL",
        "UP, DOWN, FAIL",
        "UNKNOWN, DOWN, FAIL",
        "DOWN, UNKNOWN, FAIL"
    })
    void wants_olt_and_pon_port_in_service(ServiceState olt, ServiceState ponPort, Result expected) {
        FeasibilityCheck check = good("NAP-1").states(olt, ponPort).check(Kind.NETWORK_UP);

        assertThat(check.result()).isEqualTo(expected);
        assertThat(check.detail()).isEqualTo("OLT olt-1 is " + olt + ", PON port olt-1:0/1/3 is " + ponPort);
    }

    @ParameterizedTest
    @CsvSource({"GPON, PASS", "XGS_PON, FAIL"})
    void wants_the_technology_of_the_plan(Technology technology, Result expected) {
        FeasibilityCheck check = good("NAP-1").technology(technology).check(Kind.TECHNOLOGY);

        assertThat(check.result()).isEqualTo(expected);
        assertThat(check.detail()).isEqualTo("plan needs GPON, PON port carries [" + technology + "]");
    }

    @Test
    void does_not_ask_for_oversubscription_where_nobody_tells_what_is_sold() {
        SplitterAssessment found = good("NAP-1").assessed();

        assertThat(found.checks()).noneMatch(check -> check.kind() == Kind.OVERSUBSCRIPTION);
    }

    @ParameterizedTest
    @CsvSource({
        // the plan has 100 Mbit/s, GPON 2488.32 Mbit/s: twice that is 4976.64 Mbit/s
        "0, PASS, 100",
        "43, PASS, 4400",
        "44, WARN, 4500",
        "48, WARN, 4900",
        "49, FAIL, 5000"
    })
    void wants_the_sold_rates_within_the_agreed_share(int soldAlready, Result expected, int megabits) {
        FeasibilityPolicy twice =
                FeasibilityPolicy.builder().maxOversubscription(2).build();
        SplitterSurvey survey =
                good("NAP-1").survey().withSold(Collections.nCopies(soldAlready, Bandwidth.ofMbps(100)));

        SplitterAssessment found = new Assessor(twice)
                .assess(Street.HOUSE, Street.PLAN, List.of(survey), Street.NOW)
                .splitters()
                .get(0);

        assertThat(found.checks())
                .contains(new FeasibilityCheck(
                        Kind.OVERSUBSCRIPTION,
                        expected,
                        megabits + " Mbit/s sold with this one, at most 4976 Mbit/s (2.0 times 2488320 kbit/s)"));
    }

    @Test
    void copes_with_a_splitter_at_the_other_end_of_the_world() {
        String longName = "N".repeat(56);
        FeasibilityPolicy winding = TRUSTING.toBuilder().dropRouting(5).build();
        Street street = good(longName)
                .losses(List.of(Optional.of(Decibels.of(200)), Optional.empty()))
                .feedMetres(20_000_000)
                .metresAway(10_000_000);

        SplitterAssessment found = street.assessed(winding);

        assertThat(found.drop()).isEqualTo(Distance.ofMetres(20_000_000));
        assertThat(found.predictedPower()).contains(OpticalPower.ofDbm(-100));
        assertThat(street.check(Kind.OPTICAL_BUDGET, winding).detail()).contains("200.00 dB fibre");
        assertThat(found.verdict()).isEqualTo(Verdict.UNQUALIFIED);
    }
}
