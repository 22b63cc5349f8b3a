package io.silverdata.contract.adapters.radius.internal.session;

import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each NAS turned out to support: the identification by which it finds sessions, and changes (CoA). Forgotten with the
 * process, and the latter after an hour, since somebody may have configured it meanwhile. Safe for use by any number of
 * threads.
 */
final class NasCapabilities {
    private static final Duration WITHOUT_CHANGES = Duration.ofHours(1);

    private final Map<NasEndpoint, SessionIdentification> identifications = new ConcurrentHashMap<>();
    private final Map<NasEndpoint, Instant> withoutChangesUntil = new ConcurrentHashMap<>();
    private final Clock clock;

    NasCapabilities(Clock clock) {
        this.clock = clock;
    }

    SessionIdentification identification(NasSettings nas) {
        return identifications.getOrDefault(nas.endpoint(), SessionIdentification.PROFILE);
    }

    void findsSessionsBy(NasSettings nas, SessionIdentification identification) {
        if (identification != identification(nas)) {
            identifications.put(nas.endpoint(), identification);
        }
    }

    boolean supportsChanges(NasSettings nas) {
        Instant until = withoutChangesUntil.getOrDefault(nas.endpoint(), Instant.MIN);
        return nas.profile().changesSessions() && !clock.instant().isBefore(until);
    }

    void doesNotSupportChanges(NasSettings nas) {
        withoutChangesUntil.put(nas.endpoint(), clock.instant().plus(WITHOUT_CHANGES));
    }
}
