package io.silverdata.contract.examples.network.reading;

/** What is wrong with a row of a file: where it is, what was found there, and what was expected. */
public record RowProblem(String file, long line, String column, String value, String expected) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + column + " is \"" + value + "\", expected " + expected;
    }
}
