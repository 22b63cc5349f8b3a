package io.silverdata.contract.examples.console.device;

import io.silverdata.contract.adapters.radius.RadiusGateway;
import io.silverdata.contract.adapters.radius.session.Session;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.StorageException;
import java.util.List;

/** Reads FreeRADIUS' table of sessions. */
final class RadiusSessionMonitor implements SessionMonitor {
    private final RadiusGateway radius;

    RadiusSessionMonitor(RadiusGateway radius) {
        this.radius = radius;
    }

    @Override
    public Answer<List<OpenSession>> open(RadiusUser login) {
        try {
            return Answer.of(radius.openSessions(List.of(login)).getOrDefault(login, List.of()).stream()
                    .map(RadiusSessionMonitor::open)
                    .toList());
        } catch (StorageException failed) {
            return Answer.none(String.valueOf(failed.getMessage()));
        }
    }

    private static OpenSession open(Session session) {
        return new OpenSession(
                session.sessionId(),
                session.nasAddress(),
                session.framedIpAddress(),
                session.callingStationId(),
                session.started(),
                session.updated());
    }
}
