package io.silverdata.contract.adapters.olt.nscrtv;

/**
 * {@code GponDeviceIndex} of NSCRTV-FTTX-GPON-MIB: device, card, PON port and ONU in 8 bits each, the device's first.
 *
 * @param device 1 to 255
 * @param card 0 to 255
 * @param port 1 to 255
 * @param onu 1 to 255
 */
record OnuIndex(int device, int card, int port, int onu) {
    private static final int BYTE = 0xFF;

    static OnuIndex of(long value) {
        return new OnuIndex((int) (value >> 24 & BYTE), (int) (value >> 16 & BYTE), (int) (value >> 8 & BYTE), (int)
                (value & BYTE));
    }

    long value() {
        return (long) device << 24 | (long) card << 16 | (long) port << 8 | onu;
    }
}
