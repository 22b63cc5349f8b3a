package io.silverdata.contract.model;

import java.util.Objects;

/**
 * An ONU at the end of a drop.
 *
 * @param ports where it is connected
 * @param onu which it is
 */
public record Line(PortAssignment ports, OnuSerial onu) {

    public Line {
        Objects.requireNonNull(ports, "ports");
        Objects.requireNonNull(onu, "onu");
    }

    /** What the OLT knows of it. */
    public OnuRegistration registration() {
        return new OnuRegistration(ports.ponPort(), onu);
    }
}
