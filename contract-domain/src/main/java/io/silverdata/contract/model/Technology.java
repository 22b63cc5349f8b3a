package io.silverdata.contract.model;

/** The kind of passive optical network that carries a plan. A port offers one or more of them. */
public enum Technology {
    /** ITU-T G.984: 2.5 Gbit/s down, 1.25 Gbit/s up. */
    GPON,
    /** ITU-T G.9807.1: 10 Gbit/s both ways. */
    XGS_PON,
    /** IEEE 802.3ah: 1 Gbit/s both ways. */
    EPON
}
