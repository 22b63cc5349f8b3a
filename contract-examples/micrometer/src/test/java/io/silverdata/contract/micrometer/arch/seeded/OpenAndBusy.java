package io.silverdata.contract.micrometer.arch.seeded;

import java.time.Instant;

public class OpenAndBusy {
    Object[] working(Thread thread) {
        return new Object[] {thread, Instant.now()};
    }
}
