package io.silverdata.contract.examples.console.plant;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.PortState;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FillTest {

    @Test
    void outputs_that_are_not_sold_are_in_no_share() {
        Fill fill =
                Fill.of(Map.of(PortState.IN_USE, 3, PortState.FREE, 1, PortState.BLOCKED, 4, PortState.FAULTY, 2), 0);

        assertThat(fill.percent()).isEqualTo(75);
        assertThat(fill.outputs()).isEqualTo(4);
        assertThat(fill.heat()).isEqualTo(7);
    }

    @Test
    void the_limit_of_subscribers_counts_where_it_runs_out_first() {
        Fill fill = Fill.of(Map.of(PortState.IN_USE, 60, PortState.RESERVED, 3, PortState.FREE, 65), 64);

        assertThat(fill.percent()).isEqualTo(98);
        assertThat(fill.left()).isEqualTo(1);
    }

    @Test
    void an_output_that_rests_is_taken_and_is_no_subscriber() {
        Fill fill = Fill.of(Map.of(PortState.QUARANTINED, 2, PortState.FREE, 2), 4);

        assertThat(fill.percent()).isEqualTo(50);
        assertThat(fill.subscribers()).isZero();
        assertThat(fill.left()).isEqualTo(2);
    }

    @Test
    void a_part_without_outputs_is_empty_and_a_limit_that_was_lowered_is_full() {
        assertThat(Fill.of(Map.of(), 0).percent()).isZero();
        assertThat(Fill.of(Map.of(PortState.IN_USE, 10), 8).percent()).isEqualTo(100);
        assertThat(Fill.of(Map.of(PortState.IN_USE, 10, PortState.FREE, 4), 8).left())
                .isZero();
    }
}
