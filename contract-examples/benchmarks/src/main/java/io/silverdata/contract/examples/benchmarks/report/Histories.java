package io.silverdata.contract.examples.benchmarks.report;

import io.silverdata.contract.examples.benchmarks.jdbc.PostgresPeer;
import java.util.List;
import java.util.Locale;

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
        StringBuilder table = new StringBuilder();
        double first = 0;
        for (int length : years) {
            try (FilledDatabase database = FilledDatabase.steady(server, new Town(), 12 * length, LIVES, copies)) {
                double ms = Output.medians(4 * rounds, database::report)[0];
                long pages = Pages.of(database.pool(), database::report);
                first = first == 0 ? ms : first;
                table.append(String.format(
                        Locale.ROOT,
                        "| %d | %s | %,d | %,d | %.1f | %.2f | %,d |%n",
                        length,
                        PostgresPeer.text(database.pool(), "SELECT to_char(COUNT(*), 'FM999,999,999') FROM ct_event"),
                        database.report().base(),
                        database.report().collection().cuts(),
                        ms,
                        ms / first,
                        pages));
            }
        }
        Output.line(
                "%n| years | events | base | cuts in the month | ms for all figures of the month | times the first |"
                        + " pages looked at |%n|--:|--:|--:|--:|--:|--:|--:|");
        System.out.print(table);
    }
}
