package io.silverdata.contract.adapters.jdbc.host;

import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.spi.CommandLog;
import io.silverdata.contract.spi.ContractRepository;
import io.silverdata.contract.spi.ContractSearch;
import io.silverdata.contract.spi.DeviceLeases;
import io.silverdata.contract.spi.EventLog;
import io.silverdata.contract.spi.OperatorZone;
import io.silverdata.contract.spi.Plant;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.UnitOfWork;
import io.silverdata.contract.spi.WorkQueue;
import java.util.function.Consumer;

/**
 * A storage each of whose units of work runs inside a transaction of the host.
 *
 * @param transactions runs work inside one, and joins one that is there
 */
record HostStorage(JdbcStorage storage, Consumer<Runnable> transactions) implements Storage {
    @Override
    public OperatorZone operatorZone() {
        return storage.operatorZone();
    }

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

    @Override
    public ContractRepository contracts() {
        return storage.contracts();
    }

    @Override
    public EventLog events() {
        return storage.events();
    }

    @Override
    public ContractSearch search() {
        return storage.search();
    }

    @Override
    public Plant plant() {
        return storage.plant();
    }

    @Override
    public WorkQueue work() {
        return storage.work();
    }

    @Override
    public CommandLog commands() {
        return storage.commands();
    }

    @Override
    public DeviceLeases deviceLeases() {
        return storage.deviceLeases();
    }
}
