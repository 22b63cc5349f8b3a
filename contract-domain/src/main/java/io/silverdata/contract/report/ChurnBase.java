package io.silverdata.contract.report;

/** What churn is a share of. Rates on different bases cannot be compared: say which. */
public enum ChurnBase {
    /** The contracts that were live when the window began. */
    START,
    /** Half of those at its beginning and those at its end together. */
    AVERAGE
}
