package io.silverdata.contract.examples.network.reading;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceAddress;
import io.vavr.control.Either;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A row of a CSV file whose columns have names. What is wrong with a cell is a value that says where it stands. */
public final class Row {
    private final String file;
    private final List<String> header;
    private final CsvRecord cells;

    /** A row that has as many cells as the header. */
    Row(String file, List<String> header, CsvRecord cells) {
        this.file = file;
        this.header = header;
        this.cells = cells;
    }

    /** The line of the file on which it begins, the first being 1. */
    public long line() {
        return cells.getStartingLineNumber();
    }

    /** The names of the columns, in the order of the file. */
    public List<String> columns() {
        return header;
    }

    /** A cell, without white space around it. */
    public String text(String column) {
        return cells.getField(header.indexOf(column)).strip();
    }

    /** A cell of a column that may be missing; empty then. */
    public String textIfAny(String column) {
        return header.contains(column) ? text(column) : "";
    }

    /** What is wrong with a cell. */
    public RowProblem problem(String column, String expected) {
        return new RowProblem(file, line(), column, text(column), expected);
    }

    /** A cell that must be there, by one of the model's {@code parse} methods. */
    public <T> Either<RowProblem, T> read(String column, Function<String, Either<Rejection.InvalidValue, T>> parse) {
        return parse.apply(text(column)).mapLeft(wrong -> problem(column, wrong.allowed()));
    }

    /** A cell that must be there, by a method that throws if the text is not as expected. */
    public <T> Either<RowProblem, T> convert(String column, String expected, Function<String, T> conversion) {
        try {
            return Either.right(conversion.apply(text(column)));
        } catch (IllegalArgumentException | DateTimeException wrong) {
            return Either.left(problem(column, expected));
        }
    }

    /** A cell that may be empty. */
    public <T> Either<RowProblem, Optional<T>> ifAny(String column, Function<String, Either<RowProblem, T>> read) {
        return text(column).isEmpty()
                ? Either.right(Optional.empty())
                : read.apply(column).map(Optional::of);
    }

    /** The columns latitude and longitude. */
    public Either<RowProblem, GeoPosition> position() {
        return GeoPosition.parse(text("latitude"), text("longitude"))
                .mapLeft(wrong -> problem(wrong.field(), wrong.allowed()));
    }

    /** The columns address, latitude and longitude. */
    public Either<RowProblem, ServiceAddress> address() {
        return position()
                .flatMap(position -> convert(
                        "address",
                        "1 to 256 characters without control characters",
                        text -> new ServiceAddress(text, position)));
    }
}
