package io.silverdata.contract.adapters.jdbc.internal.contracts;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.DeferredWrite;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.adapters.jdbc.internal.session.WriteTemplate;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.query.FoldedText;
import io.silverdata.contract.spi.ConflictException.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What contracts are found by, beside their own rows: what the holder agreed to, what is served, and what stands out. A row is
 * written only when something in it changes, so that most commands write none.
 */
public final class SearchRows {
    static final String AGREEMENT = "agreement";
    static final String SERVICE = "service";
    static final List<String> AGREEMENT_COLUMNS = List.of(
            "customer",
            "plan",
            "drafted_at",
            "predecessor",
            "address",
            "address_folded",
            "latitude",
            "longitude",
            "cell");
    static final List<String> SERVICE_COLUMNS = List.of(
            "olt",
            "pon_port",
            "splitter",
            "output_no",
            "onu",
            "login",
            "activated_at",
            "cancelled_at",
            "term_ends",
            "erased_at");

    private final Dialect dialect;
    private final Table agreements;
    private final Table services;
    private final FlagRows flags;
    private final AttributeRows attributes;
    private final List<SearchTable> tables;

    public SearchRows(Dialect dialect, TableNames names) {
        this.dialect = dialect;
        agreements = dialect == Dialect.POSTGRESQL
                ? new Table(names, AGREEMENT, AGREEMENT_COLUMNS, ", address_grams", "CAST(? AS INTEGER[])")
                : new Table(names, AGREEMENT, AGREEMENT_COLUMNS, "", "");
        services = new Table(names, SERVICE, SERVICE_COLUMNS, "", "");
        flags = new FlagRows(dialect, names);
        attributes = new AttributeRows(dialect, names);
        tables = SearchTable.all(dialect);
    }

    /** What of a contract is in its row of agreements and may change. */
    private record Agreed(CustomerId customer, PlanId plan, ServiceAddress address) {
        static Agreed of(Contract contract) {
            return new Agreed(contract.customer(), contract.plan().id(), contract.address());
        }
    }

    /** What of a contract is in its row of services. */
    private record Served(
            Optional<Line> line,
            Optional<RadiusUser> login,
            Optional<Instant> activatedAt,
            Optional<Instant> cancelledAt,
            Optional<LocalDate> termEnds,
            Optional<Instant> erasedAt) {
        static Optional<Served> of(Contract contract) {
            return Optional.of(new Served(
                            contract.line(),
                            contract.radiusUser(),
                            contract.activatedAt(),
                            contract.cancelledAt(),
                            contract.termEndsOn(),
                            contract.erasedAt()))
                    .filter(served -> served.activatedAt.isPresent() || served.cancelledAt.isPresent());
        }
    }

    /** Writes what differs from the contract as it was. */
    void change(Session session, Contract before, Contract contract) {
        if (!Agreed.of(before).equals(Agreed.of(contract))) {
            session.defer(write(agreements.updating, contract, agreed(dialect, contract)));
        }
        Optional<Served> had = Served.of(before);
        Optional<Served> has = Served.of(contract);
        if (!has.equals(had)) {
            has.ifPresent(served -> session.defer(
                    write(had.isPresent() ? services.updating : services.inserting, contract, values(served))));
        }
        flags.change(session, FlagRows.of(before), FlagRows.of(contract), contract.id());
        attributes.change(session, before.attributes(), contract.attributes(), contract.id());
    }

    /** Writes the rows of a contract that has none. */
    public void insert(Session session, Contract contract) {
        session.defer(write(agreements.inserting, contract, agreed(dialect, contract)));
        Served.of(contract).ifPresent(served -> session.defer(write(services.inserting, contract, values(served))));
        flags.change(session, Set.of(), FlagRows.of(contract), contract.id());
        attributes.change(session, List.of(), contract.attributes(), contract.id());
    }

    /** Writes the rows anew, where nobody knows what is in them. */
    void replace(Session session, Contract contract) {
        session.defer(write(agreements.deleting, contract, List.of()));
        session.defer(write(services.deleting, contract, List.of()));
        flags.removeAll(session, contract.id());
        attributes.removeAll(session, contract.id());
        insert(session, contract);
    }

