package io.silverdata.contract.coexistence;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.model.Coexistence;
import io.silverdata.contract.model.CoexistenceChange;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.WriteSwitch;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;

/**
 * Running beside another system: what is written to, and what is only observed. A host gets it from {@code Contracts.coexistence()}.
 *
 * <p>What is observed is computed, audited and reported as always, and written to by nobody: deliveries wait, audits repair nothing, extras
 * are not removed. What waits is held: it counts as no attempt, is not parked, and is not late. Commands on contracts go on.
 *
 * <p>A switch is stored, and every process follows it: within one second no process begins to write to what is observed. What an adapter was
 * given before, at most 512 orders to RADIUS or 32 to an OLT, is carried out: {@code Health} shows who writes to which OLT, and that no
 * row is leased once all is over.
 *
 * <p>Nobody is cut by a switch unless the switch says how many may be. Thread-safe.
 */
public interface ContractCoexistence {

    /** What is written to now. Costs a look-up by key. */
    Coexistence current();

    /**
     * Who switched what, when and why.
     *
     * @param after the last revision that is known; 0 for all
     * @param max how many at most, 1 or more
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    List<CoexistenceChange> changes(long after, int max);

    /**
     * What would be told to devices that are only observed, if they were written to.
     *
     * @param after the end of the page before; empty for the first page
     * @param max how many contracts at most, 1 to 1,000
     * @throws IllegalArgumentException if {@code max} is out of range
     */
    HeldPage held(Optional<ContractId> after, int max);

    /** What a switch would come to. Writes nothing. Costs a walk through the queue, and reads the contracts that wait. */
    SwitchPreview preview(WriteSwitch wanted);

    /**
     * Switches what is written to. To observe is at once, whatever waits; to write looks at what waits first, as {@link #preview} does. Joins the
     * host's transaction.
     *
     * @param context by whom; must name neither an idempotency key, a version nor a time in the past
     * @return the change; or {@link Rejection.NothingToChange} (it is so), {@link Rejection.WouldRestrict} (somebody would be cut: its
     *     Javadoc says what to do), {@link Rejection.InvalidValue} (more than 20,000 exceptions)
     * @throws IllegalArgumentException naming what the context must not say
     * @throws io.silverdata.contract.spi.ConflictException after many attempts, if others switched each time
     */
    Either<Rejection, CoexistenceChange> switchTo(WriteSwitch wanted, CommandContext context);
}
