package io.silverdata.contract.examples.benchmarks.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of the benchmark with a main class of its own, spoken with in lines. It ends when its input does. */
public final class JavaProcess implements AutoCloseable {
    private final Class<?> main;
    private final Process process;
    private final BufferedReader output;
    private final PrintWriter input;

    /**
     * Starts it on this class path.
     *
     * @param heap at most, such as {@code 512m}
     */
    public JavaProcess(String heap, Class<?> main, Object... arguments) throws IOException {
        this.main = main;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        output = process.inputReader(StandardCharsets.UTF_8);
        input = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Tells it something. */
    public void tell(String line) {
        input.println(line);
    }

    /** The next line that it prints. */
    public String line() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IllegalStateException(main.getSimpleName() + " ended with "
                    + process.onExit().join().exitValue());
        }
        return line;
    }

    /** In the process itself: returns when whoever started it is gone. */
    public static void awaitEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // nothing that is told matters
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
