package io.silverdata.contract.matching;

/** Why two things may belong together. */
public enum Reason {
    /** The serials differ in one character. */
    SERIAL,
    /** The ONU's description has the contract's number as a word. */
    NUMBER_IN_DESCRIPTION,
    /** The ONU's description has the login as a word. */
    LOGIN_IN_DESCRIPTION,
    /** The login has the serial in it. */
    SERIAL_IN_LOGIN,
    /** The logins differ in case, accents or realm only. */
    LOGIN_SPELLING,
    /** Both are under one PON port: by the contract's output, the ONU's registration, or the login's last session. */
    SAME_PON_PORT,
    /** Under that PON port, nothing else of either kind lacks a partner. */
    ONLY_ONES;

    /** Whether it names the other one, and does not only stand near it. */
    boolean names() {
        return this != SAME_PON_PORT && this != ONLY_ONES;
    }
}
