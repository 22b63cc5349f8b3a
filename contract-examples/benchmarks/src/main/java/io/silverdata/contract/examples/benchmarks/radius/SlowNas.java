package io.silverdata.contract.examples.benchmarks.radius;

import io.silverdata.contract.adapters.radius.testkit.NasBehaviour;
import io.silverdata.contract.adapters.radius.testkit.NasWeather;
import io.silverdata.contract.adapters.radius.testkit.SimulatedNas;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A NAS in a process of its own that acknowledges every request after a while. */
final class SlowNas implements AutoCloseable {
    private final Process process;
    private final int port;

    SlowNas(Duration delay) throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SlowNas.class.getName(),
                        String.valueOf(delay.toMillis())))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        port = Integer.parseInt(lines.readLine());
    }

    /** The process itself: prints its port, and runs until its input ends. */
    public static void main(String[] arguments) throws IOException {
        Duration delay = Duration.ofMillis(Long.parseLong(arguments[0]));
        NasBehaviour behaviour = NasBehaviour.acknowledging();
        try (SimulatedNas nas = SimulatedNas.builder(CoaListener.SECRET)
                .strict(false)
                .weather(NasWeather.slow(delay))
                .behaviour(behaviour)
                .start()) {
            System.out.println(nas.address().getPort());
            while (System.in.read() >= 0) {
                // until whoever started it is gone
            }
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
