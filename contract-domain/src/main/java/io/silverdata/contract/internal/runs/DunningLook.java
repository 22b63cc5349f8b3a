package io.silverdata.contract.internal.runs;

import io.silverdata.contract.dunning.DunningDecision;
import io.silverdata.contract.dunning.DunningFacts;
import io.silverdata.contract.internal.runs.ContractWalk.Turn;
import io.silverdata.contract.internal.transaction.FaultIsolation;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.runs.DunningItem;
import io.silverdata.contract.spi.ContractFault;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at contracts and asks ledger and policy about them, many at a time. Writes nothing. */
final class DunningLook {
    /** So many questions in a row of which each throws are not about one contract: the ledger does not answer. */
    private static final int IN_A_ROW = 10;

    private final RunParts parts;
    private final DunningExecutor executor;

    DunningLook(RunParts parts, DunningExecutor executor) {
        this.parts = parts;
        this.executor = executor;
    }

    /** What is known about debt, and of which contracts the ledger could not tell. */
    private record Answers(Map<ContractId, DunningFacts> facts, Map<ContractId, ContractFault> faults) {}

    /** What would be done to each. */
    List<DunningItem> at(List<Turn> turns) {
        Answers answers =
                answers(turns.stream().flatMap(turn -> turn.contract().stream()).toList());
        Instant now = parts.now();
        return turns.stream().map(turn -> item(turn, answers, now)).toList();
    }

    private DunningItem item(Turn turn, Answers answers, Instant now) {
        Optional<ContractFault> fault = turn.fault().or(() -> Optional.ofNullable(answers.faults.get(turn.id())));
        if (fault.isPresent()) {
            return DunningItem.faulty(turn.contract(), fault.get());
        }
        Contract contract = turn.contract().orElseThrow();
        try {
            Either<Rejection, DunningDecision> decision =
                    executor.decide(parts.current(contract), Optional.ofNullable(answers.facts.get(turn.id())), now);
            return decision.isRight()
                    ? DunningItem.decided(contract, decision.get(), Optional.empty())
                    : DunningItem.refused(contract, decision.getLeft());
        } catch (RuntimeException thrown) {
            return DunningItem.faulty(
                    turn.contract(), parts.faults().of(FaultIsolation.Work.DUNNING, turn.id(), thrown));
        }
    }

    /** The ledger is asked about many at once; if it throws, about one after the other. */
    private Answers answers(List<Contract> contracts) {
        if (contracts.isEmpty()) {
            return new Answers(Map.of(), Map.of());
        }
        try {
            return new Answers(
                    executor.facts(contracts.stream().map(Contract::id).toList()), Map.of());
        } catch (RuntimeException together) {
            return oneByOne(contracts);
        }
    }

    private Answers oneByOne(List<Contract> contracts) {
        Answers answers = new Answers(new HashMap<>(), new HashMap<>());
        int inARow = 0;
        for (Contract contract : contracts) {
            try {
                executor.facts(contract.id()).ifPresent(facts -> answers.facts.put(contract.id(), facts));
                inARow = 0;
            } catch (RuntimeException alone) {
                inARow++;
                if (inARow == IN_A_ROW) {
                    throw alone;
                }
                answers.faults.put(contract.id(), parts.faults().of(FaultIsolation.Work.DUNNING, contract.id(), alone));
            }
        }
        return answers;
    }
}
