package io.silverdata.contract.move;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.model.PlantMove;
import io.silverdata.contract.model.PlantMoveState;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplicePoint;
import io.silverdata.contract.model.SplitterId;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plant moves: splitters are spliced to other PON ports while contracts have outputs of them. A host gets it from {@code
 * Contracts.moves()}; {@code docs/plant.md} goes through a move step by step.
 *
 * <p>A move is planned, looked at, begun and advanced. Before a splitter is spliced to another OLT, that OLT is told of the ONUs under
 * it; within one OLT nothing can be told beforehand, since an OLT takes an ONU at one PON port only. When a splitter is spliced, the host
 * says so; then its contracts follow, and the old registrations are removed. Deliveries, audits and leases are those of every change.
 *
 * <p>No contract is without a line meanwhile. While the plant has a splitter elsewhere than a contract, audits tell it. Thread-safe.
 * Every method throws {@link io.silverdata.contract.spi.StorageException} if the storage fails.
 */
public interface PlantMoves {

    /**
     * Plans to splice a splitter, with all that it feeds, elsewhere. Writes nothing.
     *
     * @param notBefore before this time nothing is done
     * @return the plan; or {@link Rejection.UnknownPlantPart} (check the name), {@link Rejection.NothingToChange} (it is on that PON
     *     port: install it)
     * @throws IllegalArgumentException if the name is not 1 to 91 printable ASCII characters without spaces
     */
    Either<Rejection, PlantMove> planSplitter(String name, SplitterId splitter, SplicePoint to, Instant notBefore);

    /**
     * Plans to splice everything on some PON ports to others, one to one: an OLT is replaced by one of another make, or a card by another.
     * Install the new OLT and its PON ports first. Writes nothing.
     *
     * @param ponPorts the new PON port for each old one; old ones without splitters are left out of the plan
     * @return the plan; or {@link Rejection.UnknownPlantPart} (check the names), {@link Rejection.NothingToChange} (there are no splitters)
     * @throws IllegalArgumentException if the name is wrong, or a PON port is to move to itself
     */
    Either<Rejection, PlantMove> planReplacement(String name, Map<PonPortId, PonPortId> ponPorts, Instant notBefore);

    /**
     * Plans to spread the splitters of a PON port over others: each, those with the most subscribers first, to the one of those that offer
     * what its contracts need on which the most subscribers fit. Writes nothing.
     *
     * @param targets in any order
     * @return the plan; or {@link Rejection.UnknownPlantPart} (check the names), {@link Rejection.NothingToChange} (there are no
     *     splitters), {@link Rejection.PonPortFull} (name more targets)
     * @throws IllegalArgumentException if the name is wrong, or there are no targets or the PON port itself is among them
     */
    Either<Rejection, PlantMove> planEvacuation(
            String name, PonPortId ponPort, Collection<PonPortId> targets, Instant notBefore);

    /**
     * What a plan would do: which contracts, who has no place, and what is sent to which OLT. Reads every contract under the splitters;
     * writes nothing.
     */
    MovePreview preview(PlantMove plan);

    /**
     * Begins a move. The plan is kept by its name; nothing is done before {@link MoveRun#advance}. The same plan again gives a run of
     * the same move.
     *
     * @param context by whom and why contracts are moved; must name neither an idempotency key nor a version
     * @return a run; or {@link Rejection.MoveInProgress} (another move has the name, or a splitter of this one), or the first objection of the
     *     preview: {@link Rejection.UnknownPlantPart}, {@link Rejection.UnknownPort} or {@link Rejection.PortUnavailable} (correct the
     *     plan), {@link Rejection.InvalidValue} (plan again: a splitter is elsewhere by now), {@link Rejection.PonPortFull}, {@link
     *     Rejection.OtherTechnology} or {@link Rejection.EquipmentUnavailable} (choose another PON port, or relocate the contracts that have
     *     no place first)
     */
    Either<Rejection, MoveRun> begin(PlantMove plan, CommandContext context);

    /**
     * A run of a move that was begun, on whatever host.
     *
     * @param context by whom and why contracts are moved; must name neither an idempotency key nor a version
     * @return a run; or {@link Rejection.UnknownMove}
     */
    Either<Rejection, MoveRun> run(String name, CommandContext context);

    /**
     * Says that a splitter was spliced to where the move wants it: the plant has it there from now on, with all that it feeds, and sells it
     * there. Say it when the fibre is cut; then advance, so that the contracts follow. Said again, it changes nothing.
     *
     * @return the move; or {@link Rejection.UnknownMove} (there is none, it is over, or it does not move this splitter), {@link
     *     Rejection.PonPortFull} (others were sold there meanwhile: raise the limit, or relocate some), {@link Rejection.UnknownPlantPart},
     *     {@link Rejection.UnknownPort} or {@link Rejection.PortUnavailable} (the place is gone, or taken: correct the plant)
     */
    Either<Rejection, PlantMoveState> spliced(String name, SplitterId splitter);

    /** Stops a move on all hosts until it is resumed; or {@link Rejection.UnknownMove} if there is none, or it is over. */
    Either<Rejection, PlantMoveState> pause(String name);

    /** Lets a paused move go on; or {@link Rejection.UnknownMove} if there is none, or it is over. */
    Either<Rejection, PlantMoveState> resume(String name);

    /**
     * Turns a move round, at whatever stage: what was prepared is taken back, and what was spliced is prepared where it was. Say with
     * {@link #spliced} when a splitter is spliced back. Advance the move as before.
     *
     * @return the move; or {@link Rejection.UnknownMove} (there is none, or it returned already), {@link Rejection.MoveInProgress} (another
     *     move has a splitter of it), {@link Rejection.InvalidValue} (a splitter is elsewhere by now)
     */
    Either<Rejection, PlantMoveState> turnBack(String name);

    /** The move of a name. */
    Optional<PlantMoveState> find(String name);

    /** Moves that are not over, by name. */
    List<PlantMoveState> open();
}
