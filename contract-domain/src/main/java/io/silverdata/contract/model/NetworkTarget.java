package io.silverdata.contract.model;

/** The two sides of the network that a contract appears on. */
public enum NetworkTarget {
    /** RADIUS: who may log in, with which rates, and the sessions that are open. */
    ACCESS,
    /** The OLT: the ONU at the end of the line. */
    LINE
}
