package io.silverdata.contract.spi;

import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.PonPortId;
import java.util.List;

/** What the host has sold under each PON port, for the check against oversubscription. */
@FunctionalInterface
public interface BandwidthLedger {

    /** The download rates of all subscribers of the PON port, in any order. */
    List<Bandwidth> sold(PonPortId ponPort);
}
