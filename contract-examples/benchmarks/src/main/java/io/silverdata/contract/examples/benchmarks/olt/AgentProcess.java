package io.silverdata.contract.examples.benchmarks.olt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Starts {@link Agents} and speaks with them. */
public final class AgentProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter words;
    private final List<Integer> ports;

    /** Starts so many OLTs, with so many ONUs and slow sets each. */
    public AgentProcess(int olts, int onus, int slowSets) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Agents.class.getName(),
                        Integer.toString(olts),
                        Integer.toString(onus),
                        Integer.toString(slowSets))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        words = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        ports = Arrays.stream(line().split(" ")).map(Integer::valueOf).toList();
    }

    /** The UDP ports of the OLTs. */
    public List<Integer> ports() {
        return ports;
    }

    String ask(String word) throws IOException {
        words.println(word);
        return line();
    }

    List<String> recorded() throws IOException {
        int count = Integer.parseInt(ask("recorded"));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line());
        }
        return lines;
    }

    private String line() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IllegalStateException("the simulated OLTs ended");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
