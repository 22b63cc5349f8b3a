package io.silverdata.contract.memory;

import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.testkit.LineProvisionerTck;
import java.util.List;

class InMemoryLineTest extends LineProvisionerTck {
    @Override
    protected List<ProfileName> bindings() {
        return List.of(new ProfileName("VOIP"), new ProfileName("IPTV"));
    }

    @Override
    protected LineProvisioner lines() {
        return new InMemoryLine();
    }
}
