package io.silverdata.contract.json;

/** How values that have two forms are written. Both are read. */
enum Form {
    /** As the tables hold it: short, quick to read, and the same for ever. */
    STORED,
    /** As people and other programs read it: times as ISO 8601, quantities with their unit, and what follows from the facts. */
    SHOWN
}
