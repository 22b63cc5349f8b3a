package io.silverdata.contract.spi;

import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.NearbySplitter;
import io.silverdata.contract.query.OltSummary;
import io.silverdata.contract.query.OutputSummary;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.query.PonPortSummary;
import io.silverdata.contract.query.PonPortTree;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the plant looks like to people. Every storage answers the same, and inside a unit of work sees what that has written.
 *
 * <p>Each method costs a database one or two queries which read as much as they answer, by indexes: PON ports of a page, outputs of the
 * PON ports and splitters that are shown.
 */
public interface PlantSearch {

    /**
     * OLTs in the order of their names.
     *
     * @throws io.silverdata.contract.query.InvalidQueryException if the cursor of the page is none of a list of OLTs
     */
    Listing<OltSummary> olts(Page page);

    /**
     * The PON ports of an OLT in their order, with the use of all outputs under each.
     *
     * @return nothing if there is no such OLT
     * @throws io.silverdata.contract.query.InvalidQueryException if the cursor of the page is none of a list of PON ports of this OLT
     */
    Listing<PonPortSummary> ponPorts(OltId olt, Page page, Instant now);

    /** A PON port with all its splitters, if there is such a port. */
    Optional<PonPortTree> tree(PonPortId ponPort, Instant now);

    /**
     * The outputs of a splitter, at most 128, the lowest first, each without the summary of its holder.
     *
     * @return nothing if there is no such splitter
     */
    List<OutputSummary> outputs(SplitterId splitter, Instant now);

    /**
     * The splitters that {@link Plant#nearest} finds, in the same order.
     *
     * @param radius those further away are left out
     * @param max how many at most, 1 or more
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    List<NearbySplitter> nearest(GeoPosition position, Distance radius, int max, Instant now);
}
