package io.silverdata.contract.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** How a rejection is told. It is never read. */
final class RejectionJson {
    private RejectionJson() {}

    static void write(JsonSink out, RejectionView rejection) throws IOException {
        JsonGenerator json = out.json();
        json.writeStartObject();
        json.writeStringField("code", rejection.code());
        json.writeStringField("message", rejection.message());
        if (rejection.field().isPresent()) {
            json.writeStringField("field", rejection.field().get());
        }
        if (!rejection.values().isEmpty()) {
            json.writeObjectFieldStart("values");
            for (Map.Entry<String, Object> value : rejection.values().entrySet()) {
                json.writeFieldName(value.getKey());
                write(json, value.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof List<?> texts) {
            json.writeStartArray();
            for (Object text : texts) {
                json.writeString(text.toString());
            }
            json.writeEndArray();
        } else {
            json.writeString(value.toString());
        }
    }
}
