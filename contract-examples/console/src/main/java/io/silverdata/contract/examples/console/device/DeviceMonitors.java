package io.silverdata.contract.examples.console.device;

import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.radius.RadiusGateway;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which devices can be asked: those behind the adapters that are set up. */
@Component
public class DeviceMonitors {
    private final ObjectProvider<OltGateway> olts;
    private final ObjectProvider<RadiusGateway> radius;

    DeviceMonitors(ObjectProvider<OltGateway> olts, ObjectProvider<RadiusGateway> radius) {
        this.olts = olts;
        this.radius = radius;
    }

    /** Who knows about ONUs. */
    public Optional<OnuMonitor> onus() {
        return Optional.ofNullable(olts.getIfAvailable()).map(OnuMonitor::new);
    }

    /** Who knows about sessions. */
    public Optional<SessionMonitor> sessions() {
        return Optional.ofNullable(radius.getIfAvailable()).map(SessionMonitor::new);
    }
}
