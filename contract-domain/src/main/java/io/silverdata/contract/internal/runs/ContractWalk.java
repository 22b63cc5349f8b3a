package io.silverdata.contract.internal.runs;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.ContractFault;
import io.silverdata.contract.spi.ContractReading;
import io.silverdata.contract.spi.ContractRepository;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A walk over contracts in the order of their identities, a page at a time, so that any number of them takes the same memory.
 * Each is read shortly before its turn; whether it still fits is asked again in the unit of work that writes. One that cannot be read, or of
 * which a condition throws, has its turn as well, with its fault. Not thread-safe.
 */
public final class ContractWalk {
    /** How many are read at once. */
    public static final int PAGE = 200;

    private final SelectedIdentities identities;
    private final ContractRepository contracts;
    private final Selection selection;
    private final UnaryOperator<Contract> current;
    private final Deque<Turn> page = new ArrayDeque<>();
    private Optional<ContractId> last;
    private Optional<ContractId> reached;
    private boolean ended;
    private int size = PAGE;

    /**
     * The turn of one contract.
     *
     * @param id whose
     * @param contract as it was when its page was read
     * @param fault why it was not read, or whether it fits could not be told; there exactly if {@code contract} is not
     */
    public record Turn(ContractId id, Optional<Contract> contract, Optional<ContractFault> fault) {
        static Turn of(Contract contract) {
            return new Turn(contract.id(), Optional.of(contract), Optional.empty());
        }

        static Turn of(ContractFault fault) {
            return new Turn(fault.contract(), Optional.empty(), Optional.of(fault));
        }
    }

    /**
     * A walk.
     *
     * @param identities which contracts are read
     * @param selection passes over contracts that do not fit
     * @param current a contract with what is due settled: that is what has to fit
     * @param after begins behind this one
     */
    ContractWalk(
            SelectedIdentities identities,
            ContractRepository contracts,
            Selection selection,
            UnaryOperator<Contract> current,
            Optional<ContractId> after) {
        this.identities = identities;
        this.contracts = contracts;
        this.selection = selection;
        this.current = current;
        this.last = after;
        this.reached = after;
    }

    /**
     * Goes on after a pause of any length: what was read before it is read again.
     *
     * @param wanted how many contracts will be asked for, so that no more are read than have their turn before the next pause
     */
    void resume(int wanted) {
        size = Math.min(PAGE, wanted);
        if (!page.isEmpty()) {
            page.clear();
            last = reached;
            ended = false;
        }
    }

    /** The next contract that fits or has a fault; empty at the end. */
    public Optional<Turn> next() {
        while (page.isEmpty() && !ended) {
            turnPage();
            // where few fit, many must be looked at
            size = page.isEmpty() ? Math.min(PAGE, size * 2) : size;
        }
        Optional<Turn> next = Optional.ofNullable(page.poll());
        next.ifPresent(turn -> reached = Optional.of(turn.id()));
        return next;
    }

    /** The next contracts, so many at most; none at the end. */
    List<Turn> next(int max) {
        List<Turn> turns = new ArrayList<>();
        while (turns.size() < max) {
            Optional<Turn> next = next();
            if (next.isEmpty()) {
                return turns;
            }
            turns.add(next.get());
        }
        return turns;
    }

    private void turnPage() {
        SelectedIdentities.Next next = identities.next(last, size);
        List<ContractId> ids = next.ids();
        ended = next.isLast();
        if (ids.isEmpty()) {
            return;
        }
        last = Optional.of(ids.get(ids.size() - 1));
        Map<ContractId, Turn> turns = new HashMap<>();
        ContractReading reading = contracts.readAll(ids);
        reading.contracts().forEach(contract -> fitting(contract).ifPresent(turn -> turns.put(turn.id(), turn)));
        reading.faults().forEach(fault -> turns.put(fault.contract(), Turn.of(fault)));
        ids.stream().filter(turns::containsKey).map(turns::get).forEach(page::add);
    }

    private Optional<Turn> fitting(Contract contract) {
        try {
            return selection.includes(current.apply(contract)) ? Optional.of(Turn.of(contract)) : Optional.empty();
        } catch (RuntimeException defect) {
            return Optional.of(Turn.of(new ContractFault(
                    contract.id(),
                    "contract " + contract.id() + ": whether it is selected could not be told: " + defect)));
        }
    }
}
