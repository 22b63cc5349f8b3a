package io.silverdata.contract.examples.benchmarks.transitions;

import io.silverdata.contract.examples.benchmarks.harness.Table;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Results as a Markdown table: each library's time for a transition, divided by this library's. */
final class RatioTable {
    private final List<RunResult> results;

    RatioTable(Collection<RunResult> results) {
        this.results = List.copyOf(results);
    }

    void print() {
        Table table = Table.begin("", "<transition", "<library", "ns", "±", "times ours", "bytes allocated");
        for (RunResult result : results) {
            Result<?> time = result.getPrimaryResult();
            table.row(
                    "%s | %s | %.1f | %.1f | %.2f | %.0f",
                    time.getLabel(),
                    library(result).title(),
                    time.getScore(),
                    time.getScoreError(),
                    time.getScore() / ours(time.getLabel()).getScore(),
                    allocated(result).getScore());
        }
    }

    private Result<?> ours(String transition) {
        return results.stream()
                .filter(result -> library(result) == Library.CONTRACT)
                .map(RunResult::getPrimaryResult)
                .filter(result -> result.getLabel().equals(transition))
                .findFirst()
                .orElseThrow();
    }

    private static Result<?> allocated(RunResult result) {
        return Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"), "the GC profiler is on");
    }

    private static Library library(RunResult result) {
        return Library.valueOf(result.getParams().getParam("library"));
    }
}
