package io.silverdata.contract.adapters.jdbc.internal.verification;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.CommittedReads;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.adapters.jdbc.verification.ContractRange;
import io.silverdata.contract.adapters.jdbc.verification.Difference;
import io.silverdata.contract.adapters.jdbc.verification.Verification;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.IdempotencyKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Replays events and compares the contracts they give with everything that is kept beside them: page by page, each in a
 * transaction of its own that sees one moment, so that commands go on meanwhile and memory does not grow.
 */
public final class Verifier {
    private static final int PAGE = 500;

    private final CommittedReads reads;
    private final Dialect dialect;
    private final TableNames names;

    public Verifier(CommittedReads reads, Dialect dialect, TableNames names) {
        this.reads = reads;
        this.dialect = dialect;
        this.names = names;
    }

    public Verification verify(ContractRange range, Instant now, Consumer<Difference> found) {
        Tally tally = new Tally(found);
        Optional<ContractRange> rest = Optional.of(range);
        while (rest.isPresent()) {
            ContractRange part = rest.get();
            rest = atOneMoment(part, reader -> new VerifiedPage(reader, now, tally).verify(part, PAGE));
        }
        atOneMoment(range, reader -> {
            commands(range, reader, tally);
            return range;
        });
        return tally.result();
    }

    /** The commands of a whole range at once: their table is in the order of their keys. */
    private static void commands(ContractRange range, PageReader reader, Tally tally) throws SQLException {
        reader.each(
                "SELECT k.contract_id, k.idempotency_key, k.version_after FROM {command} k"
                        + " LEFT JOIN {contract} c ON c.contract_id = k.contract_id"
                        + " WHERE (c.version IS NULL OR c.version < k.version_after) AND RANGE",
                "k.contract_id",
                range,
                (contract, row) -> tally.difference(
                        new Difference.CommandDiffers(contract, new IdempotencyKey(row.getString(2)), row.getLong(3))));
    }

    /** Reads in a transaction that sees one moment, and writes nothing. */
    private <T> T atOneMoment(ContractRange range, Reading<T> reading) {
        return reads.read(
                Connection.TRANSACTION_REPEATABLE_READ,
                "verifying contracts after "
                        + range.after().map(ContractId::toString).orElse("none"),
                connection -> reading.read(new PageReader(connection, dialect, names)));
    }

    /** Something that is found out by reading. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(PageReader reader) throws SQLException;
    }

    /** Counts, and passes differences on. */
    static final class Tally {
        private final Consumer<Difference> found;
        private long contracts;
        private long events;
        private long differences;

        private Tally(Consumer<Difference> found) {
            this.found = found;
        }

        void contract() {
            contracts++;
        }

        void event() {
            events++;
        }

        void difference(Difference difference) {
            differences++;
            found.accept(difference);
        }

        private Verification result() {
            return new Verification(contracts, events, differences);
        }
    }
}
