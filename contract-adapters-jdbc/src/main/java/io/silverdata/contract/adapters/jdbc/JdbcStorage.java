package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.spi.CommandLog;
import io.silverdata.contract.spi.ContractRepository;
import io.silverdata.contract.spi.DeviceLeases;
import io.silverdata.contract.spi.EventLog;
import io.silverdata.contract.spi.Plant;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.StorageException;
import io.silverdata.contract.spi.WorkQueue;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everything in a database: H2, PostgreSQL or MariaDB. See {@code docs/databases.md}.
 *
 * <p>The tables must be there; {@link Schema#migrate} makes them. What can be owned once (a splitter output, an ONU, a login,
 * a contract number, an idempotency key, a seat under a PON port's subscriber limit) is once by constraint of the database.
 * Any number of processes may share one database.
 *
 * <p>Safe for use by any number of threads; each unit of work takes one connection from the data source.
 */
public final class JdbcStorage implements Storage {
    private final DataSource dataSource;
    private final Dialect dialect;
    private final Names names;
    private final JdbcUnitOfWork unitOfWork;
    private final ContractRows contracts;
    private final EventRows events;
    private final PlantRows plant;
    private final WorkRows work;
    private final CommandRows commands;
    private final DeviceLeaseRows deviceLeases;
    private final Verifier verifier;

    private JdbcStorage(DataSource dataSource, JdbcUnitOfWork unitOfWork, Dialect dialect, Names names) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.names = names;
        this.unitOfWork = unitOfWork;
        contracts = new ContractRows(unitOfWork, dialect, names);
        events = new EventRows(unitOfWork, dialect, names);
        plant = new PlantRows(unitOfWork, dialect);
        work = new WorkRows(unitOfWork, dialect, names);
        commands = new CommandRows(unitOfWork, dialect, names);
        deviceLeases = new DeviceLeaseRows(unitOfWork, dialect);
        verifier = new Verifier(dataSource, dialect, names);
    }

    /** A storage to be described. Only the data source is required. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Replays events and compares what comes of them with rows, claims on ports, identities, keys and work: page by page in
     * constant memory, each page in a read-only transaction that sees one moment, so that commands can go on meanwhile.
     * Reservations that are over at {@code now} may have been passed on and count as no difference.
     *
     * @param range which contracts; what names a contract that does not exist is found within the range, too
     * @param now the time
     * @param found told of each difference, on the calling thread
     * @return how much was looked at
     * @throws IllegalStateException inside a unit of work, which may not see what others commit
     * @throws StorageException if the database cannot be read
     */
    public Verification verify(ContractRange range, Instant now, Consumer<Difference> found) {
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(found, "found");
        if (unitOfWork.isActive()) {
            throw new IllegalStateException("verify must not be called inside a unit of work");
        }
        return verifier.verify(range, now, found);
    }

    /**
     * Reports of the contracts in this database.
     *
     * @param settings zone and rules; those of the first update hold for all
     */
    public JdbcReports reports(ReportSettings settings) {
        return new JdbcReports(
                dataSource, unitOfWork, events, dialect, names, Objects.requireNonNull(settings, "settings"));
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
    public JdbcUnitOfWork unitOfWork() {
        return unitOfWork;
    }

    /** Describes a storage. For use by one thread. */
    public static final class Builder {
        private @Nullable DataSource dataSource;
        private @Nullable Dialect dialect;
        private Schema schema = Schema.defaults();
        private @Nullable BooleanSupplier hostTransaction;
        private boolean delayedWrites;

        private Builder() {}

        /** Where connections come from: a pool, or a proxy that gives the connection of the host's transaction. Required. */
        public Builder dataSource(DataSource value) {
            dataSource = Objects.requireNonNull(value, "dataSource");
            return this;
        }

        /** Which database it is. Default: what it says it is. */
        public Builder dialect(Dialect value) {
            dialect = Objects.requireNonNull(value, "dialect");
            return this;
        }

        /** How the tables are called. Default: {@link Schema#defaults()}. */
        public Builder schema(Schema value) {
            schema = Objects.requireNonNull(value, "schema");
            return this;
        }

        /**
         * Whether the calling thread is inside a transaction of the host, in which the data source gives its connection; for
         * example {@code TransactionSynchronizationManager::isActualTransactionActive}. Default: a connection with
         * auto-commit off is the host's.
         */
        public Builder hostTransaction(BooleanSupplier value) {
            hostTransaction = Objects.requireNonNull(value, "hostTransaction");
            return this;
        }

        /**
         * Takes an H2 file that may lose the last acknowledged commands with the process: it is written with a delay, by
         * half a second as a rule, or by a version of H2 that may not find its last write again (2.5 and later). Default:
         * {@link #build} refuses it.
         */
        public Builder acceptDelayedWrites() {
            delayedWrites = true;
            return this;
        }

        /**
         * Checks the database, and makes the storage.
         *
         * @throws IllegalStateException if the data source is missing, or if its connections come with auto-commit off and
         *     {@link #hostTransaction} does not say which of them are the host's
         * @throws StorageException naming what is wrong: the database cannot be reached, is none of those known, loses
         *     commits, or has tables that are missing, older or newer
         */
        public JdbcStorage build() {
            if (dataSource == null) {
                throw new IllegalStateException("dataSource is required");
            }
            StartCheck start = StartCheck.run(dataSource, Optional.ofNullable(dialect), schema);
            if (start.autoCommitOff() && hostTransaction == null) {
                throw new IllegalStateException(
                        "hostTransaction is required where connections come with auto-commit off:"
                                + " else nobody knows which of them are in a transaction of the host");
            }
            if (start.loss().isPresent() && !delayedWrites) {
                throw new StorageException(start.loss().get() + ", or say acceptDelayedWrites()");
            }
            JdbcUnitOfWork unitOfWork = new JdbcUnitOfWork(
                    Values.jdbi(dataSource, start.dialect()),
                    start.dialect(),
                    schema.names(),
                    Optional.ofNullable(hostTransaction),
                    !start.readsCommitted(),
                    start.isFile() && !delayedWrites);
            return new JdbcStorage(dataSource, unitOfWork, start.dialect(), schema.names());
        }
    }
}
