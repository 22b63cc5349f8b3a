package io.silverdata.contract.examples.benchmarks.storage;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.examples.benchmarks.harness.Rounds;
import io.silverdata.contract.examples.benchmarks.harness.Samples;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import io.silverdata.contract.examples.benchmarks.harness.Timing;
import io.silverdata.contract.examples.benchmarks.harness.Turns;
import io.silverdata.contract.testkit.ContractFixtures;
import java.util.List;
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
        try (HikariDataSource pool = server.database("hot", CLIENTS)) {
            Town town = new Town(pool);
            int places = CLIENTS * (rounds + 1);
            // every splitter is 111 m from the next, and the search looks 250 m around
            town.build(0, 4 * places, OUTPUTS);
            PostgresPeer.settle(pool);
            List<Turns<Double>> turns = new Rounds<Double>()
                    .with("16 splitters", round -> {
                        int place = 2 * places + CLIENTS * round;
                        return signUp(town, 3 * round * OUTPUTS, n -> place + n % CLIENTS);
                    })
                    .with("four neighbours", round -> {
                        int place = places + CLIENTS * round;
                        return signUp(town, (3 * round + 1) * OUTPUTS, n -> place + n % 4);
                    })
                    .with("one splitter", round -> signUp(town, (3 * round + 2) * OUTPUTS, n -> CLIENTS * round))
                    .run(rounds);
            Table table = Table.begin("Sign-ups of 16 clients", "<where", "a second", "times distant");
            Samples distant = turns.get(0).samples(Double::doubleValue);
            for (Turns<Double> where : turns) {
                Samples rates = where.samples(Double::doubleValue);
                table.row(
                        "%s | %,.0f | %.2f",
                        where.title(), rates.median(), rates.over(distant).median());
            }
        }
    }

    /** Sells as many as one splitter has outputs; a refusal ends the run. */
    private static double signUp(Town town, int first, IntUnaryOperator splitter) throws Exception {
        return Timing.perSecondInThreads(
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
