package io.silverdata.contract.examples.console.moves;

import java.util.List;

/** What a person moves. */
public enum MoveKind {
    /** A splitter, with all that it feeds, to another PON port or OLT. */
    SPLITTER("splitter", "ponPort", "feeding"),
    /** All splitters of a PON port to others. */
    EVACUATION("ponPort", "targets"),
    /** Everything on the PON ports of an OLT to another one. */
    REPLACEMENT("olt", "newOlt", "pairs");

    private final List<String> fields;

    MoveKind(String... fields) {
        this.fields = List.of(fields);
    }

    /** What its form asks for, beside name and time. */
    List<String> fields() {
        return fields;
    }
}
