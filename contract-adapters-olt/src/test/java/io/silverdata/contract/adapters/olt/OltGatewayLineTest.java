package io.silverdata.contract.adapters.olt;

import static io.silverdata.contract.testkit.ContractFixtures.ponPortId;

import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.testkit.LineProvisionerTck;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class OltGatewayLineTest extends LineProvisionerTck {
    private static final OltSettings.Timing QUICK = new OltSettings.Timing(
            Duration.ofMillis(300), 0, Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(10));

    private final SimulatedOlt olt = SimulatedOlt.start(Lab.huawei(ponPortId(1), ponPortId(2)));
    private final OltGateway gateway =
            Lab.gateway(Lab.settings(olt).timing(QUICK)).build();

    @Override
    protected LineProvisioner lines() {
        return gateway;
    }

    @Override
    protected List<ProfileName> bindings() {
        return List.of(Lab.VOIP, Lab.IPTV);
    }

    @Override
    protected boolean canBreakDevice() {
        return true;
    }

    @Override
    protected void breakDevice() {
        olt.silent(true);
    }

    @Override
    protected void healDevice() {
        olt.silent(false);
    }

    @AfterEach
    void close() {
        gateway.close();
        olt.close();
    }
}
