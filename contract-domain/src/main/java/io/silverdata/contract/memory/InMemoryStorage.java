package io.silverdata.contract.memory;

import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.spi.CoexistenceLog;
import io.silverdata.contract.spi.CommandLog;
import io.silverdata.contract.spi.ContractRepository;
import io.silverdata.contract.spi.ContractSearch;
import io.silverdata.contract.spi.DeviceLeases;
import io.silverdata.contract.spi.EventLog;
import io.silverdata.contract.spi.MoveLog;
import io.silverdata.contract.spi.NoteLog;
import io.silverdata.contract.spi.OperatorZone;
import io.silverdata.contract.spi.Plant;
import io.silverdata.contract.spi.PlantSearch;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.UnitOfWork;
import io.silverdata.contract.spi.WorkQueue;

/**
 * Keeps everything in the memory of this process. Empty at first; two instances share nothing.
 *
 * <p>Units of work run one after another, so that none ever sees another half done. A unit of work in which a port threw a
 * {@link io.silverdata.contract.spi.ConflictException} is rolled back even if the work caught it. Whoever reads the event
 * log sees what was committed, not what the unit of work around him has added so far.
 */
public final class InMemoryStorage implements Storage {
    private final InMemoryUnitOfWork unitOfWork;
    private final InMemoryContracts contracts;
    private final InMemoryEventLog events;
    private final InMemoryPlant plant;
    private final InMemoryPlantSearch plantSearch;
    private final InMemoryWorkQueue work;
    private final InMemoryCommandLog commands;
    private final InMemoryDeviceLeases deviceLeases;
    private final InMemorySearch search;
    private final InMemoryNoteLog notes;
    private final InMemoryCoexistenceLog coexistence;
    private final InMemoryMoveLog moves;
    private final OperatorZone operatorZone = new OperatorZone();

    /** An empty storage. */
    public InMemoryStorage() {
        UndoLog undo = new UndoLog();
        unitOfWork = new InMemoryUnitOfWork(undo);
        contracts = new InMemoryContracts(unitOfWork, undo);
        events = new InMemoryEventLog(unitOfWork, undo);
        PlantParts parts = PlantParts.empty(undo);
        plant = new InMemoryPlant(unitOfWork, parts);
        plantSearch = new InMemoryPlantSearch(unitOfWork, parts);
        work = new InMemoryWorkQueue(unitOfWork, undo);
        commands = new InMemoryCommandLog(unitOfWork, undo);
        deviceLeases = new InMemoryDeviceLeases(unitOfWork, undo);
        search = new InMemorySearch(unitOfWork, contracts, events);
        notes = new InMemoryNoteLog(unitOfWork, undo);
        coexistence = new InMemoryCoexistenceLog(unitOfWork, undo);
        moves = new InMemoryMoveLog(unitOfWork, undo);
    }

    /**
     * Reports of the contracts in this storage, which know of nothing until they are updated.
     *
     * @throws IllegalArgumentException if their zone is not that of what was wired to this storage before
     */
    public InMemoryReports reports(ReportSettings settings) {
        operatorZone.agree("the reports", settings.zone());
        return new InMemoryReports(events, settings);
    }

    @Override
    public OperatorZone operatorZone() {
        return operatorZone;
    }

    @Override
    public ContractRepository contracts() {
        return contracts;
    }

    @Override
    public EventLog events() {
        return events;
    }

    @Override
    public Plant plant() {
        return plant;
    }

    @Override
    public PlantSearch plantSearch() {
        return plantSearch;
    }

    @Override
    public WorkQueue work() {
        return work;
    }

    @Override
    public CommandLog commands() {
        return commands;
    }

    @Override
    public DeviceLeases deviceLeases() {
        return deviceLeases;
    }

    @Override
    public ContractSearch search() {
        return search;
    }

    @Override
    public NoteLog notes() {
        return notes;
    }

    @Override
    public CoexistenceLog coexistence() {
        return coexistence;
    }

    @Override
    public MoveLog moves() {
        return moves;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
