package io.silverdata.contract.adapters.jdbc.internal.verification;

import io.silverdata.contract.adapters.jdbc.internal.contracts.EventRows;
import io.silverdata.contract.adapters.jdbc.internal.contracts.SearchTable;
import io.silverdata.contract.adapters.jdbc.verification.ContractRange;
import io.silverdata.contract.adapters.jdbc.verification.Difference;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.RadiusUser;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One page of a verification: some contracts, what their events make of them, and what else is kept about them. */
final class VerifiedPage {
    private final PageReader reader;
    private final Instant now;
    private final Verifier.Tally tally;
    private final Map<ContractId, ContractRow> rows = new LinkedHashMap<>();
    private final Map<ContractId, Contract> replayed = new LinkedHashMap<>();
    private final Set<ContractId> broken = new HashSet<>();

    VerifiedPage(PageReader reader, Instant now, Verifier.Tally tally) {
        this.reader = reader;
        this.now = now;
        this.tally = tally;
    }

    /** Verifies the first contracts of a range, and gives what is left of it. */
    Optional<ContractRange> verify(ContractRange range, int max) throws SQLException {
        readRows(range, max);
        boolean more = rows.size() == max;
        Optional<ContractId> last = rows.keySet().stream().reduce((earlier, later) -> later);
        // the last page reaches to the end of the range, so that what belongs to no contract is seen, too
        ContractRange page = more ? new ContractRange(range.after(), last) : range;
        replay(page);
        comparePorts(page);
        compareIdentities(page);
        compareSearched(page);
        compareWork(page);
        return more ? Optional.of(new ContractRange(last, range.last())) : Optional.empty();
    }

    private void readRows(ContractRange range, int max) throws SQLException {
        reader.each(
                "SELECT contract_id, version, number, status, due_at, sync, snapshot FROM {contract} WHERE RANGE"
                        + " ORDER BY contract_id LIMIT " + max,
                "contract_id",
                range,
                (contract, row) -> rows.put(contract, ContractRow.of(row)));
        rows.keySet().forEach(contract -> tally.contract());
    }

    private void replay(ContractRange page) throws SQLException {
        Set<ContractId> withEvents = new HashSet<>();
        Histories histories = new Histories(this::compareRow, this::giveUp);
        reader.each(
                "SELECT " + EventRows.COLUMNS + " FROM {event} WHERE RANGE ORDER BY contract_id, version",
                "contract_id",
                page,
                (contract, row) -> {
                    tally.event();
                    withEvents.add(contract);
                    histories.add(contract, reader, row);
                });
        histories.end();
        rows.keySet().stream()
                .filter(contract -> !withEvents.contains(contract))
                .forEach(contract -> giveUp(new Difference.EventsBroken(contract, "there are none")));
    }

    private void compareRow(ContractId id, Contract contract) {
        replayed.put(id, contract);
        Optional<Difference> difference = Optional.ofNullable(rows.get(id))
                .map(row -> row.differenceFrom(contract))
                .orElseGet(() -> Optional.of(new Difference.RowMissing(id)));
        difference.ifPresent(tally::difference);
    }

    /** Nobody knows what else should be kept about a contract whose events are broken. */
    private void giveUp(Difference.EventsBroken difference) {
        broken.add(difference.contract());
        tally.difference(difference);
    }

    private void comparePorts(ContractRange page) throws SQLException {
        PortComparison ports = new PortComparison(replayed, now, tally::difference);
        reader.each(
                "SELECT o.holder, s.name, o.output_no, o.claim_state, o.claim_until, p.olt_id, p.frame, p.slot, p.port"
                        + " FROM {output} o JOIN {splitter} s ON s.splitter_id = o.splitter_id"
                        + " JOIN {pon_port} p ON p.pon_port_id = o.pon_port_id WHERE RANGE",
                "o.holder",
                page,
                known(ports::found));
        ports.end();
    }

    private void compareIdentities(ContractRange page) throws SQLException {
        IdentityComparison onus = new IdentityComparison(Difference.IdentityDiffers.Kind.ONU, tally::difference);
        IdentityComparison logins = new IdentityComparison(Difference.IdentityDiffers.Kind.LOGIN, tally::difference);
        IdentityComparison networks =
                new IdentityComparison(Difference.IdentityDiffers.Kind.NETWORK, tally::difference);
        replayed.forEach((id, contract) -> {
            contract.heldOnus().stream().map(OnuSerial::value).forEach(serial -> onus.expect(id, serial));
            contract.heldUsers().stream().map(RadiusUser::value).forEach(login -> logins.expect(id, login));
            contract.heldPrefixes().forEach(prefix -> networks.expect(id, range(prefix.first(), prefix.last())));
        });
        reader.each("SELECT contract_id, serial FROM {onu} WHERE RANGE", "contract_id", page, known(onus::found));
        reader.each("SELECT contract_id, login FROM {login} WHERE RANGE", "contract_id", page, known(logins::found));
        reader.each(
                "SELECT contract_id, first_address, last_address FROM {network} WHERE RANGE",
                "contract_id",
                page,
                known((contract, row) -> networks.found(contract, range(row.getString(2), row.getString(3)))));
        onus.end();
        logins.end();
        networks.end();
    }

    private static String range(String first, String last) {
        return first + "-" + last;
    }

    /** Of a contract without a row it was told that this is missing; what it is found by goes with it. */
    private void compareSearched(ContractRange page) throws SQLException {
        Map<ContractId, Contract> whole = new LinkedHashMap<>(replayed);
        whole.keySet().retainAll(rows.keySet());
        for (SearchTable table : reader.searched()) {
            SearchComparison comparison = new SearchComparison(table, whole, tally::difference);
            reader.each(
                    "SELECT " + table.selected() + " FROM {" + table.name() + "} WHERE RANGE",
                    "contract_id",
                    page,
                    known((contract, row) -> {
                        if (whole.containsKey(contract) || !replayed.containsKey(contract)) {
                            comparison.found(contract, reader.values(table, row));
                        }
                    }));
            comparison.end();
        }
    }

    private PageReader.Row known(PageReader.Row reading) {
        return (contract, row) -> {
            if (!broken.contains(contract)) {
                reading.read(contract, row);
            }
        };
    }

    private void compareWork(ContractRange page) throws SQLException {
        Set<ContractId> asked = new HashSet<>();
        reader.each("SELECT contract_id FROM {work} WHERE RANGE", "contract_id", page, (contract, row) -> {
            if (rows.containsKey(contract)) {
                asked.add(contract);
            } else {
                tally.difference(new Difference.WorkWithoutContract(contract));
            }
        });
        replayed.forEach((id, contract) -> {
            if (rows.containsKey(id) && contract.provisioning().needsDelivery() && !asked.contains(id)) {
                tally.difference(new Difference.WorkMissing(id));
            }
        });
    }
}
