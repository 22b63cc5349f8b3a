package io.silverdata.contract.examples.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All orders that the program comes with, in memory. {@link MainTest} runs the first of them. */
class WholeYearIT {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void in_the_long_run_only() {
        assumeTrue(System.getProperty("storm.commands") != null, "long: profile storm");
    }

    @Test
    void most_shipped_orders_are_accepted_and_the_network_follows() {
        CommandRun run = CommandRun.of(folder);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).containsPattern("all +2[6-9]\\d\\d accepted +[1-3]\\d\\d refused");
        assertThat(run.out()).containsPattern("Network equals contracts: \\d+ contracts in sync, 0 differences");
    }
}
