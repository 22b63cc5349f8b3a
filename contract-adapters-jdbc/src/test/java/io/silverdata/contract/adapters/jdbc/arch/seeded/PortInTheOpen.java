package io.silverdata.contract.adapters.jdbc.arch.seeded;

import io.silverdata.contract.spi.UnitOfWork;
import org.jdbi.v3.core.Handle;

public final class PortInTheOpen implements UnitOfWork {
    @Override
    public void execute(Runnable work) {
        work.run();
    }

    @Override
    public boolean isActive() {
        return false;
    }

    public boolean uses(Handle handle) {
        return handle.isClosed();
    }
}
