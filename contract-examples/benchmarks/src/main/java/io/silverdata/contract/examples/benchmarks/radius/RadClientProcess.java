package io.silverdata.contract.examples.benchmarks.radius;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * FreeRADIUS' radclient, with Message-Authenticator and Event-Timestamp. What it takes to start, and to read its dictionary, is
 * measured beforehand and left out.
 */
public final class RadClientProcess implements Sender {
    private static final int IN_FILE = 100;
    private static final Pattern ACCEPTED = Pattern.compile("Accepted\\s*:\\s*(\\d+)");
    private static final Pattern TIMES = Pattern.compile("(\\d+)m([0-9.]+)s (\\d+)m([0-9.]+)s\\s*$");

    private final InetSocketAddress address;
    private final int parallel;
    private final Path requests;
    private final Cost startUp;

    /** Measures what a start takes. */
    public RadClientProcess(InetSocketAddress address, int parallel) throws IOException, InterruptedException {
        this.address = address;
        this.parallel = parallel;
        this.requests = Files.createTempFile("radclient", ".requests");
        requests.toFile().deleteOnExit();
        Files.writeString(
                requests,
                IntStream.range(0, IN_FILE)
                        .mapToObj(i -> "User-Name = \"user" + i + "\"\nAcct-Session-Id = \"81a0" + i
                                + "\"\nEvent-Timestamp = " + Instant.now().getEpochSecond()
                                + "\nMessage-Authenticator = 0x00\n")
                        .collect(Collectors.joining("\n")));
        run(1);
        Cost once = run(1);
        Cost twice = run(1);
        this.startUp = once.nanoseconds() < twice.nanoseconds() ? once : twice;
    }

    @Override
    public String title() {
        return "radclient -p " + parallel;
    }

    @Override
    public Cost send(int count) throws IOException, InterruptedException {
        // what was measured beforehand has sent the file once
        Cost cost = run(1 + count / IN_FILE);
        return new Cost(
                count,
                cost.nanoseconds() - startUp.nanoseconds(),
                Math.max(0, cost.cpuNanoseconds() - startUp.cpuNanoseconds()));
    }

    private Cost run(int times) throws IOException, InterruptedException {
        String command = "radclient -p " + parallel + " -c " + times + " -r 3 -t 1 -f " + requests + " -s -q "
                + address.getAddress().getHostAddress() + ":" + address.getPort() + " disconnect " + CoaListener.SECRET
                + "; times";
        long start = System.nanoTime();
        Process process = new ProcessBuilder(List.of("bash", "-c", command))
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        long nanoseconds = System.nanoTime() - start;
        Matcher accepted = ACCEPTED.matcher(printed);
        if (!accepted.find() || Integer.parseInt(accepted.group(1)) != times * IN_FILE) {
            throw new IllegalStateException("radclient was not answered:\n" + printed);
        }
        Matcher cpu = TIMES.matcher(printed);
        if (!cpu.find()) {
            throw new IllegalStateException("no times:\n" + printed);
        }
        return new Cost(times * IN_FILE, nanoseconds, seconds(cpu, 1) + seconds(cpu, 3));
    }

    private static long seconds(Matcher cpu, int group) {
        return (long) (1e9 * (60 * Integer.parseInt(cpu.group(group)) + Double.parseDouble(cpu.group(group + 1))));
    }
}
