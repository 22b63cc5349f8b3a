package io.silverdata.contract.examples.console.sell;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.IdempotencyKey;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.query.OutputSummary;
import io.silverdata.contract.spi.ConflictException;
import io.vavr.control.Either;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A sale is one transaction, whatever number of commands it takes: nothing is left of one that is refused. */
@Component
class Sale {
    private static final int ATTEMPTS = 4;

    private final Contracts contracts;
    private final TransactionTemplate transactions;

    Sale(Contracts contracts, PlatformTransactionManager transactions) {
        this.contracts = contracts;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Drafts, assesses and reserves.
     *
     * @param splitter an output of this one; the best one if empty
     */
    Either<Rejection, CommandResult> reserve(NewContract terms, Optional<SplitterId> splitter, CommandContext by) {
        return inOneTransaction(() -> drafted(terms, splitter, by));
    }

    /** From nothing to active. */
    Either<Rejection, CommandResult> signUp(
            NewContract terms, Optional<SplitterId> splitter, OnuSerial onu, RadiusUser login, CommandContext by) {
        if (splitter.isEmpty()) {
            return contracts.signUp(new SignUp(terms, onu, login), by);
        }
        return inOneTransaction(() -> drafted(terms, splitter, by)
                .flatMap(reserved -> reserved.repeated()
                        ? Either.right(reserved)
                        : contracts.activate(reserved.contract().id(), onu, login, step(by, "activate"))));
    }

    private Either<Rejection, CommandResult> drafted(
            NewContract terms, Optional<SplitterId> splitter, CommandContext by) {
        Either<Rejection, CommandResult> draft = contracts.draft(terms, by);
        if (draft.isLeft() || draft.get().repeated()) {
            return draft; // of a sale that was made, everything was done
        }
        ContractId id = draft.get().contract().id();
        return assess(id, splitter, step(by, "assess")).flatMap(assessed -> reserve(id, splitter, step(by, "reserve")));
    }

    private Either<Rejection, CommandResult> assess(ContractId id, Optional<SplitterId> splitter, CommandContext by) {
        return splitter.isPresent() ? contracts.assess(id, splitter.get(), by) : contracts.assess(id, by);
    }

    private Either<Rejection, CommandResult> reserve(ContractId id, Optional<SplitterId> splitter, CommandContext by) {
        if (splitter.isEmpty()) {
            return contracts.reserve(id, by);
        }
        return free(splitter.get())
                .map(output -> contracts.reserve(id, output, by))
                .orElseGet(() -> Either.left(new Rejection.NoPortAvailable(List.of())));
    }

    private Optional<SplitterOutputId> free(SplitterId splitter) {
        return contracts.plant().outputs(splitter).stream()
                .filter(output -> output.state() == PortState.FREE)
                .map(OutputSummary::output)
                .map(output -> output.id())
                .findFirst();
    }

    /** Each command of the sale has a key of its own. */
    private static CommandContext step(CommandContext by, String name) {
        return new CommandContext(
                by.actor(),
                by.trigger(),
                by.idempotencyKey().map(key -> new IdempotencyKey(key.value() + "-" + name)),
                Optional.empty(),
                by.effectiveAt(),
                by.correlationId());
    }

    private Either<Rejection, CommandResult> inOneTransaction(Supplier<Either<Rejection, CommandResult>> commands) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transactions.execute(transaction -> {
                    Either<Rejection, CommandResult> outcome = commands.get();
                    if (outcome.isLeft()) {
                        transaction.setRollbackOnly();
                    }
                    return outcome;
                }));
            } catch (ConflictException conflict) {
                if (attempt == ATTEMPTS) {
                    throw conflict;
                }
            }
        }
    }
}
