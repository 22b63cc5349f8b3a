package io.silverdata.contract.examples.benchmarks.report;

import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.examples.benchmarks.harness.Rounds;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import io.silverdata.contract.examples.benchmarks.harness.Timing;
import java.util.List;

/** What the figures of a month cost after short and long histories in which every month was alike. */
final class Histories {
    private static final int LIVES = 2_000;

    private final PostgresPeer server;
    private final int rounds;
    private final int copies;

    Histories(PostgresPeer server, int rounds, int copies) {
        this.server = server;
        this.rounds = rounds;
        this.copies = copies;
    }

    void run(List<Integer> years) throws Exception {
        Table table = Table.begin(
                "",
                "years",
                "events",
                "base",
                "cuts in the month",
                "ms for all figures of the month",
                "times the first",
                "pages looked at");
        double first = 0;
        for (int length : years) {
            try (FilledDatabase database = FilledDatabase.steady(server, new Town(), 12 * length, LIVES, copies)) {
                double seconds = new Rounds<Double>()
                        .with("report", round -> Timing.seconds(database::report))
                        .run(4 * rounds)
                        .get(0)
                        .samples(Double::doubleValue)
                        .median();
                first = first == 0 ? seconds : first;
                table.row(
                        "%d | %s | %,d | %,d | %.1f | %.2f | %,d",
                        length,
                        PostgresPeer.text(database.pool(), "SELECT to_char(COUNT(*), 'FM999,999,999') FROM ct_event"),
                        database.report().base(),
                        database.report().collection().cuts(),
                        seconds * 1e3,
                        seconds / first,
                        Pages.of(database.pool(), database::report));
            }
        }
    }
}
