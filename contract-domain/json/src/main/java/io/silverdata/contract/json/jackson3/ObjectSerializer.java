package io.silverdata.contract.json.jackson3;

import io.silverdata.contract.json.JsonForm;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a value as the object that the library makes of it. */
final class ObjectSerializer<T> extends StdSerializer<T> {
    private final JsonForm<T> form;

    ObjectSerializer(JsonForm<T> form) {
        super(form.type());
        this.form = form;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializationContext context) {
        out.writeRawValue(form.write(value));
    }
}
