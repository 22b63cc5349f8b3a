package io.silverdata.contract.examples.benchmarks.storage;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.testkit.ContractFixtures;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Any number of contracts in service, made from one by SQL: it goes through its commands, and its rows
 * are copied with other names in them. Contract n has ONU n, login n, splitter n, and a place on an OLT of its own.
 */
public final class ContractCopies {
    /** Digits that are in no other text of the template. */
    public static final int TEMPLATE = 87_654;

    /** SQL for the identity of contract n, as ContractFixtures has it. */
    public static final String ID =
            "('0190' || lpad(to_hex(n), 8, '0') || '700080000000' || lpad(to_hex(n), 8, '0'))::uuid";

    private static final PonPortId TEMPLATE_PORT = new PonPortId(new OltId("olt-of-the-template"), 0, 1, 0);
    private static final Instant START = ContractFixtures.START;
    private static final int PORTS_OF_A_CARD = 16;

    private final HikariDataSource pool;
    private final int onusOfAnOlt;
    private final int onusOfAPort;

    /** @param contracts a database with the tables of the library, and nothing in them */
    public ContractCopies(HikariDataSource contracts, int onusOfAnOlt, int onusOfAPort) {
        this.pool = contracts;
        this.onusOfAnOlt = onusOfAnOlt;
        this.onusOfAPort = onusOfAPort;
    }

    /** The identity of contract n. */
    public static ContractId id(int n) {
        return ContractFixtures.contractId(n);
    }

    /** Keeps the template. */
    public void begin() throws SQLException {
        JdbcStorage storage = JdbcStorage.builder().dataSource(pool).build();
        Decision life = life();
        storage.unitOfWork().execute(() -> {
            storage.contracts().save(life.contract(), 0);
            storage.events().append(life.events());
        });
        // the number first: what takes the place of others may have its digits
        String other = "replace(replace(replace(replace(text, '" + TEMPLATE + "', n::text), '" + id(TEMPLATE) + "', "
                + ID + "::text), '" + ContractFixtures.onu(TEMPLATE) + "', 'HWTC' || lpad(upper(to_hex(n)), 8, '0')), '"
                + TEMPLATE_PORT + "', " + port() + ")";
        for (String table : List.of("contract", "onu", "login", "event")) {
            PostgresPeer.execute(
                    pool,
                    "CREATE TABLE template_" + table + " AS SELECT * FROM ct_" + table,
                    "DELETE FROM ct_" + table);
        }
        PostgresPeer.execute(
                pool,
                "CREATE FUNCTION copy_id(n integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT " + ID + " $$",
                "CREATE FUNCTION copy_of(text text, n integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT "
                        + other + " $$");
    }

