package io.silverdata.contract.adapters.olt.zte;

/**
 * The numbers that stand for a shelf, a slot and a port, and there are several.
 *
 * <p>They are read here, off rows that the OLT shows; no row is addressed by a number that the OLT did not show.
 *
 * @param shelf as the number has it
 * @param slot from 1
 * @param port from 1
 */
record ZteIndex(int shelf, int slot, int port) {
    private static final int BYTE = 0xFF;

    /** {@code zxGponMgmtPonOltId} of C300 and C320: 0001, shelf in 4 bits, slot in 8, port in 8, zeros in 8. */
    static ZteIndex ofPonOltId(long id) {
        return new ZteIndex((int) (id >> 24 & 0xF), (int) (id >> 16 & BYTE), (int) (id >> 8 & BYTE));
    }

    long ponOltId() {
        return 1L << 28 | (long) shelf << 24 | (long) slot << 16 | (long) port << 8;
    }

    /** {@code ifIndex} of C600 and its kin: 0x11, shelf, slot and port in 8 bits each. */
    static ZteIndex ofC6xxIfIndex(long index) {
        return new ZteIndex((int) (index >> 16 & BYTE), (int) (index >> 8 & BYTE), (int) (index & BYTE));
    }

    long c6xxIfIndex() {
        return 0x11L << 24 | (long) shelf << 16 | (long) slot << 8 | port;
    }
}
