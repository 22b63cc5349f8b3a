package io.silverdata.contract.adapters.jdbc.internal.contracts;

import io.silverdata.contract.adapters.jdbc.verification.ContractRange;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.EventLog;
import io.silverdata.contract.spi.UnitOfWork;
import io.silverdata.contract.spi.UnreadableContractException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rewrites the rows of contracts that are not what their events say. */
public final class ContractRebuild {
    private static final Logger LOG = LoggerFactory.getLogger(ContractRebuild.class);
    private static final int PAGE = 200;
    private static final int ATTEMPTS = 5;

    private final UnitOfWork unitOfWork;
    private final ContractRows contracts;
    private final EventLog events;

    public ContractRebuild(UnitOfWork unitOfWork, ContractRows contracts, EventLog events) {
        this.unitOfWork = unitOfWork;
        this.contracts = contracts;
        this.events = events;
    }

    /** How many rows were rewritten. */
    public long run(ContractRange range) {
        long rewritten = 0;
        Optional<ContractId> last = range.after();
        while (true) {
            List<ContractId> page = contracts.page(last, PAGE);
            if (page.isEmpty()) {
                return rewritten;
            }
            for (ContractId id : page) {
                if (range.last().filter(end -> id.compareTo(end) > 0).isPresent()) {
                    return rewritten;
                }
                rewritten += isRewritten(id) ? 1 : 0;
            }
            last = Optional.of(page.get(page.size() - 1));
        }
    }

    private boolean isRewritten(ContractId id) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return unitOfWork.call(() -> rewrite(id));
            } catch (ConflictException changedMeanwhile) {
                LOG.debug("contract {} was not rebuilt at attempt {}", id, attempt, changedMeanwhile);
            } catch (UnreadableContractException damaged) {
                LOG.warn("not rebuilt: {}", damaged.fault().problem());
                return false;
            }
        }
        LOG.warn("contract {} was not rebuilt: its row is at another version than its last event", id);
        return false;
    }

    private boolean rewrite(ContractId id) {
        List<RecordedEvent> history = events.history(id);
        if (history.isEmpty()) {
            return false;
        }
        Contract replayed = Contract.replay(history);
        if (stored(id).equals(Optional.of(replayed)) && contracts.isRight(replayed)) {
            return false;
        }
        contracts.rewrite(replayed);
        return true;
    }

    /** A row that cannot be read is not what the events say. */
    private Optional<Contract> stored(ContractId id) {
        try {
            return contracts.find(id);
        } catch (UnreadableContractException damaged) {
            LOG.info("rebuilt: {}", damaged.fault().problem());
            return Optional.empty();
        }
    }
}
