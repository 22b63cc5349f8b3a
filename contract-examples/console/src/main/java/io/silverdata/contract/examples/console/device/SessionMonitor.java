package io.silverdata.contract.examples.console.device;

import io.silverdata.contract.adapters.radius.RadiusGateway;
import io.silverdata.contract.adapters.radius.session.Session;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.StorageException;
import java.util.List;

/** Asks RADIUS accounting for open sessions. Safe for use by any number of threads. */
public final class SessionMonitor {
    private final RadiusGateway radius;

    SessionMonitor(RadiusGateway radius) {
        this.radius = radius;
    }

    /** The open sessions of a login, the newest first. */
    public Answer<List<Session>> open(RadiusUser login) {
        try {
            return Answer.of(radius.openSessions(List.of(login)).getOrDefault(login, List.of()));
        } catch (StorageException failed) {
            return Answer.none(String.valueOf(failed.getMessage()));
        }
    }
}
