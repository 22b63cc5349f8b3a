package io.silverdata.contract.adapters.olt;

import io.silverdata.contract.adapters.olt.internal.snmp.Deadline;
import io.silverdata.contract.adapters.olt.internal.snmp.SnmpClient;
import io.silverdata.contract.adapters.olt.internal.snmp.SnmpTransport;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
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
    private final SnmpClient client;

    /** A driver for the OLT of the settings. */
    public DirectDriver(OltDriverProvider provider, OltSettings settings) {
        driver = provider.create(new DriverSettings(settings.olt(), settings.options()));
        client = transport.client(settings);
    }

    /** The driver. */
    public OltDriver driver() {
        return driver;
    }

    /** A conversation. */
    public OltSession session(Operation operation) {
        return client.session(operation, driver.walkStyle(), Deadline.in(Duration.ofMinutes(1)));
    }

    @Override
    public void close() {
        transport.close();
    }
}
