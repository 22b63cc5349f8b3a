package io.silverdata.contract.json.jackson2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.silverdata.contract.json.TextForm;
import java.io.IOException;

/** Writes a value as a string. */
final class TextSerializer<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1;

    private final transient TextForm<T> form;

    TextSerializer(TextForm<T> form) {
        super(form.type());
        this.form = form;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider context) throws IOException {
        out.writeString(form.format(value));
    }
}
