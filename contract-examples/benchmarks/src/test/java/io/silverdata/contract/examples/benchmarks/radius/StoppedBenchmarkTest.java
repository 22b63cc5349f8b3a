package io.silverdata.contract.examples.benchmarks.radius;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.testkit.Peers;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A benchmark that is stopped leaves neither its server nor its files behind. */
class StoppedBenchmarkTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void leaves_nothing_behind(String signal) throws Exception {
        Peers.require("freeradius", "freeradius");
        Process benchmark = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Waiting.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = benchmark.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("listening");
            List<ProcessHandle> servers = benchmark.children().toList();
            assertThat(servers).isNotEmpty();
            assertThat(files()).isNotEmpty();

            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(benchmark.pid())).start();
            assertThat(kill.waitFor()).isZero();
            benchmark.waitFor();

            assertThat(servers).noneMatch(ProcessHandle::isAlive);
            assertThat(files()).isEmpty();
        } finally {
            benchmark.destroyForcibly();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("contract-bench"))
                    .toList();
        }
    }

    /** A benchmark in its midst. */
    static final class Waiting {
        private Waiting() {}

        public static void main(String... arguments) throws IOException {
            try (CoaListener nas = new CoaListener()) {
                System.out.println(nas.address().getPort() > 0 ? "listening" : "no port");
                while (System.in.read() >= 0) {
                    // until it is stopped
                }
            }
        }
    }
}
