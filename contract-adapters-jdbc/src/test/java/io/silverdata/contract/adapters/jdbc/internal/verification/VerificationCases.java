package io.silverdata.contract.adapters.jdbc.internal.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.adapters.jdbc.verification.ContractRange;
import io.silverdata.contract.adapters.jdbc.verification.Difference;
import io.silverdata.contract.adapters.jdbc.verification.Difference.IdentityDiffers.Kind;
import io.silverdata.contract.adapters.jdbc.verification.Verification;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.testkit.ContractFixtures;
import io.vavr.control.Either;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of row is damaged by hand, and the verification says what is wrong. Subclasses bring the database. */
public abstract class VerificationCases {
    private static final Instant NOW = ContractFixtures.START.plusSeconds(3_600);
    private static final Instant RESERVED_UNTIL = NOW.plusSeconds(60);
    private static final ContractId ACTIVE = ContractFixtures.contractId(1);
    private static final ContractId DRAFT = ContractFixtures.contractId(2);
    private static final ContractId RESERVED = ContractFixtures.contractId(3);
    private static final ContractId CANCELLED = ContractFixtures.contractId(4);
    private static final ContractId NOBODY = new ContractId(new UUID(0x7FFF_0000_0000_7000L, 0x8000_0000_0000_0001L));

    private DataSource database;
    private JdbcStorage storage;
    private long events;

    /** The database; it is emptied. */
    protected abstract Database database();

    @BeforeEach
    void fill() {
        storage = database().emptyStorage();
        database = database().dataSource();
        storage.plant()
                .install(new PlantLayout(
                        List.of(ContractFixtures.olt(1)),
                        List.of(ContractFixtures.ponPort(1, 64)),
                        IntStream.rangeClosed(1, 5)
                                .mapToObj(n -> ContractFixtures.splitter(n, 1, 8))
                                .toList()));
        keep(ContractFixtures.activated(1));
        keep(ContractFixtures.drafted(2));
        keep(ContractFixtures.reserved(3, RESERVED_UNTIL));
        keep(ContractFixtures.cancelled(4));
        storage.commands().append(ContractFixtures.commandRecord(1, ContractFixtures.anActiveContract(1)));
    }

    @Test
    void finds_nothing_where_everything_agrees() {
        List<Difference> found = new ArrayList<>();

        Verification verification = storage.verify(ContractRange.all(), NOW, found::add);

        assertThat(found).isEmpty();
        assertThat(verification).isEqualTo(new Verification(4, events, 0));
        assertThat(verification.isClean()).isTrue();
    }

    @Test
    void counts_what_it_finds() {
        sql("UPDATE ct_contract SET version = 7, status = 'ACTIVE'");

        Verification verification = storage.verify(ContractRange.all(), NOW, difference -> {});

        assertThat(verification).isEqualTo(new Verification(4, events, 4));
        assertThat(verification.isClean()).isFalse();
    }

    @Test
    void looks_at_a_range_only() {
        sql("UPDATE ct_contract SET version = 7");

        assertThat(differences(ContractRange.only(DRAFT))).isEqualTo(List.of(rowDiffers(DRAFT, "version")));
        assertThat(differences(ContractRange.after(DRAFT)))
                .containsExactly(rowDiffers(RESERVED, "version"), rowDiffers(CANCELLED, "version"));
        assertThat(differences(new ContractRange(Optional.of(ACTIVE), Optional.of(DRAFT))))
                .containsExactly(rowDiffers(DRAFT, "version"));
    }

    @Test
    void finds_what_is_wrong_on_every_page() {
        storage.unitOfWork().execute(() -> IntStream.range(100, 1_200).forEach(n -> keep(ContractFixtures.drafted(n))));
        sql("UPDATE ct_contract SET status = 'ACTIVE' WHERE number IN ('C-100', 'C-595', 'C-596', 'C-1199')");
        orphan(NOBODY);

        assertThat(differences(ContractRange.all()))
                .containsExactly(
                        rowDiffers(ContractFixtures.contractId(100), "status"),
                        rowDiffers(ContractFixtures.contractId(595), "status"),
                        rowDiffers(ContractFixtures.contractId(596), "status"),
                        rowDiffers(ContractFixtures.contractId(1_199), "status"),
                        new Difference.RowMissing(NOBODY));
    }

