package io.silverdata.contract.plant;

import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.NearbySplitter;
import io.silverdata.contract.query.OltSummary;
import io.silverdata.contract.query.OutputSummary;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.query.PonPortSummary;
import io.silverdata.contract.query.PonPortTree;
import java.util.List;
import java.util.Optional;

/**
 * The plant as screens show it, and the removal and renaming of its parts. A host gets it from {@code Contracts.plant()} and may pass it
 * around; what is built is installed, blocked and put out of service with {@link io.silverdata.contract.spi.Plant}.
 *
 * <p>States are those of the moment of the call. An answer sees what a unit of work, or a transaction of the host, has written around it.
 * Each change is one unit of work, which is repeated after a conflict. Every method throws {@link
 * io.silverdata.contract.spi.StorageException} if the storage fails. Thread-safe.
 */
public interface PlantInventory {

    /**
     * OLTs in the order of their names, with the number of PON ports of each. Costs one query, which reads an index entry for each PON port
     * of the page's OLTs.
     *
     * @throws io.silverdata.contract.query.InvalidQueryException if the cursor of the page is none of a list of OLTs
     */
    Listing<OltSummary> olts(Page page);

    /**
     * The PON ports of an OLT in the order of frame, slot and port, with the use of all outputs under each. Costs one query, which reads
     * the page's PON ports and all outputs under them: about a hundred for each.
     *
     * @return nothing if there is no such OLT
     * @throws io.silverdata.contract.query.InvalidQueryException if the cursor of the page is none of a list of PON ports of this OLT
     */
    Listing<PonPortSummary> ponPorts(OltId olt, Page page);

    /**
     * A PON port with all its splitters as a tree, and the use of the outputs of each. Costs two queries, which read the splitters and
     * outputs of the PON port.
     *
     * @return empty if there is no such PON port
     */
    Optional<PonPortTree> tree(PonPortId ponPort);

    /**
     * The outputs of a splitter, at most 128, the lowest first, each with its state, the splitter that it feeds, and what a list shows of the
     * contract that has it. Costs two queries, which read the outputs and the summaries of their holders.
     *
     * @return nothing if there is no such splitter
     */
    List<OutputSummary> outputs(SplitterId splitter);

    /**
     * The splitters around a place that have a free output, the nearest first. Costs one query for the splitters that are found and one for
     * each circle that is searched, of 250 m first and three times as wide each time until there are enough: two where the plant is dense.
     *
     * @param radius those further away are left out; the wider, the more may be read where nothing is free
     * @param max how many at most, 1 to 1,000
     * @throws io.silverdata.contract.query.InvalidQueryException if {@code max} is not 1 to 1,000
     */
    List<NearbySplitter> nearest(GeoPosition position, Distance radius, int max);

    /**
     * Removes a splitter with its outputs. The output that fed it stays blocked until {@code setCondition} says otherwise. Of a removal and
     * a sale of one of its outputs at the same time exactly one succeeds.
     *
     * @return empty if it was removed; or {@link Rejection.UnknownPlantPart} (nothing to do), {@link Rejection.PlantPartInUse}
     *     (relocate or cancel the contracts that it names, wait until lines that end are removed from the OLT, and remove the splitters that
     *     it feeds first)
     */
    Optional<Rejection> remove(SplitterId splitter);

    /**
     * Removes a PON port. No device is told.
     *
     * @return empty if it was removed; or {@link Rejection.UnknownPlantPart} (nothing to do), {@link Rejection.PlantPartInUse}
     *     (remove its splitters, or install them on another PON port, and relocate or cancel the contracts that have an output under it or
     *     a line on it first)
     */
    Optional<Rejection> remove(PonPortId ponPort);

    /**
     * Removes an OLT. No device is told, and the settings of its driver stay with the host.
     *
     * @return empty if it was removed; or {@link Rejection.UnknownPlantPart} (nothing to do), {@link Rejection.PlantPartInUse}
     *     (remove its PON ports, and relocate or cancel the contracts that have a line on it first)
     */
    Optional<Rejection> remove(OltId olt);

    /**
     * Gives a splitter another name. Its outputs and the splitters that it feeds go with it; what happened to contracts under the old name
     * stays written under the old name. Of this and a sale of one of its outputs at the same time exactly one succeeds.
     *
     * @return empty if it was renamed; or {@link Rejection.UnknownPlantPart} (check the name), {@link Rejection.NothingToChange} (it is
     *     the name), {@link Rejection.SplitterNameInUse} (choose another name), {@link Rejection.PlantPartInUse} (relocate or cancel the
     *     contracts that it names first)
     */
    Optional<Rejection> rename(SplitterId splitter, SplitterId name);
}
