package io.silverdata.contract.memory;

import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.testkit.LineProvisionerTck;

/** The kit with devices that break, so that its clauses on trouble run here too. */
class BreakableLineTest extends LineProvisionerTck {
    private final BreakableLine lines = new BreakableLine();

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
        lines.setBroken(true);
    }

    @Override
    protected void healDevice() {
        lines.setBroken(false);
    }
}