    @Test
    void refuses_to_work_inside_a_unit_of_work() {
        assertThatThrownBy(() ->
                        storage.unitOfWork().execute(() -> storage.verify(ContractRange.all(), NOW, difference -> {})))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unit of work");
    }

    @Test
    void rows_that_are_not_what_the_events_say_are_rebuilt_from_the_events() {
        sql("UPDATE ct_contract SET snapshot = REPLACE(snapshot, 'customer-2', 'customer-other') WHERE contract_id = "
                + literal(DRAFT));
        sql("UPDATE ct_contract SET snapshot = '{' WHERE contract_id = " + literal(ACTIVE));
        assertThat(all()).hasSize(2);

        assertThat(storage.rebuild(ContractRange.only(ACTIVE))).isEqualTo(1);
        assertThat(storage.rebuild(ContractRange.all())).isEqualTo(1);

        assertThat(all()).isEmpty();
        assertThat(storage.rebuild(ContractRange.all())).isZero();
    }

    @Test
    void a_contract_whose_events_are_broken_is_not_rebuilt_and_keeps_no_other_from_it() {
        sql("UPDATE ct_event SET type = 'FromTheFuture' WHERE version = 1 AND contract_id = " + literal(ACTIVE));
        sql("UPDATE ct_contract SET snapshot = '{' WHERE contract_id IN (" + literal(ACTIVE) + ", " + literal(DRAFT)
                + ")");

        assertThat(storage.rebuild(ContractRange.all())).isEqualTo(1);

        assertThat(all())
                .singleElement()
                .isInstanceOfSatisfying(
                        Difference.EventsBroken.class,
                        broken -> assertThat(broken.contract()).isEqualTo(ACTIVE));
    }

    @Nested
    class A_row {

        @Test
        void whose_columns_differ() {
            sql("UPDATE ct_contract SET version = 9, number = 'C-9', status = 'ACTIVE', due_at = 9 WHERE contract_id = "
                    + literal(DRAFT));

            assertThat(all()).containsExactly(rowDiffers(DRAFT, "version", "number", "status", "due_at"));
        }

        @Test
        void whose_facts_differ_is_told_without_naming_a_person() {
            sql(
                    "UPDATE ct_contract SET snapshot = REPLACE(snapshot, 'customer-2', 'customer-secret') WHERE contract_id = "
                            + literal(DRAFT));

            assertThat(all()).containsExactly(rowDiffers(DRAFT, "snapshot.customer"));
            assertThat(all().get(0).message()).doesNotContain("secret").contains(DRAFT.toString(), "snapshot.customer");
        }

        @Test
        void that_cannot_be_read() {
            sql("UPDATE ct_contract SET snapshot = '{' WHERE contract_id = " + literal(DRAFT));

            assertThat(all())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Difference.RowDiffers.class,
                            found -> assertThat(found.fields())
                                    .singleElement()
                                    .asString()
                                    .startsWith("snapshot (a contract cannot be read"));
        }

