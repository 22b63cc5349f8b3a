package io.silverdata.contract.adapters.jdbc.internal.session;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.aReservedDraft;
import static io.silverdata.contract.testkit.ContractFixtures.activated;
import static io.silverdata.contract.testkit.ContractFixtures.anActiveContract;
import static io.silverdata.contract.testkit.ContractFixtures.commandRecord;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.output;
import static io.silverdata.contract.testkit.ContractFixtures.ponPortId;
import static io.silverdata.contract.testkit.ContractFixtures.smallPlant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.adapters.jdbc.testing.HostShop;
import io.silverdata.contract.adapters.jdbc.testing.Shop;
import io.silverdata.contract.adapters.jdbc.testing.Wiretap;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.EventQuery;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a command costs: how often it waits for an answer of the database. */
class RoundTripsIT {
    private static final Instant END = START.plus(Duration.ofDays(1));

    @ParameterizedTest(name = "{0}: {1} messages")
    @CsvSource({"POSTGRESQL, 5", "MARIADB, 11"})
    void of_an_activation_are_four_and_the_commit_where_writes_go_together(Database database, int max) {
        database.empty();
        Wiretap wiretap = new Wiretap(database.dataSource());
        JdbcStorage storage =
                JdbcStorage.builder().dataSource(wiretap.dataSource()).build();
        Contract reserved = aReservedDraft(1, END);
        Contract active = anActiveContract(1);
        storage.plant().install(smallPlant());
        storage.plant().claim(output(1, 1), contractId(1), PortClaim.reserved(END), START);
        storage.contracts().save(reserved, 0);
        wiretap.forget();

        // as Contracts.activate does
        storage.unitOfWork().execute(() -> {
            storage.contracts().find(contractId(1));
            storage.plant().port(output(1, 1));
            storage.plant().claim(output(1, 1), contractId(1), PortClaim.inUse(), START);
            storage.contracts().save(active, reserved.version());
            storage.events().append(activated(1).events());
            storage.work().enqueue(contractId(1), Set.of(NetworkTarget.values()), START);
            storage.commands().append(commandRecord(1, active));
        });

        assertThat(wiretap.messages()).hasSize(max).endsWith("COMMIT");
        assertThat(storage.contracts().find(contractId(1))).contains(active);
    }

