package io.silverdata.contract.adapters.jdbc.host;

import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.spi.ForwardingStorage;
import io.silverdata.contract.spi.UnitOfWork;
import java.util.function.Consumer;

/**
 * A storage each of whose units of work runs inside a transaction of the host.
 *
 * @param transactions runs work inside one, and joins one that is there
 */
record HostStorage(JdbcStorage storage, Consumer<Runnable> transactions) implements ForwardingStorage {
    @Override
    public UnitOfWork unitOfWork() {
        return new UnitOfWork() {
            @Override
            public void execute(Runnable work) {
                transactions.accept(() -> storage.unitOfWork().execute(work));
            }

            @Override
            public boolean isActive() {
                return storage.unitOfWork().isActive();
            }
        };
    }
}
