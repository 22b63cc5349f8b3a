package io.silverdata.contract.examples.benchmarks.storage;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.examples.benchmarks.harness.Rounds;
import io.silverdata.contract.examples.benchmarks.harness.Samples;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import io.silverdata.contract.examples.benchmarks.harness.Timing;
import io.silverdata.contract.examples.benchmarks.harness.Turns;
import io.silverdata.contract.testkit.ContractFixtures;
import java.util.List;

/**
 * Durable activation of a reserved draft through {@code Contracts}, beside pgbench with the same statements in the same
 * messages, and with the four statements that take an output at least.
 */
final class Activation {
    private static final String CONTRACT =
            "('0190' || lpad(to_hex(:i::int), 8, '0') || '700080000000' || lpad(to_hex(:i::int), 8, '0'))::uuid";
    private static final String NEXT = "\\set n :n + 1\n\\set i :base + :client_id * :each + :n\n";
    private static final String EVENT = "INSERT INTO ct_event (contract_id, version, effective_at, recorded_at, actor,"
            + " cause, type, payload) VALUES (" + CONTRACT + ", 4, 1772625600654321, 1772625600654321, 'ana', 'ADMIN',"
            + " 'ContractActivated', ";

    private static final int WARM_UP = 10_000;

    private final PostgresPeer server;
    private final int each;
    private final int rounds;

    Activation(PostgresPeer server, int each, int rounds) {
        this.server = server;
        this.each = each;
        this.rounds = rounds;
    }

    void run() throws Exception {
        warmUp();
        Table table = Table.begin(
                "Activation",
                "clients",
                "ours/s",
                "pgbench, same statements",
                "ratio",
                "pgbench, four statements",
                "ratio");
        for (int clients : List.of(1, 4, 16)) {
            measure(clients, table);
        }
    }

    /** So that Java has learnt what it can before the first figure. */
    private void warmUp() throws Exception {
        try (HikariDataSource pool = server.database("activation", 16)) {
            Town town = new Town(pool);
            town.build(0, WARM_UP, 4);
            town.reserve(0, WARM_UP);
            Timing.perSecondInThreads(4, WARM_UP, town::activate);
        }
    }

    private void measure(int clients, Table table) throws Exception {
        try (HikariDataSource pool = server.database("activation", 16)) {
            Town town = new Town(pool);
            int block = clients * each;
            int all = 3 * block * (rounds + 1);
            town.build(0, all + 1, 4);
            town.reserve(0, all + 1);
            town.activate(all);
            PostgresPeer.settle(pool);
            String same = same(pool, all);
            String four = four(pool, all);
            List<Turns<Double>> turns = new Rounds<Double>()
                    .with("ours", round -> {
                        int base = 3 * block * round;
                        return Timing.perSecondInThreads(clients, block, n -> town.activate(base + n));
                    })
                    .with("same statements", round -> pgbench(same, clients, 3 * block * round + block))
                    .with("four statements", round -> pgbench(four, clients, 3 * block * round + 2 * block))
                    .run(rounds);
            Samples ours = rates(turns.get(0));
            Samples sames = rates(turns.get(1));
            Samples fours = rates(turns.get(2));
            table.row(
                    "%d | %,.0f | %,.0f | %.2f | %,.0f | %.2f",
                    clients,
                    ours.median(),
                    sames.median(),
                    ours.over(sames).median(),
                    fours.median(),
                    ours.over(fours).median());
        }
    }

    private static Samples rates(Turns<Double> way) {
        return way.samples(Double::doubleValue);
    }

    private double pgbench(String script, int clients, int base) throws Exception {
        return server.pgbench("activation", script, clients, each, "base=" + base, "each=" + each, "n=-1");
    }

