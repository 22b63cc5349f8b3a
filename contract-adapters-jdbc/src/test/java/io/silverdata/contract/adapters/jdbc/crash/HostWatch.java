package io.silverdata.contract.adapters.jdbc.crash;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts a {@link CrashingHost} in a process of its own, listens to it, and ends it without warning. */
final class HostWatch implements AutoCloseable {
    private final Process host;
    private final BufferedReader pipe;
    private final Set<String> tried = new LinkedHashSet<>();
    private final List<HostPipe.Acknowledged> acknowledged = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    private HostWatch(Process host) {
        this.host = host;
        this.pipe = host.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a host and waits until it begins to work. */
    static HostWatch start(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingHost.class.getName()));
        command.addAll(List.of(arguments));
        try {
            HostWatch watch = new HostWatch(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
            String first = watch.line();
            if (!HostPipe.READY.equals(first)) {
                throw new IllegalStateException("the host did not start, it said: " + first);
            }
            return watch;
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    /** Listens until so many commands were acknowledged. */
    void awaitAcknowledgements(int count) {
        while (acknowledged.size() < count) {
            String line = line();
            if (line == null) {
                throw new IllegalStateException("the host ended by itself after " + acknowledged.size());
            }
            note(line);
        }
    }

    /** Listens until a command failed. */
    void awaitFailure() {
        while (failed.isEmpty()) {
            String line = line();
            if (line == null) {
                throw new IllegalStateException("the host ended by itself");
            }
            note(line);
        }
    }

    /** Sends SIGKILL, waits for the end, and reads what was still said. */
    void kill() {
        host.destroyForcibly();
        try {
            if (!host.waitFor(60, SECONDS)) {
                throw new IllegalStateException("process " + host.pid() + " survives SIGKILL");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        for (String line = line(); line != null; line = line()) {
            note(line);
        }
    }

    /** Every key that a command was tried under. */
    Set<String> tried() {
        return tried;
    }

    /** What the host said it had done. */
    List<HostPipe.Acknowledged> acknowledged() {
        return acknowledged;
    }

    /** What failed, and why. */
    List<String> failed() {
        return failed;
    }

    @Override
    public void close() {
        host.destroyForcibly();
    }

    private void note(String line) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case HostPipe.TRY -> tried.add(words[1]);
            case HostPipe.ACK -> {
                // a last line that was cut off in the middle was not said
                if (words.length == 4) {
                    acknowledged.add(HostPipe.Acknowledged.of(words));
                }
            }
            case HostPipe.FAILED -> failed.add(line);
            default -> {}
        }
    }

    private @Nullable String line() {
        try {
            return pipe.readLine();
        } catch (IOException closed) {
            return null;
        }
    }
}
