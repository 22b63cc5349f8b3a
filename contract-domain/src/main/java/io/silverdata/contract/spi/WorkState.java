package io.silverdata.contract.spi;

/** How a row of the work queue stands. It is in one of the first three, or in none if all was given up or is held; and parked or held besides. */
public enum WorkState {
    /** It could be leased now. */
    DUE,
    /** Its time has not come. */
    WAITING,
    /** A worker has it. */
    LEASED,
    /** A target of it was given up. */
    PARKED,
    /** A target of it is not to be told, see {@link io.silverdata.contract.model.Coexistence}. */
    HELD
}
