package io.silverdata.contract.adapters.olt.raisecom;

/**
 * A PON port, and the number that Raisecom's tables of ports and of unregistered ONUs have for it: slot times 64 plus port.
 *
 * @param slot 1 to 31
 * @param port 1 to 63
 */
record PortPlace(int slot, int port) {
    private static final int PORTS = 64;

    static PortPlace of(long index) {
        return new PortPlace((int) (index / PORTS), (int) (index % PORTS));
    }

    long index() {
        return (long) slot * PORTS + port;
    }

    OnuPlace at(int onu) {
        return new OnuPlace(slot, port, onu);
    }
}
