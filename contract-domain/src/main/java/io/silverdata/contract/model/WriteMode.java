package io.silverdata.contract.model;

/** Whether devices are written to. */
public enum WriteMode {
    /** They are told what contracts want. */
    WRITE,
    /** They are read, compared and reported, and written to by nobody here. */
    OBSERVE,
    /** The mode of everything. Takes back the mode of an OLT, of RADIUS or of a contract. */
    AS_EVERYTHING
}
