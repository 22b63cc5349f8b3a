package io.silverdata.contract.json.jackson2;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.silverdata.contract.json.InvalidJsonException;
import io.silverdata.contract.json.JsonForm;
import java.io.IOException;

/** Reads a value from the object that the library makes of it. */
final class ObjectDeserializer<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1;

    private final transient JsonForm<T> form;

    ObjectDeserializer(JsonForm<T> form) {
        super(form.type());
        this.form = form;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
        String object = context.readTree(in).toString();
        try {
            return form.read(object);
        } catch (InvalidJsonException invalid) {
            throw JsonMappingException.from(in, invalid.getMessage(), invalid);
        }
    }
}
