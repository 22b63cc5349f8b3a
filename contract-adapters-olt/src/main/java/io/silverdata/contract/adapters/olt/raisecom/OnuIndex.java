package io.silverdata.contract.adapters.olt.raisecom;

/**
 * The three numbers that Raisecom's tables have for an ONU.
 *
 * @param slot 1 to 31
 * @param port 1 to 63
 * @param onu 1 to 199
 */
record OnuIndex(int slot, int port, int onu) {
    private static final int PER_SLOT = 10_000_000;
    private static final int PER_PORT = 100_000;
    private static final int PER_ONU = 1_000;
    private static final int FIRST_HUNDRED = 100;

    /** From the tables of the OLT, 8886.18.3.1.3: 0001, slot in 5 bits, 0, port in 6 bits, ONU in 16 bits. */
    static OnuIndex ofBits(long index) {
        return new OnuIndex((int) (index >> 23 & 0x1F), (int) (index >> 16 & 0x3F), (int) (index & 0xFFFF));
    }

    long bits() {
        return 1L << 28 | (long) slot << 23 | (long) port << 16 | onu;
    }

    /** In the tables of the ONUs, 8886.18.3.6: decimal digits for slot, port and ONU. */
    long digits() {
        return (long) slot * PER_SLOT + (long) port * PER_PORT + onu;
    }

    /** In the tables of an ONU's first port, 8886.18.3.6.3: one digit group more. From ONU 100 on two bits say so. */
    long opticalDigits() {
        long base = (long) slot * PER_SLOT + (long) port * PER_PORT + 1;
        return onu < FIRST_HUNDRED
                ? base + (long) onu * PER_ONU
                : (3L << 28) + base + (long) (onu % FIRST_HUNDRED) * PER_ONU;
    }
}
