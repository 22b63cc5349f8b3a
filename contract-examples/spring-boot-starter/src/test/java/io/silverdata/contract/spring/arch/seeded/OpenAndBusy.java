package io.silverdata.contract.spring.arch.seeded;

import java.time.Instant;

public class OpenAndBusy {
    Object[] working(Thread thread) {
        return new Object[] {thread, Instant.now()};
    }
}
