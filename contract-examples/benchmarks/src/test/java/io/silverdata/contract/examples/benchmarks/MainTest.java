package io.silverdata.contract.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"transitions", "storage", "radius", "olt", "report", "dunning", "path"})
    void every_benchmark_has_a_command_that_explains_itself(String command) {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString()).contains("  " + command + " ");

        assertThat(execute(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: benchmarks " + command);
    }

    @ParameterizedTest
    @CsvSource({"storage, ACTIVATION", "radius, LOOPBACK", "olt, REGISTER", "report, FIGURES", "path, SUSPENSIONS"})
    void a_part_that_there_is_not_is_refused_with_those_that_there_are(String command, String part) {
        assertThat(execute(command, "--only=NOTHING")).isEqualTo(CommandLine.ExitCode.USAGE);

        assertThat(err.toString()).contains("--only", "NOTHING", part);
    }

    @Test
    void no_command_is_refused_with_all_that_there_are() {
        assertThat(execute()).isEqualTo(CommandLine.ExitCode.USAGE);

        assertThat(err.toString()).contains("Name a benchmark.", "transitions", "path");
    }

    private int execute(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
