package io.silverdata.contract.adapters.radius.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.radius.dynauth.Answer;
import io.silverdata.contract.adapters.radius.dynauth.ErrorCause;
import io.silverdata.contract.adapters.radius.session.SessionResult.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each cell of the table: the step after a cause that comes for the first time, and after the same once more. */
class AnswerRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest(name = "{0} to a disconnect: {1}, then {2}")
    @CsvSource({
        "202, LATER, LATER",
        "401, RESEND_MINIMAL, REFUSED",
        "402, RESEND_FULL, REFUSED",
        "403, REFUSED, REFUSED",
        "404, REFUSED, REFUSED",
        "405, REFUSED, REFUSED",
        "406, REFUSED, REFUSED",
        "407, RESEND_MINIMAL, REFUSED",
        "501, REFUSED, REFUSED",
        "502, LATER, LATER",
        "503, SEARCH_AND_RESEND, SEARCH_AND_FINISH",
        "504, LATER, LATER",
        "505, LATER, LATER",
        "506, LATER, LATER",
        "507, PENDING, PENDING",
        "508, RESEND_FULL, REFUSED",
        "509, LATER, LATER",
        "601, LATER, LATER",
        "999, LATER, LATER"
    })
    void a_refused_disconnect_leads_to(int cause, String first, String again) {
        AnswerRules rules = new AnswerRules(true);

        assertThat(rules.after(RequestType.DISCONNECT, rejected(cause, false), NOW))
                .isEqualTo(step(first));
        assertThat(rules.after(RequestType.DISCONNECT, rejected(cause, false), NOW))
                .isEqualTo(step(again));
    }

    @ParameterizedTest(name = "{0} to a change: {1}, then {2}")
    @CsvSource({
        "202, DISCONNECT, DISCONNECT",
        "401, RESEND_MINIMAL, DISCONNECT",
        "402, RESEND_FULL, DISCONNECT",
        "403, REFUSED, REFUSED",
        "404, REFUSED, REFUSED",
        "405, DISCONNECT_FROM_NOW_ON, DISCONNECT_FROM_NOW_ON",
        "406, DISCONNECT_FROM_NOW_ON, DISCONNECT_FROM_NOW_ON",
        "407, REFUSED, REFUSED",
        "501, DISCONNECT, DISCONNECT",
        "502, LATER, LATER",
        "503, SEARCH_AND_RESEND, SEARCH_AND_FINISH",
        "504, LATER, LATER",
        "505, LATER, LATER",
        "506, LATER, LATER",
        "507, PENDING, PENDING",
        "508, RESEND_FULL, REFUSED",
        "509, DISCONNECT, DISCONNECT",
        "601, DISCONNECT, DISCONNECT",
        "999, DISCONNECT, DISCONNECT"
    })
    void a_refused_change_leads_to(int cause, String first, String again) {
        AnswerRules rules = new AnswerRules(true);

        assertThat(rules.after(RequestType.CHANGE, rejected(cause, false), NOW)).isEqualTo(step(first));
        assertThat(rules.after(RequestType.CHANGE, rejected(cause, false), NOW)).isEqualTo(step(again));
    }

    @Test
    void a_nak_without_a_cause_is_temporary_for_a_disconnect_and_closes_a_session_that_cannot_be_changed() {
        Answer unexplained = new Answer.Rejected(Optional.empty(), Optional.empty(), false);

        assertThat(after(RequestType.DISCONNECT, unexplained)).isEqualTo(step("LATER"));
        assertThat(after(RequestType.CHANGE, unexplained)).isEqualTo(step("DISCONNECT"));
    }

    @Test
    void a_503_after_a_retransmission_means_that_the_ack_was_lost_but_only_for_a_disconnect() {
        assertThat(after(RequestType.DISCONNECT, rejected(503, true))).isEqualTo(step("CLOSE_ACKNOWLEDGED"));
        assertThat(after(RequestType.CHANGE, rejected(503, true))).isEqualTo(step("SEARCH_AND_RESEND"));
        assertThat(after(RequestType.DISCONNECT, rejected(506, true))).isEqualTo(step("LATER"));
    }

    @Test
    void an_ack_ends_the_update() {
        assertThat(after(RequestType.DISCONNECT, new Answer.Acknowledged())).isEqualTo(step("CLOSE_ACKNOWLEDGED"));
        assertThat(after(RequestType.CHANGE, new Answer.Acknowledged())).isEqualTo(step("CHANGE_ACKNOWLEDGED"));
    }

    @Test
    void a_missing_answer_is_unknown_unless_the_nas_is_up_and_ignores_changes() {
        Answer dead = new Answer.TimedOut(3, Optional.empty());
        Answer longSilent = new Answer.TimedOut(3, Optional.of(NOW.minus(Duration.ofHours(1))));
        Answer alive = new Answer.TimedOut(3, Optional.of(NOW.minusSeconds(10)));

        assertThat(after(RequestType.CHANGE, dead)).isEqualTo(step("NO_ANSWER"));
        assertThat(after(RequestType.CHANGE, longSilent)).isEqualTo(step("NO_ANSWER"));
        assertThat(after(RequestType.CHANGE, alive)).isEqualTo(step("DISCONNECT"));
        assertThat(after(RequestType.DISCONNECT, alive)).isEqualTo(step("NO_ANSWER"));
    }

    @Test
    void a_request_that_was_not_sent_changed_nothing() {
        Answer unsent = new Answer.NotSent(Answer.Reason.UNREACHABLE, "nobody listens");

        assertThat(after(RequestType.DISCONNECT, unsent)).isEqualTo(step("NOT_SENT"));
        assertThat(after(RequestType.CHANGE, unsent)).isEqualTo(step("NOT_SENT"));
    }

    @Test
    void any_series_of_refusals_comes_to_an_end() {
        AnswerRules rules = new AnswerRules(true);
        int resent = 0;

        // a NAS that gives every cause in turn, over and over
        for (int cause : new int[] {401, 402, 407, 508, 503, 401, 402, 407, 508, 503}) {
            if (rules.after(RequestType.DISCONNECT, rejected(cause, false), NOW) instanceof NextStep.Resend) {
                resent++;
            }
        }

        assertThat(resent).isEqualTo(4);
    }

    private static NextStep after(RequestType request, Answer answer) {
        return new AnswerRules(true).after(request, answer, NOW);
    }

    /** The name of an outcome stands for the end with it. */
    private static NextStep step(String name) {
        return switch (name) {
            case "RESEND_MINIMAL" -> new NextStep.Resend(SessionIdentification.MINIMAL);
            case "RESEND_FULL" -> new NextStep.Resend(SessionIdentification.FULL);
            case "SEARCH_AND_RESEND" -> new NextStep.Search(true);
            case "SEARCH_AND_FINISH" -> new NextStep.Search(false);
            case "DISCONNECT" -> new NextStep.Disconnect(false);
            case "DISCONNECT_FROM_NOW_ON" -> new NextStep.Disconnect(true);
            default -> new NextStep.Finish(Outcome.valueOf(name));
        };
    }

    private static Answer rejected(int cause, boolean retransmitted) {
        return new Answer.Rejected(Optional.of(new ErrorCause(cause)), Optional.of("because"), retransmitted);
    }
}
