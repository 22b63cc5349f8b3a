package io.silverdata.contract.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A storage in front of another: what it does not do in a way of its own, the other does. */
public interface ForwardingStorage extends Storage {

    /** The other. */
    Storage storage();

    @Override
    default ContractRepository contracts() {
        return storage().contracts();
    }

    @Override
    default EventLog events() {
        return storage().events();
    }

    @Override
    default Plant plant() {
        return storage().plant();
    }

    @Override
    default PlantSearch plantSearch() {
        return storage().plantSearch();
    }

    @Override
    default WorkQueue work() {
        return storage().work();
    }

    @Override
    default CommandLog commands() {
        return storage().commands();
    }

    @Override
    default DeviceLeases deviceLeases() {
        return storage().deviceLeases();
    }

    @Override
    default ContractSearch search() {
        return storage().search();
    }

    @Override
    default NoteLog notes() {
        return storage().notes();
    }

    @Override
    default CoexistenceLog coexistence() {
        return storage().coexistence();
    }

    @Override
    default MoveLog moves() {
        return storage().moves();
    }

    @Override
    default UnitOfWork unitOfWork() {
        return storage().unitOfWork();
    }

    @Override
    default Optional<Instant> time() {
        return storage().time();
    }

    @Override
    default Optional<Duration> longestTransaction() {
        return storage().longestTransaction();
    }

    @Override
    default OperatorZone operatorZone() {
        return storage().operatorZone();
    }
}
