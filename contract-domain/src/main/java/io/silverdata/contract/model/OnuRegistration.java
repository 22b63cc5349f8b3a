package io.silverdata.contract.model;

import java.util.Objects;

/**
 * An ONU that an OLT serves, as the OLT knows it: at a PON port, whatever splitter output it is connected to.
 *
 * @param ponPort where
 * @param onu which
 */
public record OnuRegistration(PonPortId ponPort, OnuSerial onu) {

    public OnuRegistration {
        Objects.requireNonNull(ponPort, "ponPort");
        Objects.requireNonNull(onu, "onu");
    }

    /** As {@code HWTC12345678 at olt-1:0/1/2}. */
    @Override
    public String toString() {
        return onu + " at " + ponPort;
    }
}
