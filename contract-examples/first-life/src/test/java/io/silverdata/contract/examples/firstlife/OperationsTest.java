package io.silverdata.contract.examples.firstlife;

import static io.silverdata.contract.examples.firstlife.Failures.STAFF;
import static io.silverdata.contract.examples.firstlife.Failures.count;
import static io.silverdata.contract.examples.firstlife.Failures.findings;
import static io.silverdata.contract.examples.firstlife.Failures.update;
import static io.silverdata.contract.model.NetworkTarget.ACCESS;
import static io.silverdata.contract.model.NetworkTarget.LINE;
import static io.silverdata.contract.worker.DeliveryOutcome.FAILED;
import static io.silverdata.contract.worker.DeliveryOutcome.POSTPONED;
import static io.silverdata.contract.worker.DeliveryOutcome.RETRIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.jdbc.verification.ContractRange;
import io.silverdata.contract.adapters.jdbc.verification.Difference;
import io.silverdata.contract.adapters.olt.testkit.InjectedFault;
import io.silverdata.contract.adapters.radius.testkit.NasBehaviour;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.dunning.CutCalendar;
import io.silverdata.contract.dunning.DunningFacts;
import io.silverdata.contract.dunning.DunningPolicy;
import io.silverdata.contract.listener.DeliveryReport;
import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.ProvisioningFailure;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.runs.Audit;
import io.silverdata.contract.runs.AuditItem;
import io.silverdata.contract.runs.AuditItem.Finding;
import io.silverdata.contract.runs.DunningItem;
import io.silverdata.contract.runs.DunningRun;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.ContractFault;
import io.silverdata.contract.spi.DebtLedger;
import io.silverdata.contract.spi.DeviceState.Condition;
import io.silverdata.contract.spi.ParkedWork;
import io.silverdata.contract.spi.StorageException;
import io.silverdata.contract.worker.DeliveryOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table "What a failure looks like" of docs/operations.md: each test makes the failure of its row and reads what the row says. */
class OperationsTest {
    private static final Path ROOT = Path.of("../..");

