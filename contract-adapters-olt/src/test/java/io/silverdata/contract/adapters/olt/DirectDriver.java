package io.silverdata.contract.adapters.olt;

import io.silverdata.contract.adapters.olt.internal.Deadline;
import io.silverdata.contract.adapters.olt.internal.SnmpPeer;
import io.silverdata.contract.adapters.olt.internal.SnmpTransport;
import io.silverdata.contract.adapters.olt.spi.DriverSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.Operation;
import java.time.Duration;

/** A driver and a way to an SNMP agent, without the gateway between. */
public final class DirectDriver implements AutoCloseable {
    private final SnmpTransport transport = SnmpTransport.open();
    private final OltDriver driver;
    private final SnmpPeer peer;

    /** A driver for the OLT of the settings. */
    public DirectDriver(OltDriverProvider provider, OltSettings settings) {
        driver = provider.create(new DriverSettings(settings.olt(), settings.options()));
        peer = transport.peer(settings);
    }

    /** The driver. */
    public OltDriver driver() {
        return driver;
    }

    /** A conversation. */
    public OltSession session(Operation operation) {
        return peer.session(operation, driver.walkStyle(), Deadline.in(Duration.ofMinutes(1)));
    }

    @Override
    public void close() {
        transport.close();
    }
}
