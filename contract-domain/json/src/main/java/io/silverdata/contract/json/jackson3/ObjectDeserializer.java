package io.silverdata.contract.json.jackson3;

import io.silverdata.contract.json.InvalidJsonException;
import io.silverdata.contract.json.JsonForm;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a value from the object that the library makes of it. */
final class ObjectDeserializer<T> extends StdDeserializer<T> {
    private final JsonForm<T> form;

    ObjectDeserializer(JsonForm<T> form) {
        super(form.type());
        this.form = form;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) {
        String object = context.readTree(in).toString();
        try {
            return form.read(object);
        } catch (InvalidJsonException invalid) {
            throw DatabindException.from(in, invalid.getMessage(), invalid);
        }
    }
}
