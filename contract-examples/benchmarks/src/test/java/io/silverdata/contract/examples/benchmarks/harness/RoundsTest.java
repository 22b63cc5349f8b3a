package io.silverdata.contract.examples.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private final List<String> turns = new ArrayList<>();

    @Test
    void every_second_round_is_in_reverse_order_and_the_first_does_not_count() throws Exception {
        List<Turns<Integer>> ways = new Rounds<Integer>()
                .with("ours", turn("ours"))
                .with("theirs", turn("theirs"))
                .run(2);

        assertThat(turns).containsExactly("ours 0", "theirs 0", "theirs 1", "ours 1", "ours 2", "theirs 2");
        assertThat(ways).containsExactly(new Turns<>("ours", List.of(1, 2)), new Turns<>("theirs", List.of(1, 2)));
    }

    @Test
    void without_a_round_that_counts_the_first_one_does() throws Exception {
        List<Turns<Integer>> ways =
                new Rounds<Integer>().with("ours", turn("ours")).run(0);

        assertThat(ways).containsExactly(new Turns<>("ours", List.of(0)));
    }

    private Rounds.Way<Integer> turn(String way) {
        return round -> {
            turns.add(way + " " + round);
            return round;
        };
    }
}
