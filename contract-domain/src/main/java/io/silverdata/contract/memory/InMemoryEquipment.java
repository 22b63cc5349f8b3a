package io.silverdata.contract.memory;

import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.spi.EquipmentInventory;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** ONUs that must not be given out; all others may. Safe for use by any number of threads. */
public final class InMemoryEquipment implements EquipmentInventory {
    private final Map<OnuSerial, String> objections = new ConcurrentHashMap<>();

    /** Has no objection to any ONU. */
    public InMemoryEquipment() {}

    /**
     * Objects to an ONU.
     *
     * @param why in words, for people
     */
    public InMemoryEquipment put(OnuSerial onu, String why) {
        objections.put(onu, why);
        return this;
    }

    /** No longer objects to an ONU. */
    public InMemoryEquipment remove(OnuSerial onu) {
        objections.remove(onu);
        return this;
    }

    @Override
    public Optional<String> objection(OnuSerial onu) {
        return Optional.ofNullable(objections.get(onu));
    }
}
