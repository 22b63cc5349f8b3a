package io.silverdata.contract.examples.importing.reading;

import io.silverdata.contract.examples.network.reading.RowProblem;

/**
 * Why a row is not adopted.
 *
 * @param kind for totals
 * @param file which file
 * @param line on which line the row begins
 * @param column which column of the export
 * @param value what stands there
 * @param why for people
 */
public record Finding(Kind kind, String file, long line, String column, String value, String why) {

    /** What is wrong with a line that is no row. */
    public static Finding of(RowProblem problem) {
        return new Finding(
                Kind.UNREADABLE,
                problem.file(),
                problem.line(),
                problem.column(),
                problem.value(),
                "expected " + problem.expected());
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + column + ": \"" + value + "\": " + why;
    }
}
