package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.spi.CommandLog;
import io.silverdata.contract.spi.ContractRepository;
import io.silverdata.contract.spi.DeviceLeases;
import io.silverdata.contract.spi.EventLog;
import io.silverdata.contract.spi.Plant;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.UnitOfWork;
import io.silverdata.contract.spi.WorkQueue;

/** A storage whose units of work are a host's. */
record HostStorage(Storage storage, UnitOfWork unitOfWork) implements Storage {
    @Override
    public ContractRepository contracts() {
        return storage.contracts();
    }

    @Override
    public EventLog events() {
        return storage.events();
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
