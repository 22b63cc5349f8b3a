package io.silverdata.contract.adapters.jdbc.internal.contracts;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.DeferredWrite;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.adapters.jdbc.internal.session.WriteTemplate;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.spi.ConflictException.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row for each hold, scheduled change and failure of a contract. */
final class FlagRows {
    static final List<String> COLUMNS = List.of("kind", "code", "detail", "begins_at", "ends_at");

    private final Dialect dialect;
    private final WriteTemplate inserting;
    private final WriteTemplate deleting;
    private final WriteTemplate deletingAll;

    FlagRows(Dialect dialect, TableNames names) {
        this.dialect = dialect;
        inserting =
                WriteTemplate.insert(names, "flag", "contract_id, " + String.join(", ", COLUMNS), "(?, ?, ?, ?, ?, ?)");
        deleting = WriteTemplate.rows(
                names, "flag", "DELETE FROM {flag} WHERE (contract_id, kind, code, detail) IN (", "(?, ?, ?, ?)", ")");
        deletingAll = WriteTemplate.rows(names, "flag", "DELETE FROM {flag} WHERE contract_id IN (", "?", ")");
    }

    record Flag(FlagKind kind, String code, String detail, Optional<Instant> begins, Optional<Instant> ends) {
        /** As its row has them, by {@link #COLUMNS}. */
        List<@Nullable Object> values() {
            return Arrays.asList(
                    kind.name(),
                    code,
                    detail,
                    begins.map(Micros::of).orElse(null),
                    ends.map(Micros::of).orElse(null));
        }
    }

    private record Key(ContractId contract, FlagKind kind, String code, String detail) {}

    static Set<Flag> of(Contract contract) {
        Set<Flag> flags = new LinkedHashSet<>();
        contract.holds()
                .forEach(hold -> flags.add(new Flag(
                        FlagKind.HOLD,
                        hold.reason().code(),
                        hold.enforcement().name(),
                        Optional.of(hold.placedAt()),
                        hold.until())));
        contract.scheduled()
                .forEach(change -> flags.add(new Flag(
                        FlagKind.SCHEDULED, change.kind().name(), "", Optional.of(change.at()), Optional.empty())));
        for (NetworkTarget target : NetworkTarget.values()) {
            contract.provisioning()
                    .of(target)
                    .failure()
                    .ifPresent(failure -> flags.add(new Flag(
                            FlagKind.FAILURE, failure.code(), target.name(), Optional.empty(), Optional.empty())));
        }
        return flags;
    }

    void change(Session session, Set<Flag> had, Set<Flag> has, ContractId contract) {
        Object id = ContractIds.bound(dialect, contract);
        for (Flag flag : had) {
            if (!has.contains(flag)) {
                session.defer(DeferredWrite.of(
                        deleting,
                        new Key(contract, flag.kind, flag.code, flag.detail),
                        Kind.CONTRACT_VERSION,
                        what(contract),
                        id,
                        flag.kind.name(),
                        flag.code,
                        flag.detail));
            }
        }
        for (Flag flag : has) {
            if (!had.contains(flag)) {
                session.defer(DeferredWrite.of(
                        inserting,
                        new Key(contract, flag.kind, flag.code, flag.detail),
                        Kind.CONTRACT_VERSION,
                        what(contract),
                        Stream.concat(Stream.of(id), flag.values().stream()).toArray()));
            }
        }
    }

    void removeAll(Session session, ContractId contract) {
        session.defer(DeferredWrite.of(
                deletingAll, contract, Kind.CONTRACT_VERSION, what(contract), ContractIds.bound(dialect, contract)));
    }

    private static String what(ContractId contract) {
        return "noting what stands out about contract " + contract;
    }
}
