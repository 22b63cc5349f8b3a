package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.examples.console.web.Choice;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.examples.console.web.Phrase;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A field of a command's form.
 *
 * @param name in the request; that of the library's argument where there is one, so that a rejection finds its field
 * @param kind what a person types
 * @param label for people
 * @param initial value to begin with; empty text for none
 * @param options to choose from, for a choice
 * @param required whether it has to be filled in
 */
public record Field(String name, Kind kind, Phrase label, String initial, List<Option> options, boolean required) {

    /** What a person types. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        NUMBER,
        DAY,
        TIME,
        CHECK,
        CHOICE
    }

    /**
     * What can be chosen.
     *
     * @param value in the request
     * @param label for people
     */
    public record Option(String value, Phrase label) {
        public Option {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(label, "label");
        }

        /** A constant, by the word for it. */
        static Option of(String group, Enum<?> constant) {
            return new Option(constant.name(), Phrase.term(group, constant));
        }
    }

    public Field {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(initial, "initial");
        options = List.copyOf(options);
    }

    private static Field of(String name, Kind kind, List<Option> options, boolean required) {
        return new Field(name, kind, Phrase.of("contract.field." + name), "", options, required);
    }

    static Field text(String name) {
        return of(name, Kind.TEXT, List.of(), true);
    }

    static Field longText(String name) {
        return of(name, Kind.LONG_TEXT, List.of(), true);
    }

    static Field number(String name) {
        return of(name, Kind.NUMBER, List.of(), true);
    }

    static Field day(String name) {
        return of(name, Kind.DAY, List.of(), false);
    }

    static Field time(String name) {
        return of(name, Kind.TIME, List.of(), false);
    }

    static Field check(String name) {
        return of(name, Kind.CHECK, List.of(), false);
    }

    static Field choice(String name, List<Option> options) {
        return of(name, Kind.CHOICE, options, true);
    }

    /** The same, which may be left empty. */
    Field optional() {
        return new Field(name, kind, label, initial, options, false);
    }

    /** The same, which must be filled in. */
    Field needed() {
        return new Field(name, kind, label, initial, options, true);
    }

    /** The same, filled in to begin with. */
    Field beginning(String value) {
        return new Field(name, kind, label, value, options, required);
    }

    /** The same under another label. */
    Field labelled(Phrase other) {
        return new Field(name, kind, other, initial, options, required);
    }

    /** The options in the language of a page, after an empty one where nothing has to be chosen. */
    public List<Choice> choices(PageContext page) {
        Stream<Choice> all = options.stream()
                .map(option -> new Choice(option.value(), option.label().in(page)));
        return (required ? all : Stream.concat(Stream.of(new Choice("", page.text("form.byPolicy"))), all)).toList();
    }

    /** The type of the input. */
    public String type() {
        return switch (kind) {
            case NUMBER -> "number";
            case DAY -> "date";
            case TIME -> "datetime-local";
            case TEXT, LONG_TEXT, CHECK, CHOICE -> "text";
        };
    }
}