    /** Rows whose failure needs a database server, or another thread in the middle of a call. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "somebody forgot an open transaction", "BadDatabaseIT",
            "the clock of a host is wrong", "ClockTest",
            "two processes under one worker name", "StorageConcurrencyTck");

    @TempDir
    private Path folder = Path.of("");

    private Failures host;

    private record Seen(NetworkTarget target, DeliveryOutcome outcome, String code) {}

    @BeforeEach
    void a_host() {
        host = new Failures(folder);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void every_row_of_the_table_has_its_test() throws IOException {
        List<String> page = Files.readAllLines(ROOT.resolve("docs/operations.md"));
        List<String> rows =
                page.subList(page.indexOf("## What a failure looks like") + 4, page.indexOf("## Runbooks")).stream()
                        .filter(line -> line.startsWith("|"))
                        .map(line -> line.split("\\|", -1)[1].strip())
                        .toList();
        Stream<String> here = Arrays.stream(OperationsTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(DisplayName.class))
                .map(method -> method.getAnnotation(DisplayName.class).value());

        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(here, ELSEWHERE.keySet().stream()).toList());
        try (Stream<Path> files = Files.walk(ROOT)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsAll(ELSEWHERE.values().stream()
                            .map(name -> name + ".java")
                            .toList());
        }
    }

    @Test
    @DisplayName("an OLT is dead")
    void an_olt_is_dead() {
        ContractId first = host.signUp(1);
        ContractId second = host.signUp(2);
        host.olt.silent(true);

        List<DeliveryReport> reports = host.deliver();

        assertThat(seen(reports)).contains(new Seen(LINE, RETRIED, "NOT_SENT"), new Seen(LINE, POSTPONED, ""));
        assertThat(List.of(host.network(first), host.network(second))).containsOnly(ProvisioningState.Summary.PENDING);
        for (int i = 0; i < 5; i++) {
            host.deliverLater();
        }
        assertThat(host.condition("olt-1")).isEqualTo(Condition.RESTING);

        host.olt.silent(false);
        host.deliverLater();
        host.deliverLater();
        assertThat(List.of(host.network(first), host.network(second))).containsOnly(ProvisioningState.Summary.IN_SYNC);
    }

    @Test
    @DisplayName("an OLT refuses")
    void an_olt_refuses() {
        ContractId id = host.signUp(1);
        host.olt.faultOnSet(1, InjectedFault.GEN_ERR);

        List<DeliveryReport> reports = host.deliver();

        assertThat(reports).anySatisfy(report -> {
            assertThat(report.outcome()).isEqualTo(FAILED);
            assertThat(report.problem().map(ProvisioningFailure::detail).orElse(""))
                    .contains("olt-1");
        });
        assertThat(host.network(id)).isEqualTo(ProvisioningState.Summary.FAILED);
        assertThat(host.contracts.worker().parked(10))
                .extracting(ParkedWork::contract)
                .containsOnly(id);
        assertThat(host.deliverLater()).isEmpty();

        host.olt.clearFaults();
        host.contracts.worker().retryProvisioning(id, STAFF);
        host.deliver();
        assertThat(host.network(id)).isEqualTo(ProvisioningState.Summary.IN_SYNC);
    }

    @Test
    @DisplayName("a NAS is dead")
    void a_nas_is_dead() throws Exception {
        ContractId id = host.online();
        host.nas.behave(NasBehaviour.silent());
        host.contracts.suspend(id, Suspension.of(SuspensionReason.NON_PAYMENT), STAFF);

        assertThat(seen(host.deliver())).containsExactly(new Seen(ACCESS, RETRIED, "NO_ANSWER"));
        assertThat(count(host.radiusDatabase, "select count(*) from radusergroup where groupname like 'captive%'"))
                .isEqualTo(1);
        List<Seen> later = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            later.addAll(seen(host.deliverLater()));
        }
        assertThat(later)
                .isSubsetOf(new Seen(ACCESS, RETRIED, "NO_ANSWER"), new Seen(ACCESS, RETRIED, "NOT_SENT"))
                .contains(new Seen(ACCESS, RETRIED, "NOT_SENT"));
        assertThat(host.condition(host.nas.address().getAddress().getHostAddress()))
                .isEqualTo(Condition.RESTING);
    }

    @Test
    @DisplayName("a NAS acknowledges and keeps the session")
    void a_nas_acknowledges_and_keeps_the_session() {
        ContractId id = host.online();
        host.sessions.acknowledgingOnly(true);
        host.contracts.suspend(id, Suspension.of(SuspensionReason.NON_PAYMENT), STAFF);

        assertThat(seen(host.deliver())).containsExactly(new Seen(ACCESS, RETRIED, "UNKNOWN"));
        assertThat(findings(audit())).extracting(AuditItem::finding).containsExactly(Finding.UNSETTLED);

        host.sessions.acknowledgingOnly(false);
        host.deliverLater();
        assertThat(host.network(id)).isEqualTo(ProvisioningState.Summary.IN_SYNC);
    }

    @Test
    @DisplayName("a blocked subscriber is online: the session began while the rows were written")
    void a_session_began_while_the_rows_were_written() {
        ContractId id = host.signUp(1);
        host.deliver();
        Suspension block = Suspension.of(SuspensionReason.NON_PAYMENT).enforcing(Enforcement.HARD_BLOCK);
        host.contracts.suspend(id, block, STAFF);
        host.deliver();
        host.session();

        assertThat(findings(audit())).singleElement().satisfies(item -> {
            assertThat(item.target()).isEqualTo(ACCESS);
            assertThat(item.finding()).isEqualTo(Finding.DIFFERENT);
            assertThat(item.detail()).contains("1 open");
        });

        findings(audit().repairing(RunLimits.none()));
        host.deliver();
        assertThat(host.sessions.all()).isEmpty();
        assertThat(findings(audit())).isEmpty();
    }

    @Test
    @DisplayName("RADIUS database down")
    void the_radius_database_is_down() {
        ContractId id = host.online();
        host.radiusDatabaseIsDown = true;

        assertThat(findings(audit())).extracting(AuditItem::finding).containsExactly(Finding.UNREADABLE);
        host.contracts.suspend(id, Suspension.of(SuspensionReason.NON_PAYMENT), STAFF);
        assertThat(seen(host.deliver())).containsExactly(new Seen(ACCESS, RETRIED, "NOT_SENT"));

        host.radiusDatabaseIsDown = false;
        host.deliverLater();
        assertThat(host.network(id)).isEqualTo(ProvisioningState.Summary.IN_SYNC);
    }

    @Test
    @DisplayName("contract database down")
    void the_contract_database_is_down() {
        ContractId id = host.online();
        Suspension debt = Suspension.of(SuspensionReason.NON_PAYMENT);
        CommandContext once = CommandContext.by("billing", Trigger.DUNNING).once("cut-1");
        int before = host.contracts.history(id).size();
        host.databaseIsDown = true;

        assertThatThrownBy(() -> host.contracts.suspend(id, debt, once)).isInstanceOf(StorageException.class);

        host.databaseIsDown = false;
        assertThat(host.contracts.history(id)).hasSize(before);
        assertThat(host.contracts.suspend(id, debt, once).isRight()).isTrue();
        int after = host.contracts.history(id).size();
        assertThat(host.contracts.suspend(id, debt, once).isRight()).isTrue();
        assertThat(host.contracts.history(id)).hasSize(after);
    }

    @Test
    @DisplayName("a row was altered by hand, or is a newer release's")
    void a_row_was_altered_by_hand() throws Exception {
        ContractId bad = host.signUp(1);
        ContractId good = host.signUp(2);
        update(
                host.database,
                "update ct_contract set snapshot = concat('x', snapshot) where contract_id = '" + bad + "'");

        for (int i = 0; i < 11; i++) {
            host.deliverLater();
        }

        assertThat(host.network(good)).isEqualTo(ProvisioningState.Summary.IN_SYNC);
        assertThat(host.contracts.worker().health().faults())
                .extracting(ContractFault::contract)
                .containsExactly(bad);
        assertThat(host.contracts.worker().parked(10))
                .extracting(ParkedWork::contract)
                .containsOnly(bad);
        List<Difference> differences = new ArrayList<>();
        host.storage.verify(ContractRange.all(), host.clock.instant(), differences::add);
        assertThat(differences).extracting(Difference::contract).contains(bad);

        update(
                host.database,
                "update ct_contract set snapshot = substring(snapshot, 2) where contract_id = '" + bad + "'");
        host.contracts.worker().redeliver(bad);
        host.deliver();
        assertThat(host.network(bad)).isEqualTo(ProvisioningState.Summary.IN_SYNC);
        assertThat(host.contracts.worker().health().faults()).isEmpty();
    }

    @Test
    @DisplayName("the host's ledger or catalogue throws for one contract")
    void the_ledger_throws_for_one_contract() {
        host.close();
        List<ContractId> ids = new ArrayList<>();
        host = new Failures(
                folder.resolve("ledger"),
                builder -> builder.debts(new DebtLedger() {
                            @Override
                            public Optional<Money> debt(ContractId contract) {
                                if (contract.equals(ids.get(0))) {
                                    throw new IllegalStateException("no such account");
                                }
                                return Optional.empty();
                            }

                            @Override
                            public Optional<DunningFacts> dunningFacts(ContractId contract) {
                                return debt(contract).map(debt -> {
                                    throw new IllegalStateException("nothing is owed here");
                                });
                            }
                        })
                        .dunning(DunningPolicy.simple(10, CutCalendar.always(ZoneId.of("America/Guayaquil")))));
        ids.add(host.signUp(1));
        ids.add(host.signUp(2));

        List<DunningItem> items = new ArrayList<>();
        DunningRun run = host.contracts.runs().dunning(Selection.live(), false, RunLimits.none());
        while (run.advance(100, items::add).state() == RunState.MORE) {}

        assertThat(items)
                .filteredOn(item -> item.fault().isPresent())
                .extracting(DunningItem::id)
                .containsExactly(ids.get(0));
        assertThat(items).extracting(DunningItem::id).contains(ids.get(1));
        assertThat(host.contracts.worker().health().faults())
                .anySatisfy(fault -> assertThat(fault.problem()).contains("no such account"));
    }

    @Test
    @DisplayName("somebody changed a device by hand")
    void somebody_changed_a_device_by_hand() throws Exception {
        ContractId id = host.signUp(1);
        host.deliver();
        host.olt.restartForgetfully();
        update(host.radiusDatabase, "delete from radusergroup");

        assertThat(findings(audit()))
                .extracting(AuditItem::target, AuditItem::finding)
                .containsExactlyInAnyOrder(tuple(LINE, Finding.MISSING), tuple(ACCESS, Finding.DIFFERENT));
        assertThat(host.network(id)).isEqualTo(ProvisioningState.Summary.IN_SYNC);

        findings(audit().repairing(RunLimits.none()));
        host.deliver();
        assertThat(findings(audit())).isEmpty();
        assertThat(host.contracts.history(id))
                .extracting(recorded -> recorded.event().getClass().getSimpleName())
                .contains(
                        ContractEvent.DriftDetected.class.getSimpleName(),
                        ContractEvent.DriftRepaired.class.getSimpleName());
    }

    @Test
    @DisplayName("something on a device that no contract knows")
    void something_on_a_device_that_no_contract_knows() {
        Contracts other = host.anotherHost(new InMemoryStorage());
        Failures.signUp(other, 9);
        other.worker().deliverPending(10);

        List<AuditItem> extras = findings(audit().searchingExtras().repairing(RunLimits.none()));

        assertThat(extras)
                .extracting(AuditItem::target, AuditItem::finding)
                .containsExactlyInAnyOrder(tuple(LINE, Finding.EXTRA), tuple(ACCESS, Finding.EXTRA));
        assertThat(findings(audit().searchingExtras())).hasSize(2);
        extras.forEach(item -> host.contracts.runs().removeExtra(item.extra().orElseThrow(), STAFF));
        assertThat(findings(audit().searchingExtras())).isEmpty();
    }

    @Test
    @DisplayName("a worker was killed")
    void a_worker_was_killed() {
        ContractId its = host.signUp(1);
        ContractId another = host.signUp(2);
        Instant now = host.clock.instant();
        Instant end = now.plusSeconds(300);
        host.storage.work().lease(1, "killed", now, end);
        host.storage.deviceLeases().acquire("olt-1", "killed", now, end);

        assertThat(seen(host.deliver())).containsOnly(new Seen(LINE, POSTPONED, ""));
        assertThat(List.of(host.network(its), host.network(another))).containsOnly(ProvisioningState.Summary.PENDING);

        host.clock.set(end);
        host.deliver();
        assertThat(List.of(host.network(its), host.network(another))).containsOnly(ProvisioningState.Summary.IN_SYNC);
    }

    private Audit audit() {
        return host.contracts.runs().audit(Selection.live(), STAFF);
    }

    private static List<Seen> seen(List<DeliveryReport> reports) {
        return reports.stream()
                .map(report -> new Seen(
                        report.target(),
                        report.outcome(),
                        report.problem().map(ProvisioningFailure::code).orElse("")))
                .toList();
    }
}
