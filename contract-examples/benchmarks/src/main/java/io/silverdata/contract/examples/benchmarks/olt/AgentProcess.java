package io.silverdata.contract.examples.benchmarks.olt;

import io.silverdata.contract.examples.benchmarks.harness.JavaProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Starts {@link Agents} and speaks with them. */
public final class AgentProcess implements AutoCloseable {
    private final JavaProcess process;
    private final List<Integer> ports;

    /** Starts so many OLTs, with so many ONUs and slow sets each. */
    public AgentProcess(int olts, int onus, int slowSets) throws IOException {
        process = new JavaProcess("2g", Agents.class, olts, onus, slowSets);
        ports = Arrays.stream(process.line().split(" ")).map(Integer::valueOf).toList();
    }

    /** The UDP ports of the OLTs. */
    public List<Integer> ports() {
        return ports;
    }

    String ask(String word) throws IOException {
        process.tell(word);
        return process.line();
    }

    List<String> recorded() throws IOException {
        int count = Integer.parseInt(ask("recorded"));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(process.line());
        }
        return lines;
    }

    @Override
    public void close() {
        process.close();
    }
}
