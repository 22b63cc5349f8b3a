package io.silverdata.contract.adapters.olt.zte;

import java.util.Optional;

/**
 * The number that ZTE's service ports have for a GEM port of an ONU (type 4 of ZTE-AN-TC-MIB): 0100, shelf in 4 bits, card in 5, PON
 * port in 3, ONU in 8, GEM port in 8; the last three from 0.
 *
 * <p>Shelf, card and PON port are taken from the number of the PON port's interface, as the OLT shows it: how cards are counted
 * differs between C300 and C320.
 *
 * @param shelf 0 to 15
 * @param card 0 to 31
 * @param port 0 to 7
 * @param onu 1 to 256
 * @param gemPort 1 to 256
 */
record BridgePort(int shelf, int card, int port, int onu, int gemPort) {
    private static final int BYTE = 0xFF;
    private static final int PORTS = 8;

    /** Empty for the second eight ports of a card: no source says how they are written. */
    static Optional<BridgePort> of(long ifIndex, int onu, int gemPort) {
        int port = (int) (ifIndex >> 8 & BYTE);
        return port < PORTS
                ? Optional.of(
                        new BridgePort((int) (ifIndex >> 24 & 0xF), (int) (ifIndex >> 16 & 0x1F), port, onu, gemPort))
                : Optional.empty();
    }

    static BridgePort of(long index) {
        return new BridgePort(
                (int) (index >> 24 & 0xF),
                (int) (index >> 19 & 0x1F),
                (int) (index >> 16 & 0x7),
                (int) (index >> 8 & BYTE) + 1,
                (int) (index & BYTE) + 1);
    }

    long index() {
        return 4L << 28
                | (long) shelf << 24
                | (long) card << 19
                | (long) port << 16
                | (long) (onu - 1) << 8
                | (gemPort - 1);
    }
}
