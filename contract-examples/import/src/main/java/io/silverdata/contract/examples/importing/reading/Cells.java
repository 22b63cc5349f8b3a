package io.silverdata.contract.examples.importing.reading;

import io.silverdata.contract.examples.network.reading.Row;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;

/** A row of an export, seen through a mapping. */
public final class Cells {
    private final String file;
    private final Row row;
    private final Mapping mapping;

    Cells(String file, Row row, Mapping mapping) {
        this.file = file;
        this.row = row;
        this.mapping = mapping;
    }

    public long line() {
        return row.line();
    }

    Mapping mapping() {
        return mapping;
    }

    /** A cell of the export as it is. */
    public String raw(String column) {
        return row.text(column);
    }

    /** What a field says in the words of this library; empty if nothing. */
    public String text(Field field) {
        return mapping.translate(field, Normalizer.normalize(shown(field), Normalizer.Form.NFC));
    }

    /** What stands in the export: the columns of a field, as far as they are filled, joined by commas. */
    public String shown(Field field) {
        return mapping.columns(field).stream()
                .map(row::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** A finding about a field. */
    public Finding finding(Kind kind, Field field, String why) {
        List<String> columns = mapping.columns(field);
        return new Finding(
                kind,
                file,
                line(),
                columns.isEmpty() ? "default of " + field.label() : String.join(" + ", columns),
                columns.isEmpty() ? text(field) : shown(field),
                why);
    }
}
