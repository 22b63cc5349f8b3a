package io.silverdata.contract.examples.console.device;

import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.radius.RadiusGateway;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which devices can be asked: those of the demo where there are such, else those behind the adapters that are set up. */
@Component
public class Devices {
    private final ObjectProvider<OnuMonitor> onus;
    private final ObjectProvider<OltGateway> olts;
    private final ObjectProvider<RadiusGateway> radius;

    Devices(
            ObjectProvider<OnuMonitor> onus, ObjectProvider<OltGateway> olts, ObjectProvider<RadiusGateway> radius) {
        this.onus = onus;
        this.olts = olts;
        this.radius = radius;
    }

    /** Who knows about ONUs. */
    public Optional<OnuMonitor> onus() {
        return Optional.ofNullable(onus.getIfAvailable())
                .or(() -> Optional.ofNullable(olts.getIfAvailable()).map(SnmpOnuMonitor::new));
    }

    /** Who knows about sessions. */
    public Optional<SessionMonitor> sessions() {
        return Optional.ofNullable(radius.getIfAvailable()).map(RadiusSessionMonitor::new);
    }
}
