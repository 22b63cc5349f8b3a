package io.silverdata.contract.internal.command;

import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.spi.ContractRepository;
import io.silverdata.contract.spi.IdGenerator;
import io.vavr.control.Either;
import java.util.Optional;

/** Begins a contract: the number must be free, the predecessor ended, customer and plan known to the host. */
public final class DraftUseCase {
    private final ContractRepository contracts;
    private final HostPorts host;
    private final IdGenerator ids;

    /** A use case; all parts are shared with the facade. */
    public DraftUseCase(ContractRepository contracts, HostPorts host, IdGenerator ids) {
        this.contracts = contracts;
        this.host = host;
        this.ids = ids;
    }

    /** Drafts a contract. */
    public Either<Rejection, Decision> draft(NewContract terms, Situation situation) {
        Optional<Rejection> objection = numberInUse(terms).or(() -> predecessorUnfit(terms));
        return objection.isPresent()
                ? Either.left(objection.get())
                : host.customer(terms.customer())
                        .flatMap(customer -> host.plan(terms.plan()))
                        .flatMap(plan -> Decider.draft(
                                ids.contractId(),
                                new ContractEvent.ContractDrafted(
                                        terms.number().orElseGet(ids::contractNumber),
                                        terms.predecessor(),
                                        terms.customer(),
                                        plan,
                                        terms.address(),
                                        terms.billingDay(),
                                        terms.termMonths(),
                                        terms.takenOver()),
                                situation.metadata()));
    }

    /** The objection to a number that another contract has. */
    Optional<Rejection> numberInUse(NewContract terms) {
        return terms.number()
                .filter(number -> contracts.holderOf(number).isPresent())
                .map(Rejection.ContractNumberInUse::new);
    }

    private Optional<Rejection> predecessorUnfit(NewContract terms) {
        if (terms.predecessor().isEmpty()) {
            return Optional.empty();
        }
        ContractId predecessor = terms.predecessor().get();
        Optional<Contract> ended = contracts.find(predecessor).filter(found -> found.status() == Status.CANCELLED);
        if (ended.isEmpty()) {
            return Optional.of(new Rejection.PredecessorNotEnded(predecessor));
        }
        CustomerId holder = ended.get().customer();
        return holder.equals(terms.customer())
                ? Optional.empty()
                : Optional.of(new Rejection.PredecessorOfAnother(predecessor, holder));
    }
}
