package io.silverdata.contract.internal.runs;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.spi.ContractRepository;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A walk over contracts in the order of their identities, a page at a time, so that any number of them takes the same memory.
 * Each is read shortly before its turn. Not thread-safe.
 */
public final class ContractWalk {
    /** How many are read at once. */
    public static final int PAGE = 200;

    private final ContractRepository contracts;
    private final Optional<NavigableSet<ContractId>> named;
    private final Predicate<Contract> condition;
    private final Deque<Contract> page = new ArrayDeque<>();
    private Optional<ContractId> last;
    private boolean ended;

    /**
     * A walk.
     *
     * @param named only over these; over all if empty
     * @param condition passes over contracts that do not fit
     * @param after begins behind this one
     */
    public ContractWalk(
            ContractRepository contracts,
            Optional<NavigableSet<ContractId>> named,
            Predicate<Contract> condition,
            Optional<ContractId> after) {
        this.contracts = contracts;
        this.named = named;
        this.condition = condition;
        this.last = after;
    }

    /** The next contract that fits; empty at the end. */
    public Optional<Contract> next() {
        while (page.isEmpty() && !ended) {
            turnPage();
        }
        return Optional.ofNullable(page.poll());
    }

    private void turnPage() {
        List<ContractId> ids = named.map(this::nextNamed).orElseGet(() -> contracts.page(last, PAGE));
        ended = ids.size() < PAGE;
        if (!ids.isEmpty()) {
            last = Optional.of(ids.get(ids.size() - 1));
            contracts.findAll(ids).stream().filter(condition).forEach(page::add);
        }
    }

    private List<ContractId> nextNamed(NavigableSet<ContractId> ids) {
        return last.map(reached -> ids.tailSet(reached, false).stream())
                .orElseGet(ids::stream)
                .limit(PAGE)
                .toList();
    }
}
