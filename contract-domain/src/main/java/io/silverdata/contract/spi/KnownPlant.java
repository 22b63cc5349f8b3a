package io.silverdata.contract.spi;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a plant has before a layout is installed, as far as {@link PlantLayout#requireFits} asks. */
public interface KnownPlant {

    /** Whether there is such an OLT. */
    boolean has(OltId olt);

    /** Whether there is such a PON port. */
    boolean has(PonPortId ponPort);

    /** The splitter of that name. */
    Optional<Splitter> find(SplitterId splitter);

    /** The splitter that an output feeds. */
    Optional<Splitter> fedFrom(SplitterOutputId output);

    /** The splitters that the outputs of a splitter feed. */
    Collection<Splitter> fedBy(Splitter parent);

    /**
     * Contracts whose line or reservation is at an output of a splitter: with a claim IN_USE or RESERVED, whether or not it is over.
     *
     * @param max how many at most
     */
    List<ContractId> holdersOf(SplitterId splitter, int max);

    /** The contract that has a claim on an output, whether or not it is over. */
    Optional<ContractId> holderOf(SplitterOutputId output);
}
