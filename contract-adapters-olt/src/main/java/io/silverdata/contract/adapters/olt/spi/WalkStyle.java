package io.silverdata.contract.adapters.olt.spi;

/** How the tables of a make of OLT can be walked. */
public enum WalkStyle {
    /** Many rows with one request (GETBULK), always with a limit on repetitions. */
    BULK,
    /** Row by row (GETNEXT), for OLTs that answer GETBULK wrongly. */
    NEXT,
    /**
     * Row by row, column by column, and rows may come in any order: only one that comes twice is a circle. For OLTs whose
     * tables are not sorted.
     */
    UNSORTED
}
