package io.silverdata.contract.model;

import static io.silverdata.contract.model.Situations.DIFFERENT;
import static io.silverdata.contract.model.Situations.MISSING;
import static io.silverdata.contract.model.Situations.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProvisioningStateTest {
    private static final TargetState SYNCED = new TargetState(4, 4, Optional.empty(), Optional.empty());
    private static final TargetState PENDING = SYNCED.desired(7);
    private static final TargetState FAILED = PENDING.failed(TIMEOUT);
    private static final TargetState DRIFTED = SYNCED.drifted(MISSING);

    static Stream<Arguments> summaries() {
        return Stream.of(
                arguments(TargetState.UNTOUCHED, TargetState.UNTOUCHED, ProvisioningState.Summary.NOT_REQUIRED),
                arguments(SYNCED, SYNCED, ProvisioningState.Summary.IN_SYNC),
                arguments(SYNCED, PENDING, ProvisioningState.Summary.PENDING),
                arguments(PENDING, SYNCED, ProvisioningState.Summary.PENDING),
                arguments(DRIFTED, PENDING, ProvisioningState.Summary.DRIFTED),
                arguments(PENDING, DRIFTED, ProvisioningState.Summary.DRIFTED),
                arguments(FAILED, DRIFTED, ProvisioningState.Summary.FAILED),
                arguments(DRIFTED, FAILED, ProvisioningState.Summary.FAILED));
    }

    @ParameterizedTest
    @MethodSource("summaries")
    void one_word_says_the_worst_of_both(TargetState access, TargetState line, ProvisioningState.Summary summary) {
        assertThat(new ProvisioningState(access, line).summary()).isEqualTo(summary);
    }

    @Test
    void the_desired_version_is_the_later_of_both() {
        assertThat(new ProvisioningState(SYNCED, PENDING).desiredVersion()).isEqualTo(7);
        assertThat(new ProvisioningState(PENDING, SYNCED).desiredVersion()).isEqualTo(7);
        assertThat(ProvisioningState.UNTOUCHED.desiredVersion()).isZero();
    }

    @Test
    void each_side_is_its_own() {
        ProvisioningState state = new ProvisioningState(SYNCED, PENDING);

        assertThat(state.of(NetworkTarget.ACCESS)).isEqualTo(SYNCED);
        assertThat(state.of(NetworkTarget.LINE)).isEqualTo(PENDING);
        assertThat(state.with(NetworkTarget.ACCESS, DRIFTED)).isEqualTo(new ProvisioningState(DRIFTED, PENDING));
        assertThat(state.with(NetworkTarget.LINE, DRIFTED)).isEqualTo(new ProvisioningState(SYNCED, DRIFTED));
    }

    @Test
    void there_is_work_while_a_side_is_behind_or_drifted_and_not_given_up_on() {
        assertThat(new ProvisioningState(SYNCED, SYNCED).needsDelivery()).isFalse();
        assertThat(new ProvisioningState(PENDING, SYNCED).needsDelivery()).isTrue();
        assertThat(new ProvisioningState(SYNCED, DRIFTED).needsDelivery()).isTrue();
        assertThat(new ProvisioningState(FAILED, DRIFTED.failed(TIMEOUT)).needsDelivery())
                .isFalse();
    }

    @Test
    void a_side_keeps_its_drift_until_it_confirms() {
        TargetState wanted = DRIFTED.failed(TIMEOUT).desired(9);

        assertThat(wanted).isEqualTo(new TargetState(9, 4, Optional.empty(), Optional.of(MISSING)));
        assertThat(wanted.drifted(DIFFERENT).drift()).contains(DIFFERENT);
        assertThat(wanted.failed(TIMEOUT).retried()).isEqualTo(wanted);
        assertThat(wanted.confirmed()).isEqualTo(new TargetState(9, 9, Optional.empty(), Optional.empty()));
    }

    @Test
    void a_side_cannot_have_confirmed_what_was_never_wanted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TargetState(3, 4, Optional.empty(), Optional.empty()))
                .withMessage("confirmedVersion must be 0 to 3, was \"4\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TargetState(-1, 0, Optional.empty(), Optional.empty()))
                .withMessage("desiredVersion must be 0 to 9223372036854775807, was \"-1\"");
    }

    @Test
    void the_words_of_a_device_are_cut_to_size() {
        assertThat(new ProvisioningFailure("TIMEOUT", "x".repeat(512)).detail()).hasSize(512);
        assertThat(new ProvisioningFailure("TIMEOUT", "x".repeat(512) + "y").detail())
                .isEqualTo("x".repeat(512));
        assertThat(new Drift(Drift.Kind.EXTRA, "x".repeat(512) + "y").detail()).isEqualTo("x".repeat(512));
    }

    @Test
    void the_words_of_a_device_are_cut_between_characters_and_hold_no_nul() {
        assertThat(new Drift(Drift.Kind.EXTRA, "x".repeat(511) + "\uD83D\uDE00").detail())
                .isEqualTo("x".repeat(511));
        assertThat(new Drift(Drift.Kind.EXTRA, "x".repeat(510) + "\uD83D\uDE00").detail())
                .hasSize(512);
        assertThat(new ProvisioningFailure("TIMEOUT", "no\0answer").detail()).isEqualTo("no\uFFFDanswer");
    }

    @Test
    void the_code_of_a_failure_is_a_word_for_programs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProvisioningFailure("no answer", ""))
                .withMessage("code must be 1 to 64 characters of A-Z, 0-9 and underscore, was \"no answer\"");
    }
}
