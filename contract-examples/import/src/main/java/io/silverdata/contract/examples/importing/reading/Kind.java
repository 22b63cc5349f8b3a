package io.silverdata.contract.examples.importing.reading;

/** The kinds of finding that the totals tell apart. */
public enum Kind {
    /** A cell is empty, or is not as the mapping says. */
    UNREADABLE("unreadable"),
    ADDRESS_MISSING("address missing"),
    PLAN_UNKNOWN("plan unknown"),
    OUTPUT_UNKNOWN("output unknown"),
    OUTPUT_TAKEN("output sold twice or blocked"),
    OTHER_PON_PORT("output under another PON port"),
    PON_PORT_FULL("PON port full"),
    OTHER_TECHNOLOGY("plan needs another technology"),
    ONU_ELSEWHERE("ONU elsewhere"),
    LOGIN_ELSEWHERE("login elsewhere"),
    ADDRESS_ELSEWHERE("IP address or prefix elsewhere"),
    NUMBER_IN_USE("number in use"),
    KEY_TWICE("key twice"),
    DATES("dates backwards or out of range"),
    HOLD("suspended without reason or date"),
    /** The contract was adopted before, from a row that said something else. */
    CHANGED("changed since it was adopted"),
    /** The library threw something. */
    FAILED("failed, to be tried again"),
    OTHER("refused for another reason");

    private final String text;

    Kind(String text) {
        this.text = text;
    }

    /** For people. */
    public String text() {
        return text;
    }
}
