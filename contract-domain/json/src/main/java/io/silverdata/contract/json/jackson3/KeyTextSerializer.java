package io.silverdata.contract.json.jackson3;

import io.silverdata.contract.json.TextForm;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a value as the name of a property. */
final class KeyTextSerializer<T> extends StdSerializer<T> {
    private final TextForm<T> form;

    KeyTextSerializer(TextForm<T> form) {
        super(form.type());
        this.form = form;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializationContext context) {
        out.writeName(form.format(value));
    }
}
