package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.contracts.CommandRows;
import io.silverdata.contract.adapters.jdbc.internal.contracts.ContractRebuild;
import io.silverdata.contract.adapters.jdbc.internal.contracts.ContractRows;
import io.silverdata.contract.adapters.jdbc.internal.contracts.EventRows;
import io.silverdata.contract.adapters.jdbc.internal.contracts.NoteRows;
import io.silverdata.contract.adapters.jdbc.internal.plant.MoveRows;
import io.silverdata.contract.adapters.jdbc.internal.plant.PlantRows;
import io.silverdata.contract.adapters.jdbc.internal.plant.PlantSearchRows;
import io.silverdata.contract.adapters.jdbc.internal.reports.ReportTables;
import io.silverdata.contract.adapters.jdbc.internal.reports.RevisionReader;
import io.silverdata.contract.adapters.jdbc.internal.reports.SegmentStream;
import io.silverdata.contract.adapters.jdbc.internal.schema.StartCheck;
import io.silverdata.contract.adapters.jdbc.internal.search.ContractSearchRows;
import io.silverdata.contract.adapters.jdbc.internal.session.CommittedReads;
import io.silverdata.contract.adapters.jdbc.internal.session.HostTransaction;
import io.silverdata.contract.adapters.jdbc.internal.session.JdbcUnitOfWork;
import io.silverdata.contract.adapters.jdbc.internal.session.Server;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.adapters.jdbc.internal.session.TransactionRules;
import io.silverdata.contract.adapters.jdbc.internal.verification.Verifier;
import io.silverdata.contract.adapters.jdbc.internal.work.CoexistenceRows;
import io.silverdata.contract.adapters.jdbc.internal.work.DeviceLeaseRows;
import io.silverdata.contract.adapters.jdbc.internal.work.WorkRows;
import io.silverdata.contract.adapters.jdbc.verification.ContractRange;
import io.silverdata.contract.adapters.jdbc.verification.Difference;
import io.silverdata.contract.adapters.jdbc.verification.Verification;
import io.silverdata.contract.report.ReportSettings;
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
import java.sql.Connection;
import java.time.Duration;
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
    private final Dialect dialect;
    private final TableNames names;
    private final JdbcUnitOfWork unitOfWork;
    private final CommittedReads reads;
    private final ContractRows contracts;
    private final EventRows events;
    private final PlantRows plant;
    private final PlantSearchRows plantSearch;
    private final WorkRows work;
    private final CommandRows commands;
    private final DeviceLeaseRows deviceLeases;
    private final ContractSearchRows search;
    private final NoteRows notes;
    private final CoexistenceRows coexistence;
    private final MoveRows moves;
    private final Server server;
    private final OperatorZone operatorZone = new OperatorZone();

    private JdbcStorage(Dialect dialect, TableNames names, JdbcUnitOfWork unitOfWork, CommittedReads reads) {
        this.dialect = dialect;
        this.names = names;
        this.unitOfWork = unitOfWork;
        this.reads = reads;
        contracts = new ContractRows(unitOfWork, dialect, names);
        events = new EventRows(unitOfWork, dialect, names);
        plant = new PlantRows(unitOfWork, dialect, names);
        plantSearch = new PlantSearchRows(unitOfWork, dialect);
        work = new WorkRows(unitOfWork, dialect, names);
        commands = new CommandRows(unitOfWork, dialect, names);
        deviceLeases = new DeviceLeaseRows(unitOfWork, dialect);
        search = new ContractSearchRows(unitOfWork, dialect);
        notes = new NoteRows(unitOfWork, dialect, names);
        coexistence = new CoexistenceRows(unitOfWork, names);
        moves = new MoveRows(unitOfWork);
        server = new Server(unitOfWork, dialect);
    }

    /** A storage to be described. Only the data source is required. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Replays events and compares the contracts they give with rows, search tables, claims on ports and their PON ports, identities, keys and work:
     * page by page in constant memory, each page in a read-only transaction that sees one moment, so that commands can go on meanwhile.
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
        unitOfWork.requireOutside("verify");
        return new Verifier(reads, dialect, names).verify(range, now, found);
    }

    /**
     * Rewrites the rows of contracts that are not what their events say: after an upgrade to a release that folds events
     * otherwise, or after rows were damaged, those of what contracts are found by included. Contract by contract, each in a unit of work of its own, so that commands can go on
     * meanwhile; it can be stopped and begun again. {@link #verify} says what is left: a contract whose events are broken stays as
     * it is.
     *
     * @return how many rows were rewritten
     * @throws IllegalStateException inside a unit of work
     * @throws StorageException if the database fails
     */
    public long rebuild(ContractRange range) {
        Objects.requireNonNull(range, "range");
        unitOfWork.requireOutside("rebuild");
        return new ContractRebuild(unitOfWork, contracts, events).run(range);
    }

    /**
     * Runs work in the transaction of a connection that the host has in its hands. What the work writes is written when this
     * returns, and kept or lost with the transaction. The connection stays the host's: it is neither committed, rolled back nor
     * closed.
     *
     * @param connection with auto-commit off
     * @param work sees what the transaction wrote
     * @throws IllegalStateException if auto-commit is on, or if the thread is inside another unit of work
     * @throws ConflictException if another unit of work was faster: the host must roll back, and may repeat its transaction
     * @throws StorageException if the database fails: the host must roll back
     */
    public void executeOn(Connection connection, Runnable work) {
        unitOfWork.executeOn(Objects.requireNonNull(connection, "connection"), Objects.requireNonNull(work, "work"));
    }

    /**
     * Reports of the contracts in this database.
     *
     * @param settings zone and rules; those of the first update hold for all
     * @throws IllegalArgumentException if the zone is not that of what was wired to this storage before
     */
    public JdbcReports reports(ReportSettings settings) {
        operatorZone.agree("the reports", settings.zone());
        return new JdbcReports(
                unitOfWork,
                new ReportTables(unitOfWork, dialect, settings),
                new SegmentStream(reads, dialect, names),
                new RevisionReader(unitOfWork, events, settings));
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

    /** The database server's time; none of H2, which is in this process as a rule. */
    @Override
    public Optional<Instant> time() {
        return server.time();
    }

    /** PostgreSQL and MariaDB say; MariaDB only to a user with the right PROCESS. */
    @Override
    public Optional<Duration> longestTransaction() {
        return server.longestTransaction();
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    /** Describes a storage. For use by one thread. */
    public static final class Builder {
        private @Nullable DataSource dataSource;
        private @Nullable Dialect dialect;
        private Schema schema = Schema.defaults();
        private @Nullable BooleanSupplier hostTransaction;
        private boolean delayedWrites;
        private boolean poolerKeepsStatements;

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
         * Whether the calling thread is inside a transaction of the host, whose connection the data source gives then; for
         * example {@code TransactionSynchronizationManager::isActualTransactionActive}. Commands join that transaction, and
         * whether they are kept is the host's to decide. Default: never; a connection that comes with auto-commit off is
         * refused, since it may be in one.
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
         * Takes a pooler before PostgreSQL although the driver prepares statements under names: it pools sessions, or it keeps
         * track of prepared statements itself (pgbouncer 1.21 and later with {@code max_prepared_statements}). Default:
         * {@link #build} refuses it unless the URL says {@code prepareThreshold=0}.
         */
        public Builder acceptPooler() {
            poolerKeepsStatements = true;
            return this;
        }

        /**
         * Checks the database, and makes the storage.
         *
         * @throws IllegalStateException if the data source is missing, or if its connections come with auto-commit off and
         *     {@link #hostTransaction} does not say which of them are the host's
         * @throws StorageException naming what is wrong: the database cannot be reached, is none of those known, loses
         *     commits, stands behind a pooler that would lose statements, is an H2 database in a mode of another product, or has
         *     tables that are missing, older or newer
         */
        public JdbcStorage build() {
            if (dataSource == null) {
                throw new IllegalStateException("dataSource is required");
            }
            TableNames names = schema.names();
            HostTransaction host = new HostTransaction(Optional.ofNullable(hostTransaction));
            StartCheck start = StartCheck.run(dataSource, Optional.ofNullable(dialect), names, host);
            if (start.loss().isPresent() && !delayedWrites) {
                throw new StorageException(start.loss().get() + ", or say acceptDelayedWrites()");
            }
            if (start.pooling().isPresent() && !poolerKeepsStatements) {
                throw new StorageException(start.pooling().get() + ", or say acceptPooler()");
            }
            TransactionRules rules = new TransactionRules(
                    start.readsCommitted() ? Connection.TRANSACTION_NONE : Connection.TRANSACTION_READ_COMMITTED,
                    start.file().filter(file -> !delayedWrites));
            return new JdbcStorage(
                    start.dialect(),
                    names,
                    new JdbcUnitOfWork(dataSource, start.dialect(), names, host, rules),
                    new CommittedReads(dataSource, host));
        }
    }
}
