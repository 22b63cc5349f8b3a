package io.silverdata.contract.examples.benchmarks.plant;

import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.spi.PlantSearch;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * A screen of the plant, through the library and by hand.
 *
 * @param name for people
 * @param ours how many lines the library gives
 * @param sql one statement that gives as many rows
 */
record Screen(String name, ToIntFunction<PlantSearch> ours, String sql) {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final int NEAREST = 20;
    private static final int RADIUS = 500;
    private static final double CIRCLE = 0.004_5;
    private static final String LIVE =
            "o.holder IS NOT NULL AND (o.claim_until IS NULL OR o.claim_until > 1767225600000000)";
    private static final String FREE = "o.usability = 'SERVICEABLE' AND ((o.holder IS NULL AND (o.rest_until IS NULL"
            + " OR o.rest_until <= 1767225600000000)) OR o.claim_until <= 1767225600000000)";
    private static final String COUNTS = "SELECT COUNT(*) FILTER (WHERE " + FREE + ") AS free, COUNT(*) FILTER (WHERE "
            + LIVE + " AND o.claim_state = 'IN_USE') AS in_use, COUNT(*) FILTER (WHERE " + LIVE
            + " AND o.claim_state = 'RESERVED') AS reserved, COUNT(*) FILTER (WHERE NOT (" + LIVE
            + ") AND o.usability = 'FAULTY') AS faulty, COUNT(*) FILTER (WHERE NOT (" + LIVE
            + ") AND o.usability = 'BLOCKED') AS blocked FROM ct_output o";

    /** Around the PON port in the middle. */
    static List<Screen> all(int ponPorts) {
        int n = ponPorts / 2;
        GeoPosition at = BigPlant.position(n);
        String ponPort = "p.olt_id = '" + BigPlant.ponPortId(n).olt() + "' AND p.frame = 0 AND p.slot = "
                + BigPlant.ponPortId(n).slot() + " AND p.port = "
                + BigPlant.ponPortId(n).port();
        return List.of(
                new Screen(
                        "OLTs",
                        search -> search.olts(Page.first(50)).items().size(),
                        "SELECT t.olt_id, t.state, (SELECT COUNT(*) FROM ct_pon_port p WHERE p.olt_id = t.olt_id)"
                                + " FROM ct_olt t ORDER BY t.olt_id LIMIT 50"),
                new Screen(
                        "PON ports of an OLT",
                        search -> search.ponPorts(BigPlant.ponPortId(n).olt(), Page.first(50), NOW)
                                .items()
                                .size(),
                        "SELECT p.*, c.* FROM (SELECT * FROM ct_pon_port WHERE olt_id = '"
                                + BigPlant.ponPortId(n).olt() + "' ORDER BY frame, slot, port LIMIT 50) p, LATERAL ("
                                + COUNTS + " WHERE o.pon_port_id = p.pon_port_id) c"),
                new Screen(
                        "tree of a PON port",
                        search -> search.tree(BigPlant.ponPortId(n), NOW)
                                .orElseThrow()
                                .splitters()
                                .size(),
                        "SELECT p.*, t.state, s.*, c.* FROM ct_pon_port p JOIN ct_olt t ON t.olt_id = p.olt_id"
                                + " LEFT JOIN ct_splitter s ON s.pon_port_id = p.pon_port_id, LATERAL (" + COUNTS
                                + " WHERE o.splitter_id = s.splitter_id) c WHERE " + ponPort),
                new Screen(
                        "outputs of a splitter",
                        search -> search.outputs(BigPlant.splitterId(n), NOW).size(),
                        "SELECT s.name, o.*, p.*, f.name FROM ct_splitter s JOIN ct_output o ON o.splitter_id ="
                                + " s.splitter_id JOIN ct_pon_port p ON p.pon_port_id = o.pon_port_id LEFT JOIN"
                                + " ct_splitter f ON f.parent_id = o.splitter_id AND f.parent_output = o.output_no"
                                + " WHERE s.name = '" + BigPlant.splitterId(n) + "' ORDER BY o.output_no"),
                new Screen(
                        "free nearby",
                        search -> search.nearest(at, Distance.ofMetres(RADIUS), NEAREST, NOW)
                                .size(),
                        String.format(
                                Locale.ROOT,
                                "SELECT s.*, p.*, t.state, c.* FROM (SELECT s.* FROM ct_splitter s WHERE s.cell_y"
                                        + " BETWEEN %d AND %d AND s.cell_x BETWEEN %d AND %d AND EXISTS (SELECT 1 FROM"
                                        + " ct_output o WHERE o.splitter_id = s.splitter_id AND %s) ORDER BY"
                                        + " (s.latitude - %f) ^ 2 + (s.longitude - %f) ^ 2 LIMIT %d) s JOIN ct_pon_port p ON"
                                        + " p.pon_port_id = s.pon_port_id JOIN ct_olt t ON t.olt_id = p.olt_id, LATERAL (%s"
                                        + " WHERE o.splitter_id = s.splitter_id) c",
                                cell(at.latitude() - CIRCLE),
                                cell(at.latitude() + CIRCLE),
                                cell(at.longitude() - CIRCLE),
                                cell(at.longitude() + CIRCLE),
                                FREE,
                                at.latitude(),
                                at.longitude(),
                                NEAREST,
                                COUNTS)));
    }

    private static int cell(double degrees) {
        return (int) Math.floor(degrees * 1_000);
    }
}
