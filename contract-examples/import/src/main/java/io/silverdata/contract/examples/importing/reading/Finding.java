package io.silverdata.contract.examples.importing.reading;

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

    @Override
    public String toString() {
        return file + ":" + line + ": " + column + ": \"" + value + "\": " + why;
    }
}
