package io.silverdata.contract.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;

/** JSON as text. Safe for use by any number of threads. */
final class JsonText {
    /**
     * Surrogates and what comes after them are escaped: a half pair, which the domain's text may hold and UTF-8 may not,
     * survives, and so does an emoji in a database that stores no more than three bytes for a character.
     */
    private static final int LAST_BEFORE_SURROGATES = 0xD7FF;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .highestNonEscapedChar(LAST_BEFORE_SURROGATES)
            .build();

    private JsonText() {}

    static <T> String write(Form form, Json<T> type, T value) {
        return write(form, (Json.Writing<T>) type::write, value);
    }

    static <T> String write(Form form, Json.Writing<T> type, T value) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            type.write(new JsonSink(out, form), value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // a string has no end
        }
        return text.toString();
    }

    /**
     * Reads what {@link #write} wrote, in this version or another.
     *
     * @param what for the message
     * @throws InvalidJsonException if it is no such text
     */
    static <T> T read(String what, Json<T> type, String text) {
        try (JsonParser in = FACTORY.createParser(text)) {
            in.nextToken();
            T value = type.read(in);
            JsonToken more = in.nextToken();
            if (more != null) {
                throw new IllegalArgumentException("nothing may follow, found " + more);
            }
            return value;
        } catch (IOException | IllegalArgumentException | DateTimeException damaged) {
            // not the text itself: it holds names and addresses of people
            throw new InvalidJsonException(what + " cannot be read from its JSON: " + reason(damaged), damaged);
        }
    }

    private static String reason(Exception damaged) {
        return damaged instanceof JacksonException syntax
                ? syntax.getOriginalMessage() + " at column "
                        + syntax.getLocation().getColumnNr()
                : String.valueOf(damaged.getMessage());
    }
}
