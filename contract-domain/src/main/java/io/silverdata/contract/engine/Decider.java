package io.silverdata.contract.engine;

import io.silverdata.contract.model.AgreedAddOn;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.TimeRange;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides commands. Every answer depends on the arguments alone and changes nothing: to keep a {@link Decision} is the
 * caller's part. Safe for use by any number of threads.
 */
public final class Decider {

    private Decider() {}

    /**
     * Decides to draft a contract.
     *
     * @param id its identity for life
     * @param terms what is agreed
     * @param metadata when, by whom and why
     * @return the draft, at version 1; or {@link Rejection.EffectiveTimeOutOfRange} if dated into the future
     */
    public static Either<Rejection, Decision> draft(
            ContractId id, ContractEvent.ContractDrafted terms, CommandMetadata metadata) {
        if (metadata.effectiveAt().isAfter(metadata.recordedAt())
                || metadata.effectiveAt().isBefore(TimeRange.EARLIEST)) {
            return Either.left(new Rejection.EffectiveTimeOutOfRange(
                    metadata.effectiveAt(), TimeRange.EARLIEST, metadata.recordedAt()));
        }
        RecordedEvent drafted = new RecordedEvent(id, 1, metadata.forEvents(), terms);
        return Either.right(new Decision(Contract.replay(List.of(drafted)), List.of(drafted)));
    }

    /**
     * Decides to adopt a contract that lives elsewhere, as of the time from which the command counts. It begins with the events of its life
     * there: the draft, the holds that last, and the adoption.
     *
     * @param id its identity for life
     * @param adopted the contract as it is there
     * @param metadata when, by whom and why
     * @return the live contract; or {@link Rejection.EffectiveTimeOutOfRange} if dated into the future, {@link Rejection.InvalidValue} naming
     *     a date that cannot be, {@link Rejection.AlreadyHeld} if two holds have one reason, {@link Rejection.HoldEndRequired} or {@link
     *     Rejection.HoldEndForbidden}
     */
    public static Either<Rejection, Decision> adopt(ContractId id, AdoptedContract adopted, CommandMetadata metadata) {
        return adopted.objection(metadata)
                .<Either<Rejection, Decision>>map(Either::left)
                .orElseGet(() -> {
                    List<RecordedEvent> events = adopted.events(id, metadata);
                    return Either.right(new Decision(Contract.replay(events), events));
                });
    }

    /**
     * Decides a command on a contract. A due command before its time, and the answer of a device to what is no longer wanted,
     * change nothing: they are accepted, without an event.
     *
     * @param contract as it is
     * @param command what is to be done
     * @param metadata when, by whom and why; a recorded time before the last event's is moved up to it
     * @return the decision, or why not
     */
    public static Either<Rejection, Decision> decide(Contract contract, Command command, CommandMetadata metadata) {
        return decide(contract, command, metadata, History.unknown());
    }

    /**
     * The same for a command that may be backdated: plan, holder and holds of the time from which it counts are those of the
     * history.
     */
    public static Either<Rejection, Decision> decide(
            Contract contract, Command command, CommandMetadata metadata, History history) {
        Optional<Rejection> objection = contract.objectionTo(command.kind());
        if (objection.isPresent()) {
            return Either.left(objection.get());
        }
        CommandMetadata clamped =
                metadata.recordedNoEarlierThan(contract.snapshot().lastRecordedAt());
        Instant earliest = contract.earliestEffect();
        if (clamped.effectiveAt().isBefore(earliest) || clamped.effectiveAt().isAfter(clamped.recordedAt())) {
            return Either.left(
                    new Rejection.EffectiveTimeOutOfRange(clamped.effectiveAt(), earliest, clamped.recordedAt()));
        }
        return command.match(new CommandHandler(contract, clamped, history, CommandHandler.Order.NEW));
    }

    /**
     * The first command that is due by now, if any. At one instant the order is: what ends (reservation, holds, add-ons), then
     * changes of plan, price and holder, then new add-ons, then new holds, then the cancellation. A scheduled change that a hold blocks is not due; lifting
     * that hold carries it out. {@link Settlement} decides everything that is due.
     */
    public static Optional<DueCommand> due(Contract contract, Instant now) {
        // Asked before every command, and nearly always nothing is due.
        if (contract.nextDueAt().filter(next -> !next.isAfter(now)).isEmpty()) {
            return Optional.empty();
        }
        return waiting(contract)
                .filter(due -> !due.at().isAfter(now))
                .min(DueCommand.IN_ORDER)
                .map(due -> due.noEarlierThan(contract.earliestEffect()));
    }

    /** Of all that waits for its time; {@link Contract#nextDueAt} is the earliest of their times. */
    private static Stream<DueCommand> waiting(Contract contract) {
        Stream<DueCommand> reservation = contract.reservation().stream()
                .map(held -> new DueCommand(new Command.ExpireReservation(), held.until()));
        Stream<DueCommand> changes = contract.scheduled().stream()
                .filter(change -> contract.blockedBy(change.command()).isEmpty())
                .map(change -> new DueCommand(new Command.ApplyScheduled(change.kind()), change.at()));
        Stream<DueCommand> holds = contract.holds().stream()
                .flatMap(hold ->
                        hold.until().stream().map(end -> new DueCommand(new Command.LiftHold(hold.reason()), end)));
        Stream<DueCommand> addOns = contract.addOns().stream().flatMap(Decider::waiting);
        return Stream.of(reservation, changes, holds, addOns).flatMap(commands -> commands);
    }

    private static Stream<DueCommand> waiting(AgreedAddOn agreed) {
        if (!agreed.started()) {
            return Stream.of(new DueCommand(new Command.StartAddOn(agreed.id()), agreed.startsAt()));
        }
        return agreed.endsAt().stream().map(end -> new DueCommand(new Command.RemoveAddOn(agreed.id()), end));
    }
}