        @Test
        void that_is_gone() {
            sql("DELETE FROM ct_contract WHERE contract_id = " + literal(DRAFT));

            assertThat(all()).containsExactly(new Difference.RowMissing(DRAFT));
        }
    }

    @Nested
    class Events {

        @Test
        void of_which_the_last_is_gone() {
            sql("DELETE FROM ct_event WHERE version = 3 AND contract_id = " + literal(RESERVED));

            assertThat(all())
                    .contains(rowDiffers(RESERVED, "version", "due_at", "snapshot.version", "snapshot.reservation"));
        }

        @Test
        void of_which_one_in_the_middle_is_gone() {
            sql("DELETE FROM ct_event WHERE version = 2 AND contract_id = " + literal(ACTIVE));

            assertThat(all()).singleElement().isInstanceOf(Difference.EventsBroken.class);
        }

        @Test
        void that_are_all_gone() {
            sql("DELETE FROM ct_event WHERE contract_id = " + literal(CANCELLED));

            assertThat(all()).containsExactly(new Difference.EventsBroken(CANCELLED, "there are none"));
        }

        @Test
        void that_cannot_be_read() {
            sql("UPDATE ct_event SET payload = '[]' WHERE version = 1 AND contract_id = " + literal(DRAFT));
            sql("UPDATE ct_event SET type = 'FromTheFuture' WHERE version = 2 AND contract_id = " + literal(ACTIVE));

            assertThat(all())
                    .extracting(Difference::contract, Difference::getClass)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(ACTIVE, Difference.EventsBroken.class),
                            org.assertj.core.groups.Tuple.tuple(DRAFT, Difference.EventsBroken.class));
        }
    }

    @Nested
    class A_port {
        private final PortClaim inUse = PortClaim.inUse();

        @Test
        void that_was_given_up() {
            sql(
                    "UPDATE ct_output SET holder = NULL, claim_state = NULL, claim_until = NULL, seat = NULL WHERE holder = "
                            + literal(ACTIVE));

            assertThat(all())
                    .containsExactly(new Difference.PortDiffers(
                            ACTIVE, ContractFixtures.output(1, 1), Optional.empty(), Optional.of(inUse)));
        }

        @Test
        void that_is_claimed_otherwise() {
            sql("UPDATE ct_output SET claim_state = 'QUARANTINED' WHERE holder = " + literal(ACTIVE));

            assertThat(all())
                    .containsExactly(new Difference.PortDiffers(
                            ACTIVE,
                            ContractFixtures.output(1, 1),
                            Optional.of(PortClaim.quarantined()),
                            Optional.of(inUse)));
        }

        @Test
        void that_another_has() {
            sql("UPDATE ct_output SET holder = " + literal(DRAFT) + " WHERE holder = " + literal(ACTIVE));

            assertThat(all())
                    .containsExactlyInAnyOrder(
                            new Difference.PortDiffers(
                                    ACTIVE, ContractFixtures.output(1, 1), Optional.empty(), Optional.of(inUse)),
                            new Difference.PortDiffers(
                                    DRAFT, ContractFixtures.output(1, 1), Optional.of(inUse), Optional.empty()));
        }

        @Test
        void that_the_plant_has_on_another_PON_port_than_the_contract() {
            sql("UPDATE ct_pon_port SET port = 15 WHERE olt_id = 'olt-1'");

            assertThat(all())
                    .filteredOn(Difference.PonPortDiffers.class::isInstance)
                    .extracting(Difference::contract)
                    .containsExactlyInAnyOrder(ACTIVE, RESERVED);
            assertThat(all()).allMatch(Difference.PonPortDiffers.class::isInstance);
            assertThat(all().get(0).message()).contains("on olt-1:", "/15").contains("contract");
        }

        @Test
        void whose_reservation_is_over_may_have_been_passed_on() {
            sql(
                    "UPDATE ct_output SET holder = NULL, claim_state = NULL, claim_until = NULL, seat = NULL WHERE holder = "
                            + literal(RESERVED));
            List<Difference> later = new ArrayList<>();

            storage.verify(ContractRange.all(), RESERVED_UNTIL, later::add);

            assertThat(later).isEmpty();
            assertThat(all()).singleElement().isInstanceOf(Difference.PortDiffers.class);
        }
    }

    @Nested
    class An_identity {

        @Test
        void that_is_not_noted() {
            sql("DELETE FROM ct_onu WHERE contract_id = " + literal(ACTIVE));
            sql("DELETE FROM ct_login WHERE contract_id = " + literal(ACTIVE));

            assertThat(all())
                    .containsExactlyInAnyOrder(
                            new Difference.IdentityDiffers(
                                    ACTIVE, Kind.ONU, ContractFixtures.onu(1).value(), true),
                            new Difference.IdentityDiffers(
                                    ACTIVE,
                                    Kind.LOGIN,
                                    ContractFixtures.radiusUser(1).value(),
                                    true));
        }

        @Test
        void that_is_noted_for_a_contract_without_it() {
            sql("INSERT INTO ct_onu (serial, contract_id) VALUES ('HWTC99999999', " + literal(DRAFT) + ")");
            sql("INSERT INTO ct_login (login, contract_id) VALUES ('ghost', " + literal(NOBODY) + ")");
            sql("INSERT INTO ct_network (first_address, last_address, contract_id) VALUES ('4c6336441', '4c6336441', "
                    + literal(NOBODY) + ")");

            assertThat(all())
                    .containsExactlyInAnyOrder(
                            new Difference.IdentityDiffers(NOBODY, Kind.NETWORK, "4c6336441-4c6336441", false),
                            new Difference.IdentityDiffers(DRAFT, Kind.ONU, "HWTC99999999", false),
                            new Difference.IdentityDiffers(NOBODY, Kind.LOGIN, "ghost", false));
        }
    }

    @Nested
    class What_a_contract_is_found_by {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "UPDATE ct_agreement SET customer = 'customer-secret'",
                    "UPDATE ct_agreement SET plan = 'other'",
                    "UPDATE ct_agreement SET drafted_at = 0",
                    "UPDATE ct_agreement SET predecessor = contract_id",
                    "UPDATE ct_agreement SET address = 'Calle Secreta 7'",
                    "UPDATE ct_agreement SET address_folded = 'calle secreta 7'",
                    "UPDATE ct_agreement SET latitude = 1.5",
                    "UPDATE ct_agreement SET longitude = 1.5",
                    "UPDATE ct_agreement SET cell = 0",
                    "UPDATE ct_service SET olt = NULL",
                    "UPDATE ct_service SET pon_port = '9/9/9'",
                    "UPDATE ct_service SET splitter = 'NAP-99'",
                    "UPDATE ct_service SET output_no = 9",
                    "UPDATE ct_service SET onu = 'HWTC99999999'",
                    "UPDATE ct_service SET login = NULL",
                    "UPDATE ct_service SET activated_at = 0",
                    "UPDATE ct_service SET cancelled_at = 0",
                    "UPDATE ct_service SET term_ends = 0",
                    "UPDATE ct_service SET erased_at = 0",
                    "UPDATE ct_attribute SET content = 'other'",
                    "DELETE FROM ct_agreement",
                    "DELETE FROM ct_service",
                    "DELETE FROM ct_attribute",
                    "INSERT INTO ct_attribute (contract_id, name, content) SELECT contract_id, 'ghost', 'x' FROM ct_contract",
                    "INSERT INTO ct_flag (contract_id, kind, code, detail) SELECT contract_id, 'HOLD', 'GHOST', 'NONE' FROM"
                            + " ct_contract"
                })
        void is_told_and_rebuilt(String damage) {
            keep(withAttributes(ContractFixtures.activated(5)));
            ContractId damaged = ContractFixtures.contractId(5);
            String table = damage.replaceFirst(".*?ct_(\\w+).*", "$1");

            sql(damage + " WHERE contract_id = " + literal(damaged));

            assertThat(all()).containsExactly(new Difference.SearchDiffers(damaged, table));
            assertThat(all().get(0).message())
                    .doesNotContainIgnoringCase("secret")
                    .contains(damaged.toString(), table);
            assertThat(storage.rebuild(ContractRange.all())).isEqualTo(1);
            assertThat(all()).isEmpty();
            assertThat(storage.rebuild(ContractRange.all())).isZero();
        }

        @Test
        void in_columns_of_its_own_row_is_told_and_rebuilt() {
            sql("UPDATE ct_contract SET sync = 'II', status = 'DRAFT', due_at = 7 WHERE contract_id = "
                    + literal(ACTIVE));

            assertThat(all()).containsExactly(rowDiffers(ACTIVE, "status", "due_at", "sync"));
            assertThat(storage.rebuild(ContractRange.all())).isEqualTo(1);
            assertThat(all()).isEmpty();
        }

        @Test
        void of_a_contract_that_does_not_exist_is_told() {
            sql("INSERT INTO ct_attribute (contract_id, name, content) VALUES (" + literal(NOBODY) + ", 'ghost', 'x')");

            assertThat(all()).containsExactly(new Difference.SearchDiffers(NOBODY, "attribute"));
        }

        private Decision withAttributes(Decision decision) {
            return decision.then(contract -> Either.right(ContractFixtures.handle(
                            contract,
                            new Command.ChangeAttributes(
                                    List.of(ContractFixtures.attribute(1), ContractFixtures.CONTACT), Set.of()),
                            NOW)))
                    .get();
        }
    }

    @Nested
    class Work {

        @Test
        void that_nobody_is_asked_to_do() {
            sql("DELETE FROM ct_work WHERE contract_id = " + literal(ACTIVE));

            assertThat(all()).containsExactly(new Difference.WorkMissing(ACTIVE));
        }

        @Test
        void for_a_contract_that_does_not_exist() {
            sql("INSERT INTO ct_work (contract_id, turn_at) VALUES (" + literal(NOBODY) + ", 0)");

            assertThat(all()).containsExactly(new Difference.WorkWithoutContract(NOBODY));
        }
    }

    @Nested
    class A_command {

        @Test
        void that_reached_further_than_its_contract() {
            sql("UPDATE ct_command SET version_after = 99");

            assertThat(all())
                    .containsExactly(new Difference.CommandDiffers(ACTIVE, ContractFixtures.idempotencyKey(1), 99));
        }

        @Test
        void to_a_contract_that_does_not_exist() {
            sql("UPDATE ct_command SET contract_id = " + literal(NOBODY));

            assertThat(all())
                    .containsExactly(new Difference.CommandDiffers(NOBODY, ContractFixtures.idempotencyKey(1), 4));
        }
    }

    private List<Difference> all() {
        return differences(ContractRange.all());
    }

    private List<Difference> differences(ContractRange range) {
        List<Difference> found = new ArrayList<>();
        storage.verify(range, NOW, found::add);
        return found;
    }

    private static Difference rowDiffers(ContractId contract, String... fields) {
        return new Difference.RowDiffers(contract, List.of(fields));
    }

    /** As {@code Contracts} does. */
    private void keep(Decision decision) {
        Contract contract = decision.contract();
        events += decision.events().size();
        storage.unitOfWork().execute(() -> {
            PortClaim.of(contract).forEach((port, claim) -> storage.plant().claim(port, contract.id(), claim, NOW));
            storage.contracts().save(contract, 0);
            storage.events().append(decision.events());
            if (contract.provisioning().needsDelivery()) {
                storage.work().enqueue(contract.id(), Set.of(NetworkTarget.values()), NOW);
            }
        });
    }

    /** Events of a contract without anything else. */
    private void orphan(ContractId contract) {
        sql("UPDATE ct_event SET contract_id = " + literal(contract) + " WHERE contract_id = "
                + literal(ContractFixtures.contractId(600)));
        sql("DELETE FROM ct_contract WHERE contract_id = " + literal(ContractFixtures.contractId(600)));
        sql("DELETE FROM ct_agreement WHERE contract_id = " + literal(ContractFixtures.contractId(600)));
    }

    private String literal(ContractId contract) {
        return database() == Database.MARIADB
                ? "X'" + contract.toString().replace("-", "") + "'"
                : "'" + contract + "'";
    }

    private void sql(String statement) {
        try (Connection connection = database.getConnection();
                Statement made = connection.createStatement()) {
            assertThat(made.executeUpdate(statement)).as(statement).isPositive();
        } catch (SQLException failed) {
            throw new IllegalStateException(statement, failed);
        }
    }
}
