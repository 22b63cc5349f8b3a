package io.silverdata.contract.adapters.radius;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.radius.Reactions.Request;
import io.silverdata.contract.adapters.radius.dynauth.Answer;
import io.silverdata.contract.adapters.radius.dynauth.ErrorCause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each cell of the table: what follows from a cause that comes for the first time, and from the same once more. */
class ReactionsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest(name = "{0} to a disconnect: {1}, then {2}")
    @CsvSource({
        "202, TRY_LATER, TRY_LATER",
        "401, ASK_WITH_LESS, REFUSED",
        "402, ASK_WITH_ALL, REFUSED",
        "403, REFUSED, REFUSED",
        "404, REFUSED, REFUSED",
        "405, REFUSED, REFUSED",
        "406, REFUSED, REFUSED",
        "407, ASK_WITH_LESS, REFUSED",
        "501, REFUSED, REFUSED",
        "502, TRY_LATER, TRY_LATER",
        "503, LOOK_AGAIN, NOT_FOUND",
        "504, TRY_LATER, TRY_LATER",
        "505, TRY_LATER, TRY_LATER",
        "506, TRY_LATER, TRY_LATER",
        "507, PENDING, PENDING",
        "508, ASK_WITH_ALL, REFUSED",
        "509, TRY_LATER, TRY_LATER",
        "601, TRY_LATER, TRY_LATER",
        "999, TRY_LATER, TRY_LATER"
    })
    void to_a_disconnect(int cause, Reaction first, Reaction again) {
        Reactions reactions = new Reactions();

        assertThat(reactions.to(Request.DISCONNECT, rejected(cause, false), NOW))
                .isEqualTo(first);
        assertThat(reactions.to(Request.DISCONNECT, rejected(cause, false), NOW))
                .isEqualTo(again);
    }

    @ParameterizedTest(name = "{0} to a change: {1}, then {2}")
    @CsvSource({
        "202, RECONNECT, RECONNECT",
        "401, ASK_WITH_LESS, RECONNECT",
        "402, ASK_WITH_ALL, RECONNECT",
        "403, REFUSED, REFUSED",
        "404, REFUSED, REFUSED",
        "405, RECONNECT_FROM_NOW_ON, RECONNECT_FROM_NOW_ON",
        "406, RECONNECT_FROM_NOW_ON, RECONNECT_FROM_NOW_ON",
        "407, REFUSED, REFUSED",
        "501, RECONNECT, RECONNECT",
        "502, TRY_LATER, TRY_LATER",
        "503, LOOK_AGAIN, NOT_FOUND",
        "504, TRY_LATER, TRY_LATER",
        "505, TRY_LATER, TRY_LATER",
        "506, TRY_LATER, TRY_LATER",
        "507, PENDING, PENDING",
        "508, ASK_WITH_ALL, REFUSED",
        "509, RECONNECT, RECONNECT",
        "601, RECONNECT, RECONNECT",
        "999, RECONNECT, RECONNECT"
    })
    void to_a_change(int cause, Reaction first, Reaction again) {
        Reactions reactions = new Reactions();

        assertThat(reactions.to(Request.CHANGE, rejected(cause, false), NOW)).isEqualTo(first);
        assertThat(reactions.to(Request.CHANGE, rejected(cause, false), NOW)).isEqualTo(again);
    }

    @Test
    void takes_no_cause_for_a_temporary_no_to_a_disconnect_and_closes_a_session_that_it_cannot_change() {
        Answer unexplained = new Answer.Rejected(Optional.empty(), Optional.empty(), false);

        assertThat(new Reactions().to(Request.DISCONNECT, unexplained, NOW)).isEqualTo(Reaction.TRY_LATER);
        assertThat(new Reactions().to(Request.CHANGE, unexplained, NOW)).isEqualTo(Reaction.RECONNECT);
    }

    @Test
    void takes_not_found_after_a_retransmission_for_a_lost_yes_to_a_disconnect_only() {
        assertThat(new Reactions().to(Request.DISCONNECT, rejected(503, true), NOW))
                .isEqualTo(Reaction.GONE);
        assertThat(new Reactions().to(Request.CHANGE, rejected(503, true), NOW)).isEqualTo(Reaction.LOOK_AGAIN);
        assertThat(new Reactions().to(Request.DISCONNECT, rejected(506, true), NOW))
                .isEqualTo(Reaction.TRY_LATER);
    }

    @Test
    void takes_yes_for_yes() {
        assertThat(new Reactions().to(Request.DISCONNECT, new Answer.Acknowledged(), NOW))
                .isEqualTo(Reaction.ACKNOWLEDGED);
        assertThat(new Reactions().to(Request.CHANGE, new Answer.Acknowledged(), NOW))
                .isEqualTo(Reaction.ACKNOWLEDGED);
    }

    @Test
    void takes_silence_for_nothing_unless_the_nas_is_up_and_ignores_changes() {
        Answer dead = new Answer.TimedOut(3, Optional.empty());
        Answer longSilent = new Answer.TimedOut(3, Optional.of(NOW.minus(Duration.ofHours(1))));
        Answer alive = new Answer.TimedOut(3, Optional.of(NOW.minusSeconds(10)));

        assertThat(new Reactions().to(Request.CHANGE, dead, NOW)).isEqualTo(Reaction.NO_ANSWER);
        assertThat(new Reactions().to(Request.CHANGE, longSilent, NOW)).isEqualTo(Reaction.NO_ANSWER);
        assertThat(new Reactions().to(Request.CHANGE, alive, NOW)).isEqualTo(Reaction.RECONNECT);
        assertThat(new Reactions().to(Request.DISCONNECT, alive, NOW)).isEqualTo(Reaction.NO_ANSWER);
    }

    @Test
    void takes_what_was_not_sent_for_not_sent() {
        Answer unsent = new Answer.NotSent(Answer.Reason.UNREACHABLE, "nobody listens");

        assertThat(new Reactions().to(Request.DISCONNECT, unsent, NOW)).isEqualTo(Reaction.NOT_SENT);
        assertThat(new Reactions().to(Request.CHANGE, unsent, NOW)).isEqualTo(Reaction.NOT_SENT);
    }

    @Test
    void ends_for_any_row_of_refusals() {
        Reactions reactions = new Reactions();
        int asked = 0;

        // a NAS that gives every cause in turn, over and over
        for (int cause : new int[] {401, 402, 407, 508, 503, 401, 402, 407, 508, 503}) {
            Reaction reaction = reactions.to(Request.DISCONNECT, rejected(cause, false), NOW);
            if (reaction == Reaction.ASK_WITH_ALL || reaction == Reaction.ASK_WITH_LESS) {
                asked++;
            }
        }

        assertThat(asked).isEqualTo(4);
    }

    private static Answer rejected(int cause, boolean retransmitted) {
        return new Answer.Rejected(Optional.of(new ErrorCause(cause)), Optional.of("because"), retransmitted);
    }
}
