package io.silverdata.contract.examples.console.background;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.runs.BulkItem.Outcome;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptRowsTest {
    private final KeptRows<Outcome, Integer> rows = new KeptRows<>(Outcome.class);

    @Test
    void the_latest_of_each_kind_are_kept_and_one_kind_pushes_out_no_other() {
        rows.add(Outcome.REFUSED, -1);
        IntStream.range(0, 1_200).forEach(i -> rows.add(Outcome.ACCEPTED, i));

        assertThat(rows.of(Outcome.ACCEPTED)).hasSize(500).startsWith(1_199).endsWith(700);
        assertThat(rows.of(Outcome.REFUSED)).containsExactly(-1);
        assertThat(rows.of(Outcome.FAULTY)).isEmpty();
    }
}
