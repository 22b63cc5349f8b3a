package io.silverdata.contract.adapters.olt.raisecom;

import io.silverdata.contract.model.PonPortId;
import java.util.Optional;

/**
 * A PON port, and the number that Raisecom's tables of ports and of unregistered ONUs have for it: slot times 64 plus port.
 *
 * @param slot 1 to 31
 * @param port 1 to 63
 */
record PortPlace(int slot, int port) {
    private static final int SLOTS = 32;
    private static final int PORTS = 64;

    static PortPlace of(long index) {
        return new PortPlace((int) (index / PORTS), (int) (index % PORTS));
    }

    /** Where a PON port is, if Raisecom has such: frame 0, slot up to 31, port up to 63. */
    static Optional<PortPlace> of(PonPortId port) {
        return port.frame() == 0 && port.slot() < SLOTS && port.port() < PORTS
                ? Optional.of(new PortPlace(port.slot(), port.port()))
                : Optional.empty();
    }

    long index() {
        return (long) slot * PORTS + port;
    }

    OnuPlace at(int onu) {
        return new OnuPlace(slot, port, onu);
    }
}
