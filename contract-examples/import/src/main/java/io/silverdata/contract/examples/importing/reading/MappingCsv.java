package io.silverdata.contract.examples.importing.reading;

import io.silverdata.contract.examples.network.reading.CsvRows;
import io.silverdata.contract.examples.network.reading.Row;
import io.silverdata.contract.examples.network.reading.RowProblem;
import io.silverdata.contract.examples.network.reading.TextFile;
import io.vavr.control.Either;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a mapping from a CSV file with commas: {@code kind,field,there,here}. */
public final class MappingCsv {
    private static final List<String> COLUMNS = List.of("kind", "field", "there", "here");
    private static final Set<Field> REQUIRED = Set.of(
            Field.KEY,
            Field.CUSTOMER,
            Field.PLAN,
            Field.ADDRESS,
            Field.LATITUDE,
            Field.LONGITUDE,
            Field.ACTIVATED,
            Field.BILLED_FROM,
            Field.STATUS,
            Field.ONU,
            Field.LOGIN);

    private final TextFile file;
    private final Consumer<RowProblem> problems;
    private final Mapping mapping = new Mapping();

    private MappingCsv(TextFile file, Consumer<RowProblem> problems) {
        this.file = file;
        this.problems = problems;
    }

    public static Mapping read(TextFile file, Consumer<RowProblem> problems) {
        return new MappingCsv(file, problems).read();
    }

    private Mapping read() {
        List<Row> rows = CsvRows.read(file, COLUMNS, problems);
        rows.forEach(row -> add(row).peekLeft(problems));
        Arrays.stream(Field.values())
                .filter(field -> REQUIRED.contains(field) && !mapping.has(field))
                .forEach(field -> missing(rows, "a column or a default for the field " + field.label()));
        if (mapping.system().isEmpty()) {
            missing(rows, "the setting system");
        }
        if (mapping.dates().isEmpty()) {
            missing(rows, "the setting date");
        }
        if (mapping.has(Field.PRICE) && !mapping.has(Field.CURRENCY)) {
            missing(rows, "a column or a default for the field currency");
        }
        return mapping;
    }

    private void missing(List<Row> rows, String what) {
        long end = rows.isEmpty() ? 1 : rows.get(rows.size() - 1).line();
        problems.accept(new RowProblem(file.name(), end, "row", "end of file", what));
    }

    private Either<RowProblem, ?> add(Row row) {
        return switch (row.text("kind")) {
            case "setting" -> setting(row);
            case "column" ->
                field(row).flatMap(field -> filled(row, "there").peek(name -> mapping.column(field, name)));
            case "value" -> field(row).peek(field -> mapping.value(field, row.text("there"), row.text("here")));
            case "pattern" -> field(row).flatMap(field -> pattern(row, field));
            case "default" ->
                field(row).flatMap(field -> filled(row, "here").peek(text -> mapping.byDefault(field, text)));
            default -> Either.left(row.problem("kind", "setting, column, value, pattern or default"));
        };
    }

    private Either<RowProblem, ?> setting(Row row) {
        return switch (row.text("field")) {
            case "system" ->
                row.convert("here", "1 to 32 of A-Z, a-z, 0-9, dot and hyphen", MappingCsv::systemName)
                        .peek(mapping::system);
            case "charset" ->
                row.convert("here", "a character set, as UTF-8 or windows-1252", Charset::forName)
                        .peek(mapping::charset);
            case "zone" ->
                row.convert("here", "a time zone, as America/Guayaquil", ZoneId::of)
                        .peek(mapping::zone);
            case "separator" -> character(row).peek(mapping::separator);
            case "decimal" -> character(row).peek(mapping::decimal);
            case "grouping" -> character(row).peek(mapping::grouping);
            case "date" ->
                row.convert("here", "a pattern of java.time, as dd/MM/yyyy", MappingCsv::dateFormat)
                        .peek(mapping::date);
            default -> Either.left(row.problem("field", "system, charset, zone, separator, decimal, grouping or date"));
        };
    }

    private Either<RowProblem, Pattern> pattern(Row row, Field field) {
        return row.convert("there", "a regular expression of Java for the whole cell", Pattern::compile)
                .filterOrElse(
                        pattern -> replaces(pattern, row.text("here")),
                        pattern -> row.problem("here", "text with $1 to $" + groups(pattern) + " for the groups"))
                .peek(pattern -> mapping.rewrite(field, pattern, row.text("here")));
    }

    /** Whether a replacement names groups that the pattern has. */
    private static boolean replaces(Pattern pattern, String replacement) {
        try {
            Pattern anything = Pattern.compile("|" + pattern.pattern(), pattern.flags());
            anything.matcher("").replaceFirst(replacement);
            return true;
        } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
            return false;
        }
    }

    private static int groups(Pattern pattern) {
        return pattern.matcher("").groupCount();
    }

    private static Either<RowProblem, Field> field(Row row) {
        return Field.of(row.text("field"))
                .<Either<RowProblem, Field>>map(Either::right)
                .orElseGet(() -> Either.left(row.problem(
                        "field", Arrays.stream(Field.values()).map(Field::label).collect(Collectors.joining(", ")))));
    }

    private static Either<RowProblem, String> filled(Row row, String column) {
        return row.text(column).isEmpty() ? Either.left(row.problem(column, "text")) : Either.right(row.text(column));
    }

    private static Either<RowProblem, Character> character(Row row) {
        return row.text("here").length() == 1
                ? Either.right(row.text("here").charAt(0))
                : Either.left(row.problem("here", "one character"));
    }

    private static String systemName(String text) {
        if (!text.matches("[A-Za-z0-9.-]{1,32}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /** Strict, so that 31/02 is no date; a strict year is written u. */
    private static DateTimeFormatter dateFormat(String pattern) {
        if (pattern.isEmpty()) {
            throw new IllegalArgumentException(pattern);
        }
        return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