    @ParameterizedTest(name = "{0}: sign-up {1}, suspension {2}, reconnection {3}, cancellation {4}")
    @CsvSource({"POSTGRESQL, 13, 3, 3, 4", "MARIADB, 21, 6, 6, 7"})
    void of_commands_are_few(
            Database database,
            int ofSignUp,
            int ofSuspension,
            int ofReconnection,
            int ofCancellation,
            TestReporter reporter) {
        database.empty();
        Wiretap wiretap = new Wiretap(database.dataSource());
        JdbcStorage storage =
                JdbcStorage.builder().dataSource(wiretap.dataSource()).build();
        storage.plant().install(HostShop.plant());
        Shop shop = Shop.on(storage, new SettableClock(START), new InMemoryLine(), "worker");
        CommandContext ana = CommandContext.by("ana", Trigger.ADMIN);
        wiretap.forget();

        ContractId id = shop.signUp(1)
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()))
                .contract()
                .id();
        int signUp = counted(wiretap);
        shop.contracts().suspend(id, Suspension.of(SuspensionReason.NON_PAYMENT), ana);
        int suspension = counted(wiretap);
        shop.contracts().liftHold(id, SuspensionReason.NON_PAYMENT, ana);
        int reconnection = counted(wiretap);
        shop.contracts().cancel(id, CancellationReason.CUSTOMER_REQUEST, ana);
        int cancellation = counted(wiretap);

        reporter.publishEntry(
                database.name(),
                "messages of a sign-up " + signUp + ", a suspension " + suspension + ", a reconnection " + reconnection
                        + ", a cancellation " + cancellation);
        assertThat(signUp).isLessThanOrEqualTo(ofSignUp);
        assertThat(suspension).isLessThanOrEqualTo(ofSuspension);
        assertThat(reconnection).isLessThanOrEqualTo(ofReconnection);
        assertThat(cancellation).isLessThanOrEqualTo(ofCancellation);
    }

    @ParameterizedTest(name = "{0}: one delivery {1}, a hundred {2}")
    @CsvSource({"POSTGRESQL, 12, 24", "MARIADB, 18, 137"})
    void of_deliveries_are_few(Database database, int ofOne, int ofHundred, TestReporter reporter) {
        database.empty();
        Wiretap wiretap = new Wiretap(database.dataSource());
        JdbcStorage storage =
                JdbcStorage.builder().dataSource(wiretap.dataSource()).build();
        storage.plant().install(HostShop.plant());
        Shop shop = Shop.on(storage, new SettableClock(START), new InMemoryLine(), "worker");
        // what is written to, a process reads once a second
        shop.contracts().worker().deliverPending(1);
        shop.signUp(0);
        wiretap.forget();

        shop.contracts().worker().deliverPending(1);
        int one = counted(wiretap);
        IntStream.rangeClosed(1, 100).forEach(shop::signUp);
        wiretap.forget();
        int confirmed = shop.contracts().worker().deliverPending(100).confirmed();
        int hundred = counted(wiretap);

        reporter.publishEntry(database.name(), "messages of a delivery " + one + ", of a hundred " + hundred);
        assertThat(confirmed).isEqualTo(100);
        assertThat(one).isLessThanOrEqualTo(ofOne);
        assertThat(hundred).isLessThanOrEqualTo(ofHundred);
    }

    @ParameterizedTest(name = "{0}: {1} messages")
    @CsvSource({"POSTGRESQL, 1", "MARIADB, 2"})
    void of_a_question_is_one_where_it_commits(Database database, int max) {
        database.empty();
        Wiretap wiretap = new Wiretap(database.dataSource());
        JdbcStorage storage =
                JdbcStorage.builder().dataSource(wiretap.dataSource()).build();
        storage.plant().install(HostShop.plant());
        Shop shop = Shop.on(storage, new SettableClock(START), new InMemoryLine(), "worker");
        ContractId id = shop.signUp(1)
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()))
                .contract()
                .id();
        Contracts contracts = shop.contracts();
        ContractQuery query = ContractQuery.builder().status(Status.ACTIVE).build();
        Map<String, Runnable> questions = Map.of(
                "search", () -> contracts.search(query, Page.first(10)),
                "count", () -> contracts.count(query),
                "counts", () -> contracts.counts(query),
                "summaries", () -> contracts.summaries(List.of(id)),
                "coexistence", () -> storage.coexistence().after(0, 10),
                "history", () -> contracts.history(id, Page.first(10)),
                "events", () -> contracts.events(EventQuery.all(), Page.first(10)),
                "PON ports", () -> storage.plantSearch().ponPorts(ponPortId(1).olt(), Page.first(10), START));

        questions.forEach((name, question) -> {
            wiretap.forget();
            question.run();
            assertThat(wiretap.messages()).as(name).hasSize(max);
        });
    }

    @Test
    void a_question_inside_a_unit_of_work_commits_nothing() {
        Database.POSTGRESQL.empty();
        Wiretap wiretap = new Wiretap(Database.POSTGRESQL.dataSource());
        JdbcStorage storage =
                JdbcStorage.builder().dataSource(wiretap.dataSource()).build();
        storage.plant().install(smallPlant());
        wiretap.forget();

        assertThatThrownBy(() -> storage.unitOfWork().execute(() -> {
                    storage.contracts().save(aReservedDraft(1, END), 0);
                    assertThat(storage.search().count(ContractQuery.all())).isOne();
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        assertThat(wiretap.messages()).doesNotContain(Wiretap.COMMIT).endsWith(Wiretap.ROLLBACK);
        assertThat(storage.search().count(ContractQuery.all())).isZero();
    }

    private static int counted(Wiretap wiretap) {
        int count = wiretap.messages().size();
        wiretap.forget();
        return count;
    }
}
