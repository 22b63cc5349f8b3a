package io.silverdata.contract.testkit.simulation;

import io.silverdata.contract.spi.CoexistenceLog;
import io.silverdata.contract.spi.CommandLog;
import io.silverdata.contract.spi.ConflictException;
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
import io.silverdata.contract.spi.StorageException;
import io.silverdata.contract.spi.UnitOfWork;
import io.silverdata.contract.spi.WorkQueue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** The storage as one process sees it: others may act before each unit of work, and each may fail in every way. */
final class ProcessStorage implements Storage {
    private final Storage storage;
    private final SimulatedProcess process;
    private final Timeline timeline;
    private final Leases leases;
    private final UnitOfWork unitOfWork = new Units();
    private final ContractRepository contracts;
    private final EventLog events;
    private final Plant plant;
    private final PlantSearch plantSearch;
    private final WorkQueue work;
    private final CommandLog commands;
    private final DeviceLeases deviceLeases;
    private final ContractSearch search;
    private final NoteLog notes;
    private final CoexistenceLog coexistence;
    private final MoveLog moves;

    /** What becomes of a unit of work; the first is the ordinary. */
    private enum Fate {
        KEPT,
        CONFLICT,
        FAILED,
        KILLED_BEFORE_COMMIT,
        KILLED_AFTER_COMMIT,
        NO_ANSWER_KEPT,
        NO_ANSWER_NOT_KEPT
    }

    ProcessStorage(Storage storage, SimulatedProcess process, Timeline timeline, Leases leases) {
        this.storage = storage;
        this.process = process;
        this.timeline = timeline;
        this.leases = leases;
        contracts = interruptible(ContractRepository.class, storage.contracts());
        events = interruptible(EventLog.class, storage.events());
        plant = interruptible(Plant.class, storage.plant());
        plantSearch = interruptible(PlantSearch.class, storage.plantSearch());
        work = interruptible(WorkQueue.class, leases.watched(storage.work(), process));
        commands = interruptible(CommandLog.class, storage.commands());
        deviceLeases = interruptible(DeviceLeases.class, leases.watched(storage.deviceLeases(), process));
        search = interruptible(ContractSearch.class, storage.search());
        notes = interruptible(NoteLog.class, storage.notes());
        coexistence = interruptible(CoexistenceLog.class, storage.coexistence());
        moves = interruptible(MoveLog.class, storage.moves());
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

    @Override
    public OperatorZone operatorZone() {
        return storage.operatorZone();
    }

    private <T> T interruptible(Class<T> type, T port) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            process.requireAlive();
            if (storage.unitOfWork().isActive()) {
                return call(port, method, args);
            }
            timeline.point();
            Object answer = call(port, method, args);
            leases.commit();
            return answer;
        }));
    }

    private static Object call(Object port, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(port, args);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private Fate fate() {
        int draw = timeline.choose(160);
        return process.isSteady() || draw < 160 - Fate.values().length ? Fate.KEPT : Fate.values()[160 - 1 - draw];
    }

    private final class Units implements UnitOfWork {
        @Override
        public void execute(Runnable work) {
            process.requireAlive();
            if (isActive()) {
                storage.unitOfWork().execute(work);
                return;
            }
            timeline.point();
            Fate fate = fate();
            if (isDeath(fate) && !process.mayDie()) {
                fate = Fate.KEPT;
            }
            execute(work, fate);
        }

        @Override
        public boolean isActive() {
            return storage.unitOfWork().isActive();
        }

        private boolean isDeath(Fate fate) {
            return fate == Fate.KILLED_BEFORE_COMMIT || fate == Fate.KILLED_AFTER_COMMIT;
        }

        private void execute(Runnable work, Fate fate) {
            try {
                storage.unitOfWork().execute(() -> {
                    work.run();
                    beforeCommit(fate);
                });
                leases.commit();
            } finally {
                leases.rollBack();
            }
            if (fate == Fate.KILLED_AFTER_COMMIT) {
                timeline.tell(process.name() + ": what it wrote is kept.");
                process.die();
            }
            if (fate == Fate.NO_ANSWER_KEPT) {
                timeline.tell(process.name() + ": the storage keeps what it wrote, and does not answer.");
                throw new StorageException(
                        StorageException.Outcome.UNKNOWN, "no answer", new IllegalStateException("simulated"));
            }
            timeline.point();
        }

        private void beforeCommit(Fate fate) {
            switch (fate) {
                case CONFLICT -> {
                    timeline.tell(process.name() + ": the storage lets it give way to another.");
                    throw new ConflictException(ConflictException.Kind.SERIALIZATION, "simulated");
                }
                case FAILED -> {
                    timeline.tell(process.name() + ": the storage fails and keeps nothing.");
                    throw new StorageException("simulated");
                }
                case NO_ANSWER_NOT_KEPT -> {
                    timeline.tell(process.name() + ": the storage keeps nothing, and does not answer.");
                    throw new StorageException(
                            StorageException.Outcome.UNKNOWN, "no answer", new IllegalStateException("simulated"));
                }
                case KILLED_BEFORE_COMMIT -> process.die();
                case KEPT, KILLED_AFTER_COMMIT, NO_ANSWER_KEPT -> {}
            }
        }
    }
}
