package io.silverdata.contract.examples.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private static final Samples OURS = new Samples(List.of(6.0, 10.0, 8.0));

    @Test
    void the_median_is_the_middle_one() {
        assertThat(OURS.median()).isEqualTo(8);
        assertThat(new Samples(List.of(1.0, 2.0)).median()).isEqualTo(2);
    }

    @Test
    void ratios_are_taken_round_by_round() {
        assertThat(OURS.over(new Samples(List.of(3.0, 2.0, 8.0)))).isEqualTo(new Samples(List.of(2.0, 5.0, 1.0)));
    }

    @Test
    void a_spread_is_the_median_between_the_lowest_and_the_highest() {
        assertThat(OURS.spread("%.1f")).isEqualTo("8.0 (6.0–10.0)");
    }

    @Test
    void figures_of_other_rounds_cannot_be_compared() {
        assertThatIllegalArgumentException().isThrownBy(() -> OURS.over(new Samples(List.of(1.0))));
    }
}
