package io.silverdata.contract.adapters.olt.spi;

import io.silverdata.contract.model.OnuSerial;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/**
 * The cells of one row of a table that a walk found. A cell that the device does not have is absent.
 *
 * @param index what follows the column's name: tells the rows of a table apart
 * @param cells by column
 */
public record Row(Oid index, Map<Oid, SnmpValue> cells) {

    /** Copies the cells. */
    public Row {
        Objects.requireNonNull(index, "index");
        cells = Map.copyOf(cells);
    }

    /** This row with the cells of another beside its own, as of a second table with the same index. */
    public Row with(Row other) {
        Map<Oid, SnmpValue> all = new HashMap<>(other.cells);
        all.putAll(cells);
        return new Row(index, all);
    }

    /** The value in a column. */
    public Optional<SnmpValue> value(Oid column) {
        return Optional.ofNullable(cells.get(column));
    }

    /** The number in a column; empty if there is none or it is no number. */
    public OptionalLong number(Oid column) {
        SnmpValue value = cells.get(column);
        return value == null ? OptionalLong.empty() : value.number();
    }

    /**
     * The number of an enumerated INTEGER in a column, for a {@code switch}: -1 if there is none, or one that no enumeration of a
     * MIB has, negative or above 2<sup>31</sup> - 1.
     */
    public int code(Oid column) {
        long number = number(column).orElse(-1);
        return number >= 0 && number <= Integer.MAX_VALUE ? (int) number : -1;
    }

    /** The serial number in a column, in whatever form; empty if there is none. */
    public Optional<OnuSerial> serial(Oid column) {
        return value(column).flatMap(SerialCodec::read);
    }

    /** Whether the serial number in a column is this one, in whatever form. */
    public boolean hasSerial(Oid column, OnuSerial serial) {
        return serial(column).filter(serial::equals).isPresent();
    }

    /** What the number in a column means; empty if there is no number, or it means nothing. */
    public <T> Optional<T> decoded(Oid column, LongFunction<Optional<T>> meaning) {
        OptionalLong number = number(column);
        return number.isPresent() ? meaning.apply(number.getAsLong()) : Optional.empty();
    }

    /** The octets in a column; empty if there are none or it is something else. */
    public Optional<SnmpValue.Octets> octets(Oid column) {
        return value(column).filter(SnmpValue.Octets.class::isInstance).map(SnmpValue.Octets.class::cast);
    }

    /** The text in a column; empty if there is none or it is something else. */
    public Optional<String> text(Oid column) {
        return octets(column).map(SnmpValue.Octets::text);
    }
}
