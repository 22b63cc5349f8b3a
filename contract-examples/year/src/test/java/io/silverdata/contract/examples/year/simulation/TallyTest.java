package io.silverdata.contract.examples.year.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.year.reading.OrderKind;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void comes_back_from_its_text() {
        Tally tally = TinyYear.with(0.3).tally();

        Tally back = Tally.parse(tally.text());

        for (OrderKind kind : OrderKind.values()) {
            assertThat(back.accepted(kind)).isEqualTo(tally.accepted(kind));
            assertThat(back.refused(kind)).isEqualTo(tally.refused(kind));
        }
        assertThat(back.refusals()).isEqualTo(tally.refusals()).isNotEmpty();
        assertThat(back.due()).isEqualTo(tally.due()).isNotEmpty();
        assertThat(back.delivery()).isEqualTo(tally.delivery());
        assertThat(back.delivery().retried()).isPositive();
        assertThat(back.retriedByStaff()).isEqualTo(tally.retriedByStaff());
    }
}
