package io.silverdata.contract.memory;

import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.testkit.BreakableLine;
import io.silverdata.contract.testkit.DeviceTrouble;
import io.silverdata.contract.testkit.LineProvisionerTck;
import java.util.List;

/** The kit with devices that break, so that its clauses on trouble run here too. */
class BreakableLineTest extends LineProvisionerTck {
    private final BreakableLine lines = new BreakableLine(new InMemoryLine());

    @Override
    protected List<ProfileName> bindings() {
        return List.of(new ProfileName("VOIP"), new ProfileName("IPTV"));
    }

    @Override
    protected LineProvisioner lines() {
        return lines;
    }

    @Override
    protected boolean canBreakDevice() {
        return true;
    }

    @Override
    protected void breakDevice() {
        lines.setTrouble(DeviceTrouble.NO_ANSWER);
    }

    @Override
    protected void healDevice() {
        lines.setTrouble(DeviceTrouble.NONE);
    }
}
