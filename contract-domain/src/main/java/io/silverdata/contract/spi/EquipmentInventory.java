package io.silverdata.contract.spi;

import io.silverdata.contract.model.OnuSerial;
import java.util.Optional;

/** What the host knows about its equipment. */
@FunctionalInterface
public interface EquipmentInventory {

    /** Why an ONU cannot be given to a subscriber, in words; empty if it can. */
    Optional<String> objection(OnuSerial onu);
}