    /** Makes the contracts from the first to below the last, in two halves side by side. */
    public void add(int first, int last) throws Exception {
        String olts = "SELECT DISTINCT n / " + onusOfAnOlt + " AS olt FROM generate_series(" + first + ", " + (last - 1)
                + ") n";
        PostgresPeer.execute(
                pool,
                "INSERT INTO ct_olt SELECT 'olt-' || olt, 'UP' FROM (" + olts + ") o ON CONFLICT DO NOTHING",
                "INSERT INTO ct_pon_port (olt_id, frame, slot, port, technologies, subscriber_limit, state) SELECT"
                        + " 'olt-' || olt, 0, 1 + p / " + PORTS_OF_A_CARD + ", p % " + PORTS_OF_A_CARD
                        + ", 'GPON', 128, 'UP' FROM (" + olts + ") o CROSS JOIN generate_series(0, "
                        + ((onusOfAnOlt - 1) / onusOfAPort) + ") p ON CONFLICT DO NOTHING");
        int half = (first + last) / 2;
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> upper = threads.submit(() -> {
                copy(half, last);
                return last;
            });
            copy(first, half);
            upper.get();
        } finally {
            threads.shutdown();
        }
    }

    private void copy(int first, int last) throws SQLException {
        String numbers = " CROSS JOIN generate_series(" + first + ", " + (last - 1) + ") n";
        PostgresPeer.execute(
                pool,
                "INSERT INTO ct_splitter (name, pon_port_id, outputs, latitude, longitude, cell_y, cell_x, feed, first_seat)"
                        + " SELECT 'NAP-' || n, p.pon_port_id, 2, n / 1000 * 0.001, n % 1000 * 0.001, n / 1000, n % 1000, 0, 1"
                        + " FROM generate_series(" + first + ", " + (last - 1) + ") n JOIN ct_pon_port p ON p.olt_id ="
                        + " 'olt-' || (n / " + onusOfAnOlt + ") AND p.frame = 0 AND p.slot = " + card()
                        + " AND p.port = " + portOfCard(),
                "INSERT INTO ct_output (splitter_id, output_no, pon_port_id, usability, holder, claim_state, seat) SELECT"
                        + " s.splitter_id, o, s.pon_port_id, 'SERVICEABLE', CASE WHEN o = 1 THEN copy_id(n) END, CASE WHEN"
                        + " o = 1 THEN 'IN_USE' END, CASE WHEN o = 1 THEN 1 + n % " + onusOfAPort
                        + " END FROM generate_series(" + first + ", " + (last - 1)
                        + ") n JOIN ct_splitter s ON s.name = 'NAP-' || n CROSS JOIN generate_series(1, 2) o",
                "INSERT INTO ct_contract (contract_id, version, number, status, due_at, snapshot) SELECT copy_id(n),"
                        + " t.version, 'C-' || n, t.status, t.due_at, copy_of(t.snapshot, n) FROM template_contract t"
                        + numbers,
                "INSERT INTO ct_onu SELECT copy_of(t.serial, n), copy_id(n) FROM template_onu t" + numbers,
                "INSERT INTO ct_login SELECT copy_of(t.login, n), copy_id(n) FROM template_login t" + numbers,
                "INSERT INTO ct_event (contract_id, version, effective_at, recorded_at, actor, cause, correlation_id, type,"
                        + " payload) SELECT copy_id(n), t.version, t.effective_at, t.recorded_at, t.actor, t.cause,"
                        + " t.correlation_id, t.type, copy_of(t.payload, n) FROM template_event t" + numbers
                        + " ORDER BY n, t.version");
    }

    /** Leaves the tables as the database likes them. */
    public void settle() throws SQLException {
        PostgresPeer.settle(pool);
    }

    private String port() {
        return "'olt-' || (n / " + onusOfAnOlt + ") || ':0/' || (" + card() + ") || '/' || (" + portOfCard() + ")";
    }

    private String card() {
        return "1 + n % " + onusOfAnOlt + " / " + onusOfAPort + " / " + PORTS_OF_A_CARD;
    }

    private String portOfCard() {
        return "n % " + onusOfAnOlt + " / " + onusOfAPort + " % " + PORTS_OF_A_CARD;
    }

    private static Decision life() {
        PortAssignment ports = new PortAssignment(ContractFixtures.output(TEMPLATE, 1), TEMPLATE_PORT);
        Instant until = START.plus(Duration.ofDays(1));
        Decision drafted = ContractFixtures.drafted(TEMPLATE);
        Decision life = then(drafted, new Command.Assess(Town.assessment(TEMPLATE, TEMPLATE_PORT, until)));
        life = then(life, new Command.Reserve(ports, until, Optional.empty()));
        life = then(
                life,
                new Command.Activate(ports, ContractFixtures.onu(TEMPLATE), ContractFixtures.radiusUser(TEMPLATE)));
        Decision confirmed = ContractFixtures.confirmed(life.contract(), START.plus(Duration.ofHours(1)));
        return joined(life, confirmed);
    }

    private static Decision then(Decision soFar, Command command) {
        Decision next = ContractFixtures.handle(soFar.contract(), command, START);
        return joined(soFar, next);
    }

    private static Decision joined(Decision soFar, Decision next) {
        return new Decision(
                next.contract(),
                Stream.concat(soFar.events().stream(), next.events().stream()).toList());
    }
}
