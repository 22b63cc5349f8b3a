package io.silverdata.contract.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * How one kind of value is written as JSON and read again: the two directions stand side by side, so that they cannot
 * drift apart.
 *
 * <p>A reader finds the parser at the first token of the value and leaves it at the last.
 */
interface Json<T> {

    /** Text as it is. */
    Json<String> TEXT = text(Function.identity(), Function.identity());

    /** A calendar day, as 2026-03-02. */
    Json<LocalDate> DAY = text(LocalDate::toString, LocalDate::parse);

    /** True or false. */
    Json<Boolean> FLAG = of((out, value) -> out.json().writeBoolean(value), JsonParser::getBooleanValue);

    /** A whole number. */
    Json<Integer> INT = of((out, value) -> out.json().writeNumber(value), JsonParser::getIntValue);

    /** A large whole number. */
    Json<Long> LONG = of((out, value) -> out.json().writeNumber(value), JsonParser::getLongValue);

    /** A binary floating point number, exactly. */
    Json<Double> DOUBLE = of((out, value) -> out.json().writeNumber(value), JsonParser::getDoubleValue);

    /** How far from 1970 a number of microseconds reaches with certainty: about 292,000 years. */
    long FURTHEST_SECOND = Long.MAX_VALUE / 1_000_000L - 1;

    /**
     * A time: stored, microseconds since 1970-01-01T00:00:00Z as a number, or ISO 8601 text if it is finer or further; for people,
     * always ISO 8601 text.
     */
    Json<Instant> TIME = of(Json::writeTime, Json::readTime);

    /** Writes one value. */
    void write(JsonSink out, T value) throws IOException;

    /** Reads one value. */
    T read(JsonParser in) throws IOException;

    /** Writes one value. */
    @FunctionalInterface
    interface Writing<T> {
        void write(JsonSink out, T value) throws IOException;
    }

    /** Reads one value. */
    @FunctionalInterface
    interface Reading<T> {
        T read(JsonParser in) throws IOException;
    }

    /** The two directions. */
    static <T> Json<T> of(Writing<T> writing, Reading<T> reading) {
        return new Json<>() {
            @Override
            public void write(JsonSink out, T value) throws IOException {
                writing.write(out, value);
            }

            @Override
            public T read(JsonParser in) throws IOException {
                return reading.read(in);
            }
        };
    }

    /** A value that has a text form. */
    static <T> Json<T> text(Function<T, String> format, Function<String, T> parse) {
        return of((out, value) -> out.json().writeString(format.apply(value)), in -> parse.apply(in.getText()));
    }

    /** A value that is a whole number of something. */
    static <T> Json<T> number(ToLongFunction<T> amount, LongFunction<T> of) {
        return of((out, value) -> out.json().writeNumber(amount.applyAsLong(value)), in -> of.apply(in.getLongValue()));
    }

    /**
     * A value that is stored in one form and shown to people in another; both are read.
     *
     * @param shownBegins the first token of what is shown, with which nothing that is stored begins
     */
    static <T> Json<T> twoForms(Json<T> stored, JsonToken shownBegins, Json<T> shown) {
        return of(
                (out, value) -> (out.form() == Form.STORED ? stored : shown).write(out, value),
                in -> (in.currentToken() == shownBegins ? shown : stored).read(in));
    }

    /** A constant of an enum, by its name; the names are part of the format and pinned by a test. */
    static <E extends Enum<E>> Json<E> constant(Class<E> type) {
        Map<String, E> byName = new HashMap<>();
        for (E constant : type.getEnumConstants()) {
            byName.put(constant.name(), constant);
        }
        return text(Enum::name, name -> {
            E constant = byName.get(name);
            if (constant == null) {
                throw new IllegalArgumentException(type.getSimpleName() + " has no " + name);
            }
            return constant;
        });
    }

    /** Many values, in order. */
    static <T> Json<List<T>> list(Json<T> element) {
        return of(
                (out, values) -> {
                    out.json().writeStartArray();
                    for (T value : values) {
                        element.write(out, value);
                    }
                    out.json().writeEndArray();
                },
                in -> {
                    List<T> values = new ArrayList<>();
                    while (in.nextToken() != JsonToken.END_ARRAY) {
                        values.add(element.read(in));
                    }
                    return values;
                });
    }

    private static void writeTime(JsonSink out, Instant time) throws IOException {
        long second = time.getEpochSecond();
        int nano = time.getNano();
        if (out.form() == Form.STORED && nano % 1_000 == 0 && Math.abs(second) <= FURTHEST_SECOND) {
            out.json().writeNumber(second * 1_000_000L + nano / 1_000);
        } else {
            out.json().writeString(time.toString());
        }
    }

    private static Instant readTime(JsonParser in) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            return Instant.parse(in.getText());
        }
        long micros = in.getLongValue();
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }
}
