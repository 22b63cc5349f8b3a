package io.silverdata.contract.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.jdbc.host.JtaCases;
import io.silverdata.contract.adapters.jdbc.host.SpringTransactionCases;
import io.silverdata.contract.adapters.jdbc.internal.contracts.FeedCases;
import io.silverdata.contract.adapters.jdbc.internal.contracts.SharedUpdateCases;
import io.silverdata.contract.adapters.jdbc.internal.reports.ReportCases;
import io.silverdata.contract.adapters.jdbc.internal.schema.DeliveriesMigrationCases;
import io.silverdata.contract.adapters.jdbc.internal.session.LostConnectionCases;
import io.silverdata.contract.adapters.jdbc.internal.verification.VerificationCases;
import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.adapters.jdbc.verification.ContractRange;
import io.silverdata.contract.adapters.jdbc.verification.Difference;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.AdoptionTck;
import io.silverdata.contract.testkit.CoexistenceLogTck;
import io.silverdata.contract.testkit.CommandLogTck;
import io.silverdata.contract.testkit.CommandsTck;
import io.silverdata.contract.testkit.ContractFixtures;
import io.silverdata.contract.testkit.ContractRepositoryTck;
import io.silverdata.contract.testkit.ContractSearchTck;
import io.silverdata.contract.testkit.DeviceLeasesTck;
import io.silverdata.contract.testkit.ErasureTck;
import io.silverdata.contract.testkit.EventLogTck;
import io.silverdata.contract.testkit.IsolationTck;
import io.silverdata.contract.testkit.MovesTck;
import io.silverdata.contract.testkit.NoteLogTck;
import io.silverdata.contract.testkit.PlantSearchTck;
import io.silverdata.contract.testkit.PlantTck;
import io.silverdata.contract.testkit.RunsTck;
import io.silverdata.contract.testkit.SettlementTck;
import io.silverdata.contract.testkit.StorageConcurrencyTck;
import io.silverdata.contract.testkit.UnitOfWorkTck;
import io.silverdata.contract.testkit.WorkQueueTck;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.data.TemporalUnitWithinOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The kits of all ports, and the further cases, that must hold on every database. */
abstract class EveryDatabase {
    private final Database database;

    EveryDatabase(Database database) {
        this.database = database;
    }

    @Test
    void a_server_tells_its_time_and_h2_has_none_of_its_own() {
        Optional<Instant> time = database.emptyStorage().time();

        assertThat(time.isPresent()).isEqualTo(!(this instanceof H2StorageTest));
        time.ifPresent(server ->
                assertThat(server).isCloseTo(Instant.now(), new TemporalUnitWithinOffset(1, ChronoUnit.HOURS)));
    }

    @Test
    void a_server_tells_of_a_transaction_that_somebody_left_open() throws SQLException {
        JdbcStorage storage = database.emptyStorage();
        boolean tells = !(this instanceof H2StorageTest);

        try (Connection forgotten = database.dataSource().getConnection()) {
            forgotten.setAutoCommit(false);
            try (Statement statement = forgotten.createStatement()) {
                statement.execute("UPDATE ct_latch SET position = position");
                assertThat(storage.longestTransaction().isPresent()).isEqualTo(tells);
            }
            forgotten.rollback();
        }

        assertThat(storage.longestTransaction()).isEmpty();
    }

    @Nested
    class Contracts extends ContractRepositoryTck {
        @Override
        protected Storage storage() {
            return database.emptyStorage();
        }
    }

    @Nested
    class Queries extends ContractSearchTck {
        @Override
        protected Storage storage() {
            return database.emptyStorage();
        }
    }

    @Nested
    class Events extends EventLogTck {
        @Override
        protected Storage storage() {
            return database.emptyStorage();
        }
    }

    @Nested
    class Keys extends CommandLogTck {
        @Override
        protected Storage storage() {
            return database.emptyStorage();
        }
    }

    @Nested
    class Coexistence extends CoexistenceLogTck {
        @Override
        protected Storage storage() {
            return database.emptyStorage();
        }
    }

    @Nested
    class Notes extends NoteLogTck {
        @Override
        protected Storage storage() {
            return database.emptyStorage();
        }
    }

    @Nested
    class Erasure extends ErasureTck {
        private @Nullable JdbcStorage storage;

