package io.silverdata.contract.json.jackson2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.silverdata.contract.json.JsonForm;
import java.io.IOException;

/** Writes a value as the object that the library makes of it. */
final class ObjectSerializer<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1;

    private final transient JsonForm<T> form;

    ObjectSerializer(JsonForm<T> form) {
        super(form.type());
        this.form = form;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider context) throws IOException {
        out.writeRawValue(form.write(value));
    }
}
