package io.silverdata.contract.examples.console.web;

import io.silverdata.contract.model.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something to be said to a person, in no language yet: a key of the messages and its values. Controllers make phrases, templates say them
 * in the language of the page.
 *
 * @param key of the messages
 * @param values phrases, amounts, days, times, lists of these, and what is shown as it is
 */
public record Phrase(String key, List<Object> values) {
    public Phrase {
        values = List.copyOf(values);
    }

    /** A sentence with values. */
    public static Phrase of(String key, Object... values) {
        return new Phrase(key, List.of(values));
    }

    /** The word for a constant: {@code status.ACTIVE}. */
    public static Phrase term(String kind, Enum<?> constant) {
        return of(kind + "." + constant.name());
    }

    /** What needs no translation: a name, a number, the words of a device. */
    public static Phrase plain(String text) {
        return of("plain", text);
    }

    /** The phrase in the language of a page. */
    public String in(PageContext page) {
        return page.text(key, values.stream().map(value -> said(value, page)).toArray());
    }

    private static String said(Object value, PageContext page) {
        if (value instanceof Phrase phrase) {
            return phrase.in(page);
        }
        if (value instanceof Money money) {
            return page.money(money);
        }
        if (value instanceof Instant at) {
            return page.instant(at);
        }
        if (value instanceof LocalDate day) {
            return page.date(day);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(part -> said(part, page)).collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }
}
