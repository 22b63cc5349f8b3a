package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandPreview;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNote;
import io.silverdata.contract.model.IdempotencyKey;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.spi.ConflictException;
import io.vavr.control.Either;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the commands of forms. What a person writes as the reason becomes a note, in one transaction with the command; the command is
 * correlated by the identity of the note, so that the timeline shows the reason beside what happened.
 */
@Component
class Commander {
    private static final int ATTEMPTS = 4;
    private static final int MOST_CHANGES = 50;
    private static final String REASON = "-reason";

    private final Contracts contracts;
    private final TransactionTemplate transactions;

    Commander(Contracts contracts, PlatformTransactionManager transactions) {
        this.contracts = contracts;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** What a command would do. */
    Either<Rejection, CommandPreview> preview(Order order, CommandContext context) {
        CommandContext unkeyed = new CommandContext(
                context.actor(),
                context.trigger(),
                Optional.empty(),
                Optional.empty(),
                context.effectiveAt(),
                context.correlationId());
        return contracts.preview(facade -> order.give(facade, unkeyed));
    }

    /**
     * Gives a command. A form that is stale only by what the network did since is taken: nobody decided anything meanwhile.
     *
     * @param why the reason that the person wrote, if any
     */
    Either<Rejection, CommandResult> give(
            ContractId contract, Order order, Optional<String> why, CommandContext context) {
        Either<Rejection, CommandResult> outcome = once(contract, order, why, context);
        if (outcome.isLeft()
                && outcome.getLeft() instanceof Rejection.StaleVersion stale
                && since(contract, stale.expected()).stream().allMatch(event -> event.trigger() == Trigger.NETWORK)) {
            return once(contract, order, why, context.expecting(stale.actual()));
        }
        return outcome;
    }

    /** What happened since a version, the latest first, at most 50. */
    List<RecordedEvent> since(ContractId contract, long version) {
        return contracts.history(contract, Page.first(MOST_CHANGES)).items().stream()
                .filter(event -> event.version() > version)
                .toList();
    }

    private Either<Rejection, CommandResult> once(
            ContractId contract, Order order, Optional<String> why, CommandContext context) {
        if (why.isEmpty()) {
            return order.give(contracts, context);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return inTransaction(contract, order, why.get(), context);
            } catch (ConflictException conflict) {
                if (attempt == ATTEMPTS) {
                    throw conflict;
                }
            }
        }
    }

    private Either<Rejection, CommandResult> inTransaction(
            ContractId contract, Order order, String why, CommandContext context) {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            Either<Rejection, CommandResult> outcome = contracts
                    .notes()
                    .add(contract, why, noting(context))
                    .flatMap(note -> order.give(contracts, context.correlatedBy(reference(note))));
            if (outcome.isLeft()) {
                transaction.setRollbackOnly();
            }
            return outcome;
        }));
    }

    private static String reference(ContractNote note) {
        return note.id().toString();
    }

    private static CommandContext noting(CommandContext context) {
        return new CommandContext(
                context.actor(),
                context.trigger(),
                context.idempotencyKey().map(key -> new IdempotencyKey(key.value() + REASON)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
