package io.silverdata.contract.model;

/** Whether a piece of the plant is in service, as far as the host knows. */
public enum ServiceState {
    /** It works. */
    UP,
    /** It does not. */
    DOWN,
    /** Nobody knows. Never to be read as up. */
    UNKNOWN
}
