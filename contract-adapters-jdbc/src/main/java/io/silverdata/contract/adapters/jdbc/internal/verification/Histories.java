package io.silverdata.contract.adapters.jdbc.internal.verification;

import io.silverdata.contract.adapters.jdbc.verification.Difference;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.spi.UnreadableContractException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Replays the contracts whose events come in order, one contract after the other, and holds the events of one at a time. */
final class Histories {
    private final BiConsumer<ContractId, Contract> whole;
    private final Consumer<Difference.EventsBroken> broken;
    private final List<RecordedEvent> events = new ArrayList<>();
    private @Nullable ContractId contract;
    private @Nullable String reason;

    /** Passes each contract on that can be replayed, and a difference for each that cannot. */
    Histories(BiConsumer<ContractId, Contract> whole, Consumer<Difference.EventsBroken> broken) {
        this.whole = whole;
        this.broken = broken;
    }

    void add(ContractId next, PageReader reader, ResultSet row) throws SQLException {
        if (!next.equals(contract)) {
            end();
            contract = next;
        }
        try {
            events.add(reader.event(row));
        } catch (UnreadableContractException unreadable) {
            reason = Optional.ofNullable(unreadable.getCause())
                    .map(Throwable::getMessage)
                    .orElse(unreadable.getMessage());
        }
    }

    /** There are no more events. */
    void end() {
        if (contract != null) {
            replay(contract);
        }
        contract = null;
        reason = null;
        events.clear();
    }

    private void replay(ContractId id) {
        if (reason != null) {
            broken.accept(new Difference.EventsBroken(id, reason));
            return;
        }
        Contract replayed;
        try {
            replayed = Contract.replay(events);
        } catch (IllegalArgumentException | IllegalStateException incomplete) {
            broken.accept(new Difference.EventsBroken(id, String.valueOf(incomplete.getMessage())));
            return;
        }
        whole.accept(id, replayed);
    }
}
