package io.silverdata.contract.memory;

import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.testkit.AccessProvisionerTck;
import io.silverdata.contract.testkit.BreakableAccess;
import io.silverdata.contract.testkit.DeviceTrouble;

/** The kit with a device that breaks, so that its clauses on trouble run here too. */
class BreakableAccessTest extends AccessProvisionerTck {
    private final BreakableAccess access = new BreakableAccess(new InMemoryAccess());

    @Override
    protected AccessProvisioner access() {
        return access;
    }

    @Override
    protected boolean canBreakDevice() {
        return true;
    }

    @Override
    protected void breakDevice() {
        access.setTrouble(DeviceTrouble.NO_ROUTE);
    }

    @Override
    protected void healDevice() {
        access.setTrouble(DeviceTrouble.NONE);
    }
}
