package io.silverdata.contract.report;

/** With which event the days begin that may be billed. */
public enum ServiceStart {
    /** When the network confirmed the contract for the first time: nothing is billed that was not delivered. */
    IN_SERVICE,
    /** When the contract was activated, even if the network follows later. */
    ACTIVATED
}
