package io.silverdata.contract.spi;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.PortCondition;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutput;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SplitterSurvey;
import io.silverdata.contract.model.Technology;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The outside plant: OLTs, PON ports, splitters, and for each splitter output the one contract that has it.
 *
 * <p>A reservation is over at its end and a rest at its own, without anybody having to tidy up: whoever asks at a later
 * {@code now} gets the output.
 */
public interface Plant {

    /**
     * Adds what is new and replaces what is known, all or nothing. Outputs that feed another splitter become {@link
     * PortCondition#BLOCKED}. Claims stay.
     *
     * @throws IllegalArgumentException if something is there twice, if a splitter names a PON port or a parent output that
     *     neither the layout nor the plant has, if its PON port is not that of its parent, if splitters feed each other in a
     *     circle, if a PON port names an unknown OLT, if a parent output is in use or feeds two splitters, or if a splitter
     *     would lose an output that a contract has or that feeds another splitter; {@link MoveNeededException} if a splitter would be
     *     on another PON port than it is, and contracts have a line or a reservation at an output of it
     */
    void install(PlantLayout layout);

    /**
     * Installs splitters at the PON port to which they were spliced, with the contracts that have outputs of them: what these say of their
     * PON port is told to them one by one, by a plant move. Claims stay, if need be above the limit of the PON port.
     *
     * @param splitters a splitter with all that it feeds
     * @throws IllegalArgumentException as {@link #install} does, but for the contracts
     */
    void splice(List<Splitter> splitters);

    /**
     * Removes a splitter with its outputs. The output that fed it stays {@link PortCondition#BLOCKED}. Of this and a claim on one of
     * its outputs at the same time exactly one succeeds.
     *
     * @return empty if it was removed; or {@link Rejection.UnknownPlantPart}, or {@link Rejection.PlantPartInUse} if a contract has a claim on
     *     an output, whether or not it is over, or if the splitter feeds others
     */
    Optional<Rejection> remove(SplitterId splitter);

    /**
     * Removes a PON port.
     *
     * @return empty if it was removed; or {@link Rejection.UnknownPlantPart}, or {@link Rejection.PlantPartInUse} if there are splitters on it,
     *     with the contracts that have a claim under it
     */
    Optional<Rejection> remove(PonPortId ponPort);

    /**
     * Removes an OLT.
     *
     * @return empty if it was removed; or {@link Rejection.UnknownPlantPart}, or {@link Rejection.PlantPartInUse} if it has PON ports, with the
     *     contracts that have a claim under it
     */
    Optional<Rejection> remove(OltId olt);

    /**
     * Gives a splitter another name. Its outputs go with it, and so do the splitters that it feeds. Of this and a claim on one of its
     * outputs at the same time exactly one succeeds.
     *
     * @return empty if it was renamed; or {@link Rejection.UnknownPlantPart}, {@link Rejection.NothingToChange} (it is the
     *     name), {@link Rejection.SplitterNameInUse}, or {@link Rejection.PlantPartInUse} if a contract has a claim on an output, whether
     *     or not it is over
     */
    Optional<Rejection> rename(SplitterId splitter, SplitterId name);

    /**
     * Says whether an output may be given to anyone new. A contract that has it keeps it. An output that feeds a splitter
     * stays {@link PortCondition#BLOCKED} whatever is said.
     *
     * @return whether there is such an output
     */
    boolean setCondition(SplitterOutputId port, PortCondition condition);

    /**
     * Says whether an OLT is in service.
     *
     * @return whether there is such an OLT
     */
    boolean setState(OltId olt, ServiceState state);

    /**
     * Says whether a PON port is in service.
     *
     * @return whether there is such a port
     */
    boolean setState(PonPortId ponPort, ServiceState state);

    /** Whether an OLT is in service, as was said last; empty if there is no such OLT. */
    Optional<ServiceState> state(OltId olt);

    /** Every OLT, in their order. */
    List<OltId> olts();

    /** What is known about one splitter. */
    Optional<SplitterSurvey> survey(SplitterId splitter, Instant now);

    /**
     * The splitters around a place that have an output which is {@link io.silverdata.contract.model.PortState#FREE}.
     *
     * @param radius those further away are left out
     * @param max how many at most, 1 or more
     * @return the nearest first; of equally near ones the lesser name first
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    List<SplitterSurvey> nearest(GeoPosition position, Distance radius, int max, Instant now);

    /** What is known about one output. */
    Optional<SplitterOutput> port(SplitterOutputId port);

    /** What the PON port of a splitter offers; nothing if there is no such splitter. */
    default Set<Technology> technologiesAt(SplitterId splitter, Instant now) {
        return survey(splitter, now)
                .map(found -> found.ponPort().technologies())
                .orElse(Set.of());
    }

    /**
     * Reads outputs that this unit of work is about to claim, so that asking for each and claiming it costs no message of its own. What others do
     * to them meanwhile is found out at the latest when the unit of work ends, with a {@link ConflictException}. As it is, it does nothing.
     *
     * @param outputs at most 1000
     */
    default void readAhead(Collection<SplitterOutputId> outputs) {}

    /** Every output that a contract has a claim on, in their order. */
    List<SplitterOutput> portsOf(ContractId contract);

    /**
     * Every output that one of some contracts has a claim on, in any order. Adapters should read them in one query.
     *
     * @param contracts at most 1000
     */
    default List<SplitterOutput> portsOfAll(Collection<ContractId> contracts) {
        return contracts.stream()
                .flatMap(contract -> portsOf(contract).stream())
                .toList();
    }

    /**
     * Outputs of a splitter that are free.
     *
     * @param max how many at most, 1 or more
     * @return the lowest first; empty if there is no such splitter
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    List<SplitterOutputId> freePorts(SplitterId splitter, int max, Instant now);

    /**
     * Claims an output, or changes the claim that the contract already has on it. Of any number of callers at most one
     * must get an output, and a PON port must never have more holders than its limit.
     *
     * <p>A claim on the contract's own output is granted even if it is blocked or faulty.
     *
     * @return the outcome; nothing changed unless it is {@link ClaimOutcome#CLAIMED}
     */
    ClaimOutcome claim(SplitterOutputId port, ContractId contract, PortClaim claim, Instant now);

    /**
     * Claims as {@link #claim} does, but does not wait for another unit of work that has just taken the output and has not
     * ended yet. An adapter whose units of work do not wait for each other need not override it.
     *
     * @return the outcome, or empty if another unit of work is taking the output: nothing changed, and the output may
     *     become free again when that one ends
     */
    default Optional<ClaimOutcome> claimUnlessBusy(
            SplitterOutputId port, ContractId contract, PortClaim claim, Instant now) {
        return Optional.of(claim(port, contract, claim, now));
    }

    /**
     * Gives up the claim that a contract has on an output.
     *
     * @param restUntil the end of its quarantine; not after {@code now} if it is free at once
     * @return whether the contract had a claim on it
     */
    boolean release(SplitterOutputId port, ContractId contract, Instant restUntil, Instant now);

    /** How the outputs are used, for each PON port in its order. Outputs that feed a splitter count as blocked. */
    List<PonPortOccupancy> occupancy(Instant now);
}
