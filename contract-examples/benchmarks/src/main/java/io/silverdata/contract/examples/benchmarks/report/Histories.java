package io.silverdata.contract.examples.benchmarks.report;

import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.examples.benchmarks.harness.Rounds;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import io.silverdata.contract.examples.benchmarks.harness.Timing;
import io.silverdata.contract.report.KpiReport;
import java.util.ArrayList;
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
        List<Length> lengths = new ArrayList<>();
        for (int length : years) {
            try (FilledDatabase database = FilledDatabase.steady(server, new Town(), 12 * length, LIVES, copies)) {
                lengths.add(measure(length, database));
            }
        }
        Table table = Table.begin(
                "",
                "years",
                "events",
                "base",
                "cuts in the month",
                "ms for all figures of the month",
                "times the first",
                "pages looked at");
        for (Length length : lengths) {
            table.row(
                    "%d | %,d | %,d | %,d | %.1f | %.2f | %,d",
                    length.years(),
                    length.events(),
                    length.report().base(),
                    length.report().collection().cuts(),
                    length.seconds() * 1e3,
                    length.seconds() / lengths.get(0).seconds(),
                    length.pages());
        }
    }

    private record Length(int years, long events, KpiReport report, double seconds, long pages) {}

    private Length measure(int length, FilledDatabase database) throws Exception {
        double seconds = new Rounds<Double>()
                .with("report", round -> Timing.seconds(database::report))
                .run(4 * rounds)
                .get(0)
                .samples(Double::doubleValue)
                .median();
        return new Length(
                length,
                Long.parseLong(PostgresPeer.text(database.pool(), "SELECT COUNT(*) FROM ct_event")),
                database.report(),
                seconds,
                Pages.of(database.pool(), database::report));
    }
}
