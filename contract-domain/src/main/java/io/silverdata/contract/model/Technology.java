package io.silverdata.contract.model;

/** The kind of passive optical network that carries a plan. A port offers one or more of them. */
public enum Technology {
    /** ITU-T G.984.2: 2.48832 Gbit/s down, 1.24416 Gbit/s up. */
    GPON(2_488_320_000L),
    /** ITU-T G.9807.1: 9.95328 Gbit/s both ways. */
    XGS_PON(9_953_280_000L),
    /** IEEE 802.3ah: 1 Gbit/s both ways. */
    EPON(1_000_000_000L);

    private final Bandwidth downstream;

    Technology(long bitsPerSecond) {
        downstream = new Bandwidth(bitsPerSecond);
    }

    /** The nominal line rate towards the subscribers, which all of a PON port share. */
    public Bandwidth downstream() {
        return downstream;
    }
}
