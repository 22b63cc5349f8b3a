package io.silverdata.contract.adapters.olt.raisecom;

import io.silverdata.contract.model.PonPortId;
import java.util.Optional;

/**
 * A PON port, and the number that Raisecom's tables of ports and of unregistered ONUs have for it: slot times 64 plus port.
 *
 * @param slot 1 to 31
 * @param port 1 to 63
 */
record PortIndex(int slot, int port) {
    private static final int SLOTS = 32;
    private static final int PORTS = 64;

    static PortIndex of(long index) {
        return new PortIndex((int) (index / PORTS), (int) (index % PORTS));
    }

    /** The index of a PON port, if Raisecom has such: frame 0, slot up to 31, port up to 63. */
    static Optional<PortIndex> of(PonPortId port) {
        return port.frame() == 0 && port.slot() < SLOTS && port.port() < PORTS
                ? Optional.of(new PortIndex(port.slot(), port.port()))
                : Optional.empty();
    }

    long index() {
        return (long) slot * PORTS + port;
    }

    OnuIndex onu(int onu) {
        return new OnuIndex(slot, port, onu);
    }
}
