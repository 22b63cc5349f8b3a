package io.silverdata.contract.json.jackson3;

import io.silverdata.contract.json.InvalidJsonException;
import io.silverdata.contract.json.TextForm;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;

/** Reads a value from the name of a property. */
final class KeyTextDeserializer<T> extends KeyDeserializer {
    private final TextForm<T> form;

    KeyTextDeserializer(TextForm<T> form) {
        this.form = form;
    }

    @Override
    public Object deserializeKey(String key, DeserializationContext context) {
        return form.parse(key).getOrElseThrow(refusal -> {
            InvalidJsonException invalid = InvalidJsonException.of(refusal);
            return DatabindException.from(context, invalid.getMessage(), invalid);
        });
    }
}
