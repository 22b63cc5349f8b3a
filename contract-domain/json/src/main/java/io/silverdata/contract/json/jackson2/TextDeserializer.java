package io.silverdata.contract.json.jackson2;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.silverdata.contract.json.InvalidJsonException;
import io.silverdata.contract.json.TextForm;
import java.io.IOException;

/** Reads a value from a string. */
final class TextDeserializer<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1;

    private final transient TextForm<T> form;

    TextDeserializer(TextForm<T> form) {
        super(form.type());
        this.form = form;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            return context.reportInputMismatch(
                    form.type(), "%s must be a string", form.type().getSimpleName());
        }
        return form.parse(in.getText()).getOrElseThrow(refusal -> {
            InvalidJsonException invalid = InvalidJsonException.of(refusal);
            return JsonMappingException.from(in, invalid.getMessage(), invalid);
        });
    }
}
