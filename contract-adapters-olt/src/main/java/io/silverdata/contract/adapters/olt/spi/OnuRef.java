package io.silverdata.contract.adapters.olt.spi;

import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.util.Objects;

/**
 * A registered ONU.
 *
 * @param port where
 * @param id its number at that port, as the OLT counts, 0 to 1023
 * @param serial which
 */
public record OnuRef(PonPortId port, int id, OnuSerial serial) {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public OnuRef {
        Objects.requireNonNull(port, "port");
        Objects.requireNonNull(serial, "serial");
        if (id < 0 || id > 1_023) {
            throw new IllegalArgumentException("onu id must be 0 to 1023: " + id);
        }
    }

    /** As {@code HWTC12345678 at olt-1:0/1/2:5}. */
    @Override
    public String toString() {
        return serial + " at " + port + ":" + id;
    }
}
