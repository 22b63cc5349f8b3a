package io.silverdata.contract.json.arch.seeded;

import com.fasterxml.jackson.core.JsonGenerator;
import java.time.Instant;

/** Not final, and with a library's type in its signature. */
public class ShowsTheGenerator {
    public JsonGenerator generator(JsonGenerator generator) {
        return generator;
    }

    Object[] working(Thread thread) {
        return new Object[] {thread, Instant.now()};
    }
}
