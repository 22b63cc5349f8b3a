package io.silverdata.contract.model;

/** Whether a splitter output may be given to anyone who does not have it yet. */
public enum PortCondition {
    /** Yes. */
    SERVICEABLE,
    /** No: kept back by the operator, or feeding another splitter. */
    BLOCKED,
    /** No: broken. */
    FAULTY
}
