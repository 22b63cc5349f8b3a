package io.silverdata.contract.examples.benchmarks.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.testkit.ContractFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/** Sixteen clients sign customers up: on one splitter of 64 outputs, on 16 neighbours of one PON port, on 16 distant ones. */
final class HotSplitter {
    private static final int CLIENTS = 16;
    private static final int OUTPUTS = 64;

    private final PostgresPeer server;
    private final int rounds;

    HotSplitter(PostgresPeer server, int rounds) {
        this.server = server;
        this.rounds = rounds;
    }

    void run() throws Exception {
        System.out.println("\n### Sign-ups of 16 clients\n\n| where | a second | times distant |\n|---|--:|--:|");
        try (HikariDataSource pool = server.database("hot", CLIENTS)) {
            Town town = new Town(pool);
            int places = CLIENTS * (rounds + 1);
            // every splitter is 111 m from the next, and the search looks 250 m around
            town.build(0, 4 * places, OUTPUTS);
            PostgresPeer.execute(pool, "VACUUM ANALYZE", "CHECKPOINT");
            List<Double> one = new ArrayList<>();
            List<Double> neighbours = new ArrayList<>();
            List<Double> distant = new ArrayList<>();
            int customers = 0;
            for (int round = 0; round <= rounds; round++) {
                int place = CLIENTS * round;
                double far = signUp(town, customers, n -> 2 * places + place + n % CLIENTS);
                double near = signUp(town, customers + OUTPUTS, n -> places + place + n % 4);
                double hot = signUp(town, customers + 2 * OUTPUTS, n -> place);
                customers += 3 * OUTPUTS;
                if (round > 0) {
                    one.add(hot);
                    neighbours.add(near);
                    distant.add(far);
                }
            }
            line("one splitter", one, distant);
            line("four neighbours", neighbours, distant);
            line("16 splitters", distant, distant);
        }
    }

    private static void line(String where, List<Double> rates, List<Double> distant) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %.2f |%n",
                where,
                Activation.middle(rates),
                Activation.middleRatio(rates, distant));
    }

    /** Sells as many as one splitter has outputs; a refusal ends the run. */
    private static double signUp(Town town, int first, IntUnaryOperator splitter) throws Exception {
        return Town.inThreads(
                CLIENTS,
                OUTPUTS,
                n -> town.contracts()
                        .signUp(
                                new SignUp(
                                        NewContract.of(
                                                ContractFixtures.customer(first + n),
                                                ContractFixtures.plan().id(),
                                                ContractFixtures.address(splitter.applyAsInt(n))),
                                        ContractFixtures.onu(first + n),
                                        ContractFixtures.radiusUser(first + n)),
                                Town.STAFF)
                        .getOrElseThrow(refusal -> new IllegalStateException(refusal.message())));
    }
}