    private static String same(HikariDataSource pool, int example) throws Exception {
        return NEXT + "\\startpipeline\nBEGIN;\nSELECT snapshot FROM ct_contract WHERE contract_id = " + CONTRACT
                + ";\n\\endpipeline\n"
                + "SELECT s.name, o.output_no, p.olt_id, p.frame, p.slot, p.port, o.usability, o.holder, o.claim_state,"
                + " o.claim_until, o.rest_until FROM ct_output o JOIN ct_splitter s ON s.splitter_id = o.splitter_id JOIN"
                + " ct_pon_port p ON p.pon_port_id = o.pon_port_id WHERE s.name = 'NAP-' || :i AND o.output_no = 1;\n"
                + "UPDATE ct_output o SET holder = " + CONTRACT + ", claim_state = 'IN_USE', claim_until = NULL,"
                + " rest_until = NULL WHERE o.output_no = 1 AND o.holder = " + CONTRACT + " AND o.seat IS NOT NULL AND"
                + " (o.claim_until IS NULL OR o.claim_until > 1772625600654321) AND o.splitter_id ="
                + " (SELECT splitter_id FROM ct_splitter WHERE name = 'NAP-' || :i);\n"
                + "\\startpipeline\nUPDATE ct_contract SET version = 4, status = 'ACTIVE', due_at = NULL, sync = 'PP', snapshot = "
                + text(
                        pool,
                        "SELECT snapshot FROM ct_contract WHERE version = 4 AND contract_id = '"
                                + ContractFixtures.contractId(example) + "'")
                + " WHERE contract_id = " + CONTRACT + " AND version = 3;\n"
                + "INSERT INTO ct_onu (serial, contract_id) VALUES ('HWTC' || lpad(upper(to_hex(:i::int)), 8, '0'), "
                + CONTRACT
                + ");\nINSERT INTO ct_login (login, contract_id) VALUES ('user-' || :i || '@example.net', " + CONTRACT
                + ");\nINSERT INTO ct_service (contract_id, olt, pon_port, splitter, output_no, onu, login, activated_at,"
                + " term_ends) VALUES (" + CONTRACT
                + ", 'olt-' || :i % 20, '0/1/' || :i % 16, 'NAP-' || :i, 1, 'HWTC' ||"
                + " lpad(upper(to_hex(:i::int)), 8, '0'), 'user-' || :i || '@example.net', 1772625600654321, 20881);\n"
                + EVENT + event(pool, example) + ");\n"
                + "INSERT INTO ct_work AS w (contract_id, turn_at, access_marked_at, line_marked_at) VALUES ("
                + CONTRACT
                + ", 1772625600654321, 1772625600654321, 1772625600654321) ON CONFLICT (contract_id) DO UPDATE SET"
                + " turn_at = EXCLUDED.turn_at;\n"
                + "\\endpipeline\nCOMMIT;\n";
    }

    private static String four(HikariDataSource pool, int example) throws Exception {
        return NEXT + "BEGIN;\nSELECT splitter_id AS splitter, output_no AS output FROM ct_output WHERE splitter_id ="
                + " (SELECT splitter_id FROM ct_splitter WHERE name = 'NAP-' || :i) AND holder IS NULL ORDER BY output_no"
                + " LIMIT 1 FOR UPDATE SKIP LOCKED \\gset\n"
                + "UPDATE ct_output SET holder = " + CONTRACT + ", claim_state = 'IN_USE' WHERE splitter_id = :splitter"
                + " AND output_no = :output;\n"
                + "UPDATE ct_contract SET version = 4, status = 'ACTIVE' WHERE contract_id = " + CONTRACT
                + " AND version = 3;\n" + EVENT + event(pool, example) + ");\nCOMMIT;\n";
    }

    private static String event(HikariDataSource pool, int example) throws Exception {
        return text(
                pool,
                "SELECT payload FROM ct_event WHERE version = 4 AND contract_id = '"
                        + ContractFixtures.contractId(example) + "'");
    }

    /** A constant that pgbench does not take for variables. */
    private static String text(HikariDataSource pool, String query) throws Exception {
        String value = PostgresPeer.text(pool, query);
        return "E'" + value.replace("\\", "\\\\").replace("'", "''").replace(":", "\\u003a") + "'";
    }
}