    /** Whether the rows of a contract hold what they should. */
    boolean isRight(Session session, Contract contract) {
        List<Object> id = List.of(ContractIds.bound(dialect, contract.id()));
        return tables.stream()
                .allMatch(table -> Set.copyOf(session.ask(
                                "SELECT " + table.selected() + " FROM {" + table.name() + "} WHERE contract_id = ?",
                                id,
                                row -> table.read(dialect, row)))
                        .equals(table.expected(contract)));
    }

    /** The values of {@link #AGREEMENT_COLUMNS}, and of the numbers for parts of the address where there are such. */
    static List<@Nullable Object> agreed(Dialect dialect, Contract contract) {
        String folded = FoldedText.of(contract.address().text());
        List<@Nullable Object> values = new ArrayList<>(Arrays.<@Nullable Object>asList(
                contract.customer().value(),
                contract.plan().id().value(),
                Micros.of(contract.draftedAt()),
                contract.predecessor().map(id -> ContractIds.bound(dialect, id)).orElse(null),
                contract.address().text(),
                folded,
                contract.address().position().latitude(),
                contract.address().position().longitude(),
                Cells.of(contract.address().position())));
        if (dialect == Dialect.POSTGRESQL) {
            values.add(Grams.of(folded));
        }
        return values;
    }

    /** The values of {@link #SERVICE_COLUMNS}, if there is such a row. */
    static List<List<@Nullable Object>> served(Contract contract) {
        return Served.of(contract).map(SearchRows::values).stream().toList();
    }

    private static List<@Nullable Object> values(Served served) {
        Optional<PonPortId> ponPort = served.line.map(line -> line.ports().ponPort());
        return Arrays.asList(
                ponPort.map(port -> port.olt().value()).orElse(null),
                ponPort.map(SearchRows::place).orElse(null),
                served.line
                        .map(line -> line.ports().splitterOutput().splitter().value())
                        .orElse(null),
                served.line.map(line -> line.ports().splitterOutput().output()).orElse(null),
                served.line.map(line -> line.onu().value()).orElse(null),
                served.login.map(RadiusUser::value).orElse(null),
                served.activatedAt.map(Micros::of).orElse(null),
                served.cancelledAt.map(Micros::of).orElse(null),
                served.termEnds.map(day -> (int) day.toEpochDay()).orElse(null),
                served.erasedAt.map(Micros::of).orElse(null));
    }

    /** Where a PON port is on its OLT, as the column {@code pon_port} has it. */
    public static String place(PonPortId port) {
        return port.frame() + "/" + port.slot() + "/" + port.port();
    }

    private DeferredWrite write(WriteTemplate template, Contract contract, List<@Nullable Object> values) {
        List<@Nullable Object> all = new ArrayList<>(values);
        all.add(ContractIds.bound(dialect, contract.id()));
        return DeferredWrite.of(
                template,
                contract.id(),
                Kind.CONTRACT_VERSION,
                "noting what contract " + contract.id() + " is found by",
                all.toArray());
    }

    /** The statements for one table; the contract is their last value. */
    private record Table(WriteTemplate inserting, WriteTemplate updating, WriteTemplate deleting) {
        Table(TableNames names, String table, List<String> columns, String more, String moreValue) {
            this(
                    WriteTemplate.insert(
                            names,
                            table,
                            String.join(", ", columns) + more + ", contract_id",
                            "(" + "?, ".repeat(columns.size()) + (more.isEmpty() ? "" : moreValue + ", ") + "?)"),
                    WriteTemplate.one(
                            names,
                            table,
                            "UPDATE {" + table + "} SET " + String.join(" = ?, ", columns) + " = ?"
                                    + (more.isEmpty() ? "" : more + " = " + moreValue) + " WHERE contract_id = ?"),
                    WriteTemplate.rows(names, table, "DELETE FROM {" + table + "} WHERE contract_id IN (", "?", ")"));
        }
    }
}
