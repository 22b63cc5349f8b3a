package io.silverdata.contract.engine;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.Trigger;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandMetadataTest {
    private static final Actor OPERATOR = new Actor("operator");

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb"})
    void refuses_a_correlation_id_of_another_form(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> correlatedBy(id))
                .withMessage(
                        "correlationId must be 1 to 128 characters without control characters or lone surrogates, was \""
                                + id + "\"");
    }

    @Test
    void leaves_its_correlation_id_with_the_events() {
        assertThat(correlatedBy("order 4711").forEvents().correlationId()).contains("order 4711");
    }

    @Test
    void is_never_recorded_before_the_last_event() {
        CommandMetadata behind = CommandMetadata.at(START, ZoneOffset.UTC, OPERATOR, Trigger.ADMIN);
        CommandMetadata backdated = new CommandMetadata(
                START.minusSeconds(60), START, ZoneOffset.UTC, OPERATOR, Trigger.ADMIN, Optional.empty());

        assertThat(behind.recordedNoEarlierThan(START)).isSameAs(behind);
        assertThat(behind.recordedNoEarlierThan(START.plusSeconds(5)))
                .isEqualTo(CommandMetadata.at(START.plusSeconds(5), ZoneOffset.UTC, OPERATOR, Trigger.ADMIN));
        assertThat(backdated.recordedNoEarlierThan(START.plusSeconds(5)).effectiveAt())
                .isEqualTo(START.minusSeconds(60));
    }

    private static CommandMetadata correlatedBy(String id) {
        return new CommandMetadata(START, START, ZoneOffset.UTC, OPERATOR, Trigger.ADMIN, Optional.of(id));
    }
}
