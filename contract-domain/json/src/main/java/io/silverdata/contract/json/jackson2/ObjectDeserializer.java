package io.silverdata.contract.json.jackson2;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.silverdata.contract.json.InvalidJsonException;
import java.io.IOException;
import java.util.function.Function;

/** Reads a value from the object that the library makes of it. */
final class ObjectDeserializer<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1;

    private final transient Function<String, T> reader;

    ObjectDeserializer(Class<T> type, Function<String, T> reader) {
        super(type);
        this.reader = reader;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
        String object = context.readTree(in).toString();
        try {
            return reader.apply(object);
        } catch (InvalidJsonException invalid) {
            throw JsonMappingException.from(in, invalid.getMessage(), invalid);
        }
    }
}
