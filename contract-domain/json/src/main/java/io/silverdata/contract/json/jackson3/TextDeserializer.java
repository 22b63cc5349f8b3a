package io.silverdata.contract.json.jackson3;

import io.silverdata.contract.json.InvalidJsonException;
import io.silverdata.contract.json.TextForm;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a value from a string. */
final class TextDeserializer<T> extends StdDeserializer<T> {
    private final TextForm<T> form;

    TextDeserializer(TextForm<T> form) {
        super(form.type());
        this.form = form;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            return context.reportInputMismatch(
                    form.type(), "%s must be a string", form.type().getSimpleName());
        }
        return form.parse(in.getString()).getOrElseThrow(refusal -> {
            InvalidJsonException invalid = InvalidJsonException.of(refusal);
            return DatabindException.from(in, invalid.getMessage(), invalid);
        });
    }
}
