package io.silverdata.contract.examples.console.web;

import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads the values of a form, and notes one error for each field. For use by one thread.
 */
public final class FormReader {
    private final Form typed;
    private final Map<String, Phrase> errors = new LinkedHashMap<>();

    /** Reads what was typed. */
    public FormReader(Form typed) {
        this.typed = typed;
    }

    /** What was typed; empty if the field is not there. */
    public String text(String field) {
        return typed.value(field);
    }

    /** The fields whose names begin so, in the order of their names. */
    public List<String> names(String beginning) {
        return typed.values().keySet().stream()
                .filter(name -> name.startsWith(beginning))
                .sorted()
                .toList();
    }

    /** Whether a box is checked. */
    public boolean checked(String field) {
        return !text(field).isEmpty();
    }

    /** A value that has to be there. */
    public <T> Optional<T> required(String field, Function<String, ? extends Either<? extends Rejection, T>> parse) {
        if (text(field).isEmpty()) {
            reject(field, Phrase.of("form.required"));
            return Optional.empty();
        }
        return optional(field, parse);
    }

    /** A value that may be left out. */
    public <T> Optional<T> optional(String field, Function<String, ? extends Either<? extends Rejection, T>> parse) {
        String text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return read(field, () -> parse.apply(text));
    }

    /** A value that is made otherwise than of the text of one field; what is wrong with it is told beside the field. */
    public <T> Optional<T> read(String field, Supplier<? extends Either<? extends Rejection, T>> value) {
        Either<? extends Rejection, T> read = value.get();
        if (read.isLeft()) {
            reject(field, RejectionPhrases.of(read.getLeft()));
            return Optional.empty();
        }
        return Optional.of(read.get());
    }

    /** Words that have to be there, of a length that the library takes. */
    public Optional<String> words(String field, int max) {
        return required(field, Either::<Rejection, String>right).filter(words -> fits(field, words, max));
    }

    /** Words that may be left out. */
    public Optional<String> optionalWords(String field, int max) {
        return Optional.of(text(field)).filter(words -> !words.isEmpty() && fits(field, words, max));
    }

    private boolean fits(String field, String words, int max) {
        boolean fits =
                words.codePointCount(0, words.length()) <= max && words.chars().noneMatch(Character::isISOControl);
        if (!fits) {
            reject(field, Phrase.of("form.words", max));
        }
        return fits;
    }

    /** One of the constants; it has to be there. */
    public <E extends Enum<E>> Optional<E> choice(String field, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text(field))) {
                return Optional.of(constant);
            }
        }
        reject(field, Phrase.of("form.choose"));
        return Optional.empty();
    }

    /** A whole number in a range; it has to be there. */
    public Optional<Integer> number(String field, int min, int max) {
        if (text(field).isEmpty()) {
            reject(field, Phrase.of("form.required"));
            return Optional.empty();
        }
        return optionalNumber(field, min, max);
    }

    /** A whole number in a range that may be left out. */
    public Optional<Integer> optionalNumber(String field, int min, int max) {
        String text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return Optional.of(number);
            }
        } catch (NumberFormatException notANumber) {
            // told below, like one that is out of range
        }
        reject(field, Phrase.of("form.number", min, max));
        return Optional.empty();
    }

    /** A day that may be left out. */
    public Optional<LocalDate> day(String field) {
        return dated(field, LocalDate::parse);
    }

    /** A time on the provider's clocks that may be left out. */
    public Optional<Instant> time(String field, ZoneId zone) {
        return dated(field, text -> LocalDateTime.parse(text).atZone(zone).toInstant());
    }

    private <T> Optional<T> dated(String field, Function<String, T> parse) {
        String text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(text));
        } catch (DateTimeException notADate) {
            reject(field, Phrase.of("form.date"));
            return Optional.empty();
        }
    }

    /** Says what is wrong with a field; the first error of a field stays. */
    public void reject(String field, Phrase why) {
        errors.putIfAbsent(field, why);
    }

    /** What the values make, if nothing is wrong with them. */
    public <T> Optional<T> make(Supplier<T> made) {
        return errors.isEmpty() ? Optional.of(made.get()) : Optional.empty();
    }

    /** The form with what is wrong beside its fields. */
    public Form form(PageContext page) {
        Form form = typed;
        for (Map.Entry<String, Phrase> error : errors.entrySet()) {
            form = form.wrong(error.getKey(), error.getValue().in(page));
        }
        return form;
    }
}
