package io.silverdata.contract.json.jackson2;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.KeyDeserializer;
import io.silverdata.contract.json.InvalidJsonException;
import io.silverdata.contract.json.TextForm;
import java.io.IOException;

/** Reads a value from the name of a property. */
final class KeyTextDeserializer<T> extends KeyDeserializer {
    private final TextForm<T> form;

    KeyTextDeserializer(TextForm<T> form) {
        this.form = form;
    }

    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
        return form.parse(key).getOrElseThrow(refusal -> {
            InvalidJsonException invalid = InvalidJsonException.of(refusal);
            return JsonMappingException.from(context, invalid.getMessage(), invalid);
        });
    }
}
