package io.silverdata.contract.adapters.jdbc.internal.search;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.contracts.FlagKind;
import io.silverdata.contract.adapters.jdbc.internal.contracts.SyncColumn;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.internal.session.Questions;
import io.silverdata.contract.adapters.jdbc.internal.session.Values;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.spi.UnreadableContractException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Summaries of rows. */
final class SummaryRows {
    private static final String COLUMNS = "SELECT c.contract_id, c.version, c.number, c.status, c.due_at, c.sync,"
            + " a.customer, a.plan, a.address, a.latitude, a.longitude, a.drafted_at,"
            + " s.olt, s.pon_port, s.splitter, s.output_no, s.onu, s.login, (SELECT ";
    private static final String OF_FLAGS = " FROM {flag} f WHERE f.contract_id = c.contract_id) AS flags";

    private final Dialect dialect;

    SummaryRows(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Reads summaries.
     *
     * @param rest of the statement, from the word FROM on
     */
    List<ContractSummary> read(Questions questions, Values values, String rest) {
        return values.ask(questions, COLUMNS + flags() + OF_FLAGS + rest, this::summary);
    }

    /** All flags of a contract in one text, as {@link Flags} takes it apart: one question less for each page. */
    private String flags() {
        return switch (dialect) {
            case H2 -> "LISTAGG(CONCAT(f.kind, '|', f.code, '|', f.detail, '|', f.begins_at, '|', f.ends_at), ',')";
            case POSTGRESQL ->
                "string_agg(concat(f.kind, '|', f.code, '|', f.detail, '|', f.begins_at, '|', f.ends_at), ',')";
            case MARIADB ->
                "GROUP_CONCAT(CONCAT(f.kind, '|', f.code, '|', f.detail, '|', COALESCE(f.begins_at, ''), '|',"
                        + " COALESCE(f.ends_at, '')))";
        };
    }

    /** What stands out about a contract. */
    private record Flags(
            List<ContractSummary.Hold> holds,
            List<ContractSummary.Scheduled> scheduled,
            List<ContractSummary.Failure> failures) {
        static Flags of(@Nullable String text) {
            Flags flags = new Flags(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            if (text != null) {
                for (String flag : text.split(",", -1)) {
                    flags.add(flag.split("\\|", -1));
                }
            }
            return flags;
        }

        private void add(String[] parts) {
            Optional<Instant> begins = time(parts[3]);
            switch (FlagKind.valueOf(parts[0])) {
                case HOLD ->
                    holds.add(new ContractSummary.Hold(
                            parts[1], Enforcement.valueOf(parts[2]), begins.orElseThrow(), time(parts[4])));
                case SCHEDULED ->
                    scheduled.add(new ContractSummary.Scheduled(CommandKind.valueOf(parts[1]), begins.orElseThrow()));
                case FAILURE -> failures.add(new ContractSummary.Failure(NetworkTarget.valueOf(parts[2]), parts[1]));
            }
        }

        private static Optional<Instant> time(String micros) {
            return micros.isEmpty() ? Optional.empty() : Optional.of(Micros.instant(Long.parseLong(micros)));
        }
    }

    /** A row that was altered by hand may fail in any way. */
    private ContractSummary summary(ResultSet row) throws SQLException {
        ContractId id = ContractIds.read(dialect, row, 1);
        try {
            return summary(id, row);
        } catch (RuntimeException unreadable) {
            throw new UnreadableContractException(id, unreadable);
        }
    }

    private static ContractSummary summary(ContractId id, ResultSet row) throws SQLException {
        String sync = row.getString("sync");
        Flags flags = Flags.of(row.getString("flags"));
        return new ContractSummary(
                id,
                row.getLong("version"),
                new ContractNumber(row.getString("number")),
                new CustomerId(row.getString("customer")),
                Status.valueOf(row.getString("status")),
                new PlanId(row.getString("plan")),
                new ServiceAddress(
                        row.getString("address"),
                        new GeoPosition(row.getDouble("latitude"), row.getDouble("longitude"))),
                line(row),
                Optional.ofNullable(row.getString("login")).map(RadiusUser::new),
                SyncColumn.state(sync.charAt(0)),
                SyncColumn.state(sync.charAt(1)),
                flags.failures,
                flags.holds,
                flags.scheduled,
                Micros.instant(row.getLong("drafted_at")),
                time(row, 5));
    }

    private static Optional<Line> line(ResultSet row) throws SQLException {
        Optional<String> olt = Optional.ofNullable(row.getString("olt"));
        if (olt.isEmpty()) {
            return Optional.empty();
        }
        String[] place = row.getString("pon_port").split("/", -1);
        return Optional.of(new Line(
                new PortAssignment(
                        new SplitterOutputId(new SplitterId(row.getString("splitter")), row.getInt("output_no")),
                        new PonPortId(
                                new OltId(olt.get()),
                                Integer.parseInt(place[0]),
                                Integer.parseInt(place[1]),
                                Integer.parseInt(place[2]))),
                new OnuSerial(row.getString("onu"))));
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Micros.instant(micros));
    }
}
