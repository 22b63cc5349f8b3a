package io.silverdata.contract.examples.network;

import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.LineProvisioner;

/** A network in memory, empty at the beginning: quick, and nothing crosses a wire. */
public final class MemoryNetwork implements Network {
    private final AccessProvisioner access = new InMemoryAccess();
    private final LineProvisioner lines = new InMemoryLine();

    /** An empty network. */
    public MemoryNetwork() {}

    @Override
    public AccessProvisioner access() {
        return access;
    }

    @Override
    public LineProvisioner lines() {
        return lines;
    }

    @Override
    public String description() {
        return "in memory";
    }

    @Override
    public void close() {}
}
