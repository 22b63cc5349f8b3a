package io.silverdata.contract.json.jackson3;

import io.silverdata.contract.json.TextForm;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a value as a string. */
final class TextSerializer<T> extends StdSerializer<T> {
    private final TextForm<T> form;

    TextSerializer(TextForm<T> form) {
        super(form.type());
        this.form = form;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializationContext context) {
        out.writeString(form.format(value));
    }
}