        @Override
        protected Storage storage() {
            storage = database.emptyStorage();
            return storage;
        }

        /** In no column of any table, in whatever case, and the rows still agree with the events. */
        @Override
        protected void checkNothingSecretIsLeft() {
            List<Difference> differences = new ArrayList<>();
            Objects.requireNonNull(storage)
                    .verify(ContractRange.all(), ContractFixtures.START.plus(Duration.ofDays(9_999)), differences::add);
            assertThat(differences).isEmpty();
            for (String table : database.tables()) {
                assertThat(database.rows(table))
                        .as(table)
                        .noneMatch(row -> row.toLowerCase(Locale.ROOT).contains(SECRET.toLowerCase(Locale.ROOT)))
                        .noneMatch(row -> row.contains(ContractFixtures.CONTACT.text()));
            }
        }
    }

    @Nested
    class Commands extends CommandsTck {
        @Override
        protected Storage storage() {
            return database.emptyStorage();
        }
    }

    @Nested
    class Adoption extends AdoptionTck {
        @Override
        protected Storage storage() {
            return database.emptyStorage();
        }
    }

    @Nested
    class Moves extends MovesTck {
        @Override
        protected Storage storage() {
            return database.emptyStorage();
        }
    }

    @Nested
    class Runs extends RunsTck {
        @Override
        protected Storage storage() {
            return database.emptyStorage();
        }

        @Override
        protected int lives() {
            return Integer.getInteger("contract.storm.lives", super.lives());
        }
    }

    @Nested
    class Settlement extends SettlementTck {
        @Override
        protected Storage storage() {
            return database.emptyStorage();
        }

        @Override
        protected int lives() {
            return Integer.getInteger("contract.storm.lives", super.lives());
        }
    }

    @Nested
    class Isolation extends IsolationTck {
        @Override
        protected Storage storage() {
            return database.emptyStorage();
        }

        @Override
        protected void spoil(Contract contract) {
            database.sql("UPDATE ct_contract SET snapshot = CONCAT('x', snapshot) WHERE number = '" + contract.number()
                    + "'");
        }

        @Override
        protected void mend(Contract contract) {
            database.sql("UPDATE ct_contract SET snapshot = SUBSTRING(snapshot, 2) WHERE number = '" + contract.number()
                    + "'");
        }
    }

    @Nested
    class Work extends WorkQueueTck {
        @Override
        protected Storage storage() {
            return database.emptyStorage();
        }
    }

    @Nested
    class Devices extends DeviceLeasesTck {
        @Override
        protected Storage storage() {
            return database.emptyStorage();
        }
    }

    @Nested
    class Outputs extends PlantTck {
        @Override
        protected Storage storage() {
            return database.emptyStorage();
        }
    }

    @Nested
    class PlantQueries extends PlantSearchTck {
        @Override
        protected Storage storage() {
            return database.emptyStorage();
        }
    }

    @Nested
    class Transactions extends UnitOfWorkTck {
        @Override
        protected Storage storage() {
            return database.emptyStorage();
        }
    }

    @Nested
    class Races extends StorageConcurrencyTck {
        @Override
        protected Storage storage() {
            return database.emptyStorage();
        }

        @Override
        protected int rounds() {
            return Integer.getInteger("contract.storm.rounds", 20);
        }

        @Override
        protected int buyers() {
            return Database.CONNECTIONS;
        }
    }

    @Nested
    class Feed extends FeedCases {
        @Override
        protected Database database() {
            return database;
        }
    }

    @Nested
    class SharedUpdates extends SharedUpdateCases {
        @Override
        protected Database database() {
            return database;
        }
    }

    @Nested
    class Reporting extends ReportCases {
        @Override
        protected Database database() {
            return database;
        }
    }

    @Nested
    class Verifying extends VerificationCases {
        @Override
        protected Database database() {
            return database;
        }
    }

    @Nested
    class Migration extends DeliveriesMigrationCases {
        @Override
        protected Database database() {
            return database;
        }
    }

    @Nested
    class Failures extends LostConnectionCases {
        @Override
        protected Database database() {
            return database;
        }
    }

    @Nested
    class SpringTransactions extends SpringTransactionCases {
        @Override
        protected Database database() {
            return database;
        }
    }

    @Nested
    class JtaTransactions extends JtaCases {
        @Override
        protected Database database() {
            return database;
        }
    }
}
