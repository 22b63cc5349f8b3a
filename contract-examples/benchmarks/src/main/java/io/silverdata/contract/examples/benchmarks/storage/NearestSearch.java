package io.silverdata.contract.examples.benchmarks.storage;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import io.silverdata.contract.examples.benchmarks.harness.Timing;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.testkit.ContractFixtures;
import java.util.List;
import java.util.Random;

/** The search for the nearest splitters with a free output, on plants of more and more outputs, of one density. */
final class NearestSearch {
    private static final int OUTPUTS = 16;
    private static final int SEARCHES = 2_000;

    private final PostgresPeer server;
    private final List<Integer> sizes;

    NearestSearch(PostgresPeer server, List<Integer> sizes) {
        this.server = server;
        this.sizes = sizes;
    }

    void run() throws Exception {
        Table table = Table.begin(
                "Nearest 8 splitters within 1 km, one client",
                "outputs",
                "searches a second",
                "time, times the smallest");
        double smallest = 0;
        for (int outputs : sizes) {
            double rate = measure(outputs);
            smallest = smallest == 0 ? rate : smallest;
            table.row("%,d | %,.0f | %.2f", outputs, rate, smallest / rate);
        }
    }

    private double measure(int outputs) throws Exception {
        try (HikariDataSource pool = server.database("growth", 1)) {
            int splitters = outputs / OUTPUTS;
            int side = (int) Math.sqrt(splitters);
            // a splitter every 111 m; four of five outputs are taken
            PostgresPeer.execute(
                    pool,
                    "INSERT INTO ct_olt SELECT 'olt-1', 'UP'",
                    "INSERT INTO ct_pon_port (olt_id, frame, slot, port, technologies, subscriber_limit, state) SELECT"
                            + " 'olt-1', n >> 16, (n >> 8) & 255, n & 255, 'GPON', 64, 'UP' FROM generate_series(0, "
                            + (splitters / 4) + ") n",
                    "INSERT INTO ct_splitter (name, pon_port_id, outputs, latitude, longitude, cell_y, cell_x, feed,"
                            + " first_seat) SELECT 'NAP-' || n, 1 + n / 4, 16, (n / " + side
                            + ") * 0.001 + 0.0005, (n % " + side
                            + ") * 0.001 + 0.0005, n / " + side + ", n % " + side
                            + ", 0, 1 + (n % 4) * 16 FROM generate_series(0, " + (splitters - 1) + ") n",
                    "INSERT INTO ct_output (splitter_id, output_no, pon_port_id, usability, holder, claim_state, seat)"
                            + " SELECT s.splitter_id, o, s.pon_port_id, 'SERVICEABLE', CASE WHEN o > 3 THEN"
                            + " gen_random_uuid() END, CASE WHEN o > 3 THEN 'IN_USE' END, CASE WHEN o > 3 THEN s.first_seat"
                            + " + o - 1 END FROM ct_splitter s CROSS JOIN generate_series(1, 16) o");
            PostgresPeer.settle(pool);
            Town town = new Town(pool);
            Random random = new Random(4711);
            // the same part of the town, whatever lies around it
            int part = Math.min(side, 24);
            search(town, random, part);
            return search(town, random, part);
        }
    }

    private static double search(Town town, Random random, int part) throws Exception {
        return Timing.perSecondInThreads(1, SEARCHES, n -> {
            int found = town.storage()
                    .plant()
                    .nearest(
                            new GeoPosition(random.nextDouble() * part * 0.001, random.nextDouble() * part * 0.001),
                            Distance.ofMetres(1_000),
                            8,
                            ContractFixtures.START)
                    .size();
            if (found != 8) {
                throw new IllegalStateException("found " + found);
            }
        });
    }
}
