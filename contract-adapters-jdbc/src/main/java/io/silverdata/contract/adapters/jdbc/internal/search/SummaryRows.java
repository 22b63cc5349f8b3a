package io.silverdata.contract.adapters.jdbc.internal.search;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.contracts.FlagRows;
import io.silverdata.contract.adapters.jdbc.internal.contracts.SyncColumn;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
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
import io.silverdata.contract.model.ProvisioningState;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Summaries of rows, with the flags of those that may have some. */
final class SummaryRows {
    private static final String COLUMNS = "SELECT c.contract_id, c.version, c.number, c.status, c.due_at, c.sync,"
            + " a.customer, a.plan, a.address, a.latitude, a.longitude, a.drafted_at,"
            + " s.olt, s.pon_port, s.splitter, s.output_no, s.onu, s.login";

    private final Dialect dialect;

    SummaryRows(Dialect dialect) {
        this.dialect = dialect;
    }

    /** What stands out about a contract. */
    private static final class Flags {
        private final List<ContractSummary.Hold> holds = new ArrayList<>();
        private final List<ContractSummary.Scheduled> scheduled = new ArrayList<>();
        private final List<ContractSummary.Failure> failures = new ArrayList<>();

        boolean add(String kind, String code, String detail, Optional<Instant> begins, Optional<Instant> ends) {
            return switch (kind) {
                case FlagRows.HOLD ->
                    holds.add(new ContractSummary.Hold(
                            code, Enforcement.valueOf(detail), begins.orElseThrow(), ends));
                case FlagRows.SCHEDULED ->
                    scheduled.add(new ContractSummary.Scheduled(CommandKind.valueOf(code), begins.orElseThrow()));
                default -> failures.add(new ContractSummary.Failure(NetworkTarget.valueOf(detail), code));
            };
        }
    }

    /**
     * Reads summaries.
     *
     * @param rest of the statement, from the word FROM on
     */
    List<ContractSummary> read(Session session, Values values, String rest) {
        List<ContractSummary> plain = values.ask(session, COLUMNS + rest, this::summary);
        List<ContractId> flagged = plain.stream()
                .filter(SummaryRows::mayStandOut)
                .map(ContractSummary::id)
                .toList();
        if (flagged.isEmpty()) {
            return plain;
        }
        Map<ContractId, Flags> flags = flags(session, flagged);
        return plain.stream()
                .map(contract -> Optional.ofNullable(flags.get(contract.id()))
                        .map(found -> with(contract, found))
                        .orElse(contract))
                .toList();
    }

    /** A hold suspends, or is on a draft; a change that no hold blocks is due; a failure is in the state. */
    private static boolean mayStandOut(ContractSummary contract) {
        return switch (contract.status()) {
            case DRAFT, SUSPENDED -> true;
            case ACTIVE, CANCELLED ->
                contract.nextDueAt().isPresent()
                        || contract.provisioning() == ProvisioningState.Summary.FAILED;
        };
    }

    private Map<ContractId, Flags> flags(Session session, List<ContractId> contracts) {
        Values values = new Values();
        Map<ContractId, Flags> flags = new HashMap<>();
        String ids = contracts.stream()
                .map(id -> values.add(ContractIds.bound(dialect, id)))
                .collect(Collectors.joining(", "));
        values.ask(
                session,
                "SELECT contract_id, kind, code, detail, begins_at, ends_at FROM {flag} WHERE contract_id IN (" + ids
                        + ")",
                row -> flags.computeIfAbsent(ContractIds.read(dialect, row, 1), first -> new Flags())
                        .add(row.getString(2), row.getString(3), row.getString(4), time(row, 5), time(row, 6)));
        return flags;
    }

    private static ContractSummary with(ContractSummary plain, Flags flags) {
        return new ContractSummary(
                plain.id(),
                plain.version(),
                plain.number(),
                plain.customer(),
                plain.status(),
                plain.plan(),
                plain.address(),
                plain.line(),
                plain.radiusUser(),
                plain.accessState(),
                plain.lineState(),
                flags.failures,
                flags.holds,
                flags.scheduled,
                plain.draftedAt(),
                plain.nextDueAt());
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
                List.of(),
                List.of(),
                List.of(),
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
