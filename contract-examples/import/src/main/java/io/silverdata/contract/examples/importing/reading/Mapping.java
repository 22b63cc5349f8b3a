package io.silverdata.contract.examples.importing.reading;

import io.silverdata.contract.query.FoldedText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How an export is written: which column is which field, and how values of the other system are called here. */
public final class Mapping {
    private final Map<Field, List<String>> columns = new EnumMap<>(Field.class);
    private final Map<Field, Map<String, String>> values = new EnumMap<>(Field.class);
    private final Map<Field, List<Rewrite>> rewrites = new EnumMap<>(Field.class);
    private final Map<Field, String> defaults = new EnumMap<>(Field.class);
    private final List<DateTimeFormatter> dates = new ArrayList<>();
    private @Nullable String system;
    private Charset charset = StandardCharsets.UTF_8;
    private ZoneId zone = ZoneOffset.UTC;
    private char separator = ',';
    private char decimal = '.';
    private Optional<Character> grouping = Optional.empty();

    private record Rewrite(Pattern there, String here) {}

    Mapping() {}

    // What a mapping file says

    void column(Field field, String name) {
        columns.computeIfAbsent(field, any -> new ArrayList<>()).add(name);
    }

    void value(Field field, String there, String here) {
        values.computeIfAbsent(field, any -> new LinkedHashMap<>()).put(FoldedText.of(there), here);
    }

    void rewrite(Field field, Pattern there, String here) {
        rewrites.computeIfAbsent(field, any -> new ArrayList<>()).add(new Rewrite(there, here));
    }

    void byDefault(Field field, String text) {
        defaults.put(field, text);
    }

    void system(String name) {
        system = name;
    }

    void charset(Charset other) {
        charset = other;
    }

    void zone(ZoneId other) {
        zone = other;
    }

    void separator(char other) {
        separator = other;
    }

    void decimal(char other) {
        decimal = other;
    }

    void grouping(char other) {
        grouping = Optional.of(other);
    }

    void date(DateTimeFormatter format) {
        dates.add(format);
    }

    // How rows are read

    /** The name of the other system, before each key. */
    public String system() {
        return system == null ? "" : system;
    }

    /** In which the export is written. */
    public Charset charset() {
        return charset;
    }

    /** In which days begin. */
    public ZoneId zone() {
        return zone;
    }

    /** Between the cells of the export. */
    public char separator() {
        return separator;
    }

    List<DateTimeFormatter> dates() {
        return dates;
    }

    /** The columns that make up a field, in their order; none if the export does not have it. */
    List<String> columns(Field field) {
        return columns.getOrDefault(field, List.of());
    }

    /** All columns that are read. */
    List<String> columns() {
        return columns.values().stream().flatMap(List::stream).distinct().toList();
    }

    boolean has(Field field) {
        return columns.containsKey(field) || defaults.containsKey(field);
    }

    /** What a text of the export means here. A value that is named goes before patterns, and the first pattern that fits before others. */
    String translate(Field field, String text) {
        String known = values.getOrDefault(field, Map.of()).get(FoldedText.of(text));
        String here = known == null
                ? rewrites.getOrDefault(field, List.of()).stream()
                        .filter(rewrite -> rewrite.there().matcher(text).matches())
                        .findFirst()
                        .map(rewrite -> rewrite.there().matcher(text).replaceFirst(rewrite.here()))
                        .orElse(text)
                : known;
        return here.isBlank() ? defaults.getOrDefault(field, "") : here;
    }

    /** A number of the export as this library writes numbers; as it is if it is not written as the mapping says. */
    String number(String text) {
        String group = grouping.map(Object::toString).orElse("");
        String whole = group.isEmpty() ? "\\d+" : "(\\d+|\\d{1,3}(" + Pattern.quote(group) + "\\d{3})+)";
        String form = "-?" + whole + "(" + Pattern.quote(String.valueOf(decimal)) + "\\d+)?";
        if (!text.matches(form)) {
            return "\"" + text + "\"";
        }
        return (group.isEmpty() ? text : text.replace(group, "")).replace(decimal, '.');
    }
}
