package io.silverdata.contract.json.jackson3;

import io.silverdata.contract.json.InvalidJsonException;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a value from the object that the library makes of it. */
final class ObjectDeserializer<T> extends StdDeserializer<T> {
    private final Function<String, T> reader;

    ObjectDeserializer(Class<T> type, Function<String, T> reader) {
        super(type);
        this.reader = reader;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) {
        String object = context.readTree(in).toString();
        try {
            return reader.apply(object);
        } catch (InvalidJsonException invalid) {
            throw DatabindException.from(in, invalid.getMessage(), invalid);
        }
    }
}
