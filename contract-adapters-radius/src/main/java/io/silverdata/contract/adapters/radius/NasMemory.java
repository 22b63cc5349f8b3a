package io.silverdata.contract.adapters.radius;

import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was learned of each NAS: by what it finds sessions, and that it takes no changes. Forgotten with the process, and the
 * latter after an hour, since somebody may have configured it meanwhile. Safe for use by any number of threads.
 */
final class NasMemory {
    static final Duration WITHOUT_CHANGES = Duration.ofHours(1);

    private final Map<NasEndpoint, Identification> identifications = new ConcurrentHashMap<>();
    private final Map<NasEndpoint, Instant> withoutChangesUntil = new ConcurrentHashMap<>();
    private final Clock clock;

    NasMemory(Clock clock) {
        this.clock = clock;
    }

    Identification identification(NasSettings nas) {
        return identifications.getOrDefault(nas.endpoint(), Identification.USUAL);
    }

    void found(NasSettings nas, Identification by) {
        if (by != identification(nas)) {
            identifications.put(nas.endpoint(), by);
        }
    }

    boolean takesChanges(NasSettings nas) {
        Instant until = withoutChangesUntil.getOrDefault(nas.endpoint(), Instant.MIN);
        return nas.profile().changesSessions() && !clock.instant().isBefore(until);
    }

    void takesNoChanges(NasSettings nas) {
        withoutChangesUntil.put(nas.endpoint(), clock.instant().plus(WITHOUT_CHANGES));
    }
}
