package io.silverdata.contract.adapters.olt.spi;

/** Makes rows and takes them away, by the column of type RowStatus (RFC 2579) that most tables of OLTs have. */
public final class RowStatus {
    private static final int CREATE_AND_GO = 4;
    private static final int DESTROY = 6;

    private RowStatus() {}

    /**
     * Makes a row that is active at once: createAndGo(4).
     *
     * @param cell the column of type RowStatus, with the index of the row
     */
    public static VarBind createAndGo(Oid cell) {
        return VarBind.of(cell, CREATE_AND_GO);
    }

    /**
     * Takes a row away: destroy(6). RFC 2579 lets that succeed where there is none.
     *
     * @param cell the column of type RowStatus, with the index of the row
     */
    public static VarBind destroy(Oid cell) {
        return VarBind.of(cell, DESTROY);
    }
}
