package io.silverdata.contract.adapters.jdbc.internal.plant;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.PortCondition;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutput;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.spi.PonPortOccupancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/** The rows of splitter outputs. */
final class OutputRows {
    /** What {@link SplitterOutput#state} calls free at the time <code>:now</code>. */
    static final String IS_FREE = "o.usability = 'SERVICEABLE' AND ((o.holder IS NULL AND"
            + " (o.rest_until IS NULL OR o.rest_until <= :now)) OR o.claim_until <= :now)";

    /** Whether a claim counts at the time <code>:now</code>. */
    static final String IS_LIVE = "o.holder IS NOT NULL AND (o.claim_until IS NULL OR o.claim_until > :now)";

    /** How many columns there are. */
    static final int WIDTH = 11;

    static final String COLUMNS = "s.name, o.output_no, p.olt_id, p.frame, p.slot, p.port, o.usability, o.holder,"
            + " o.claim_state, o.claim_until, o.rest_until";

    static final String TABLES = "{output} o JOIN {splitter} s ON s.splitter_id = o.splitter_id"
            + " JOIN {pon_port} p ON p.pon_port_id = o.pon_port_id";

    private static final String WHERE_PORT =
            " WHERE splitter_id = (SELECT splitter_id FROM {splitter} WHERE name = :splitter) AND output_no = :output";

    private final Dialect dialect;

    OutputRows(Dialect dialect) {
        this.dialect = dialect;
    }

    Optional<SplitterOutput> find(Session session, SplitterOutputId port) {
        return session.query(
                        "SELECT " + COLUMNS + " FROM " + TABLES + " WHERE s.name = :splitter AND o.output_no = :output")
                .bind("splitter", port.splitter().value())
                .bind("output", port.output())
                .map((row, context) -> output(dialect, row))
                .findOne();
    }

    List<SplitterOutput> heldBy(Session session, ContractId contract) {
        return session.query("SELECT " + COLUMNS + " FROM " + TABLES
                        + " WHERE o.holder = :contract ORDER BY s.name, o.output_no")
                .bind("contract", contract)
                .map((row, context) -> output(dialect, row))
                .list();
    }

    List<SplitterOutputId> free(Session session, SplitterId splitter, int max, Instant now) {
        return session.query("SELECT o.output_no FROM {output} o JOIN {splitter} s ON s.splitter_id = o.splitter_id"
                        + " WHERE s.name = :splitter AND " + IS_FREE + " ORDER BY o.output_no LIMIT :max")
                .bind("splitter", splitter.value())
                .bind("now", now)
                .bind("max", max)
                .map((row, context) -> new SplitterOutputId(splitter, row.getInt(1)))
                .list();
    }

    boolean setCondition(Session session, SplitterOutputId port, PortCondition condition) {
        boolean feeding = session.query("SELECT 1 FROM {splitter} s JOIN {splitter} c ON c.parent_id = s.splitter_id"
                        + " WHERE s.name = :splitter AND c.parent_output = :output")
                .bind("splitter", port.splitter().value())
                .bind("output", port.output())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
        return session.update("UPDATE {output} SET usability = :usability" + WHERE_PORT)
                        .bind("usability", (feeding ? PortCondition.BLOCKED : condition).name())
                        .bind("splitter", port.splitter().value())
                        .bind("output", port.output())
                        .execute()
                > 0;
    }

    boolean release(Session session, SplitterOutputId port, ContractId contract, Instant restUntil, Instant now) {
        String rest = restUntil.isAfter(now) ? ":rest" : "NULL";
        Update update = session.update("UPDATE {output} SET holder = NULL, claim_state = NULL, claim_until = NULL,"
                        + " seat = NULL, rest_until = " + rest + WHERE_PORT + " AND holder = :contract")
                .bind("splitter", port.splitter().value())
                .bind("output", port.output())
                .bind("contract", contract);
        if (restUntil.isAfter(now)) {
            update.bind("rest", restUntil);
        }
        return update.execute() > 0;
    }

    List<PonPortOccupancy> occupancy(Session session, Instant now) {
        return session
                .query("SELECT p.olt_id, p.frame, p.slot, p.port, " + OutputCounts.COLUMNS
                        + " FROM {pon_port} p LEFT JOIN " + OutputCounts.by("pon_port_id", "1 = 1")
                        + " c ON c.counted_id = p.pon_port_id")
                .bind("now", now)
                .map((row, context) -> new PonPortOccupancy(ponPort(row, 1), OutputCounts.read(row, 5)))
                .list()
                .stream()
                .sorted(Comparator.comparing(PonPortOccupancy::ponPort))
                .toList();
    }

    static SplitterOutput output(Dialect dialect, ResultSet row) throws SQLException {
        SplitterOutputId id = new SplitterOutputId(new SplitterId(row.getString(1)), row.getInt(2));
        PonPortId ponPort = ponPort(row, 3);
        PortCondition condition = PortCondition.valueOf(row.getString(7));
        if (row.getString(9) == null) {
            return new SplitterOutput(id, ponPort, condition, Optional.empty(), Optional.empty(), instant(row, 11));
        }
        return new SplitterOutput(
                id,
                ponPort,
                condition,
                Optional.of(ContractIds.read(dialect, row, 8)),
                Optional.of(new PortClaim(PortState.valueOf(row.getString(9)), instant(row, 10))),
                Optional.empty());
    }

    static PonPortId ponPort(ResultSet row, int first) throws SQLException {
        return new PonPortId(
                new OltId(row.getString(first)), row.getInt(first + 1), row.getInt(first + 2), row.getInt(first + 3));
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Micros.instant(micros));
    }
}
