package io.silverdata.contract;

import static io.silverdata.contract.Operator.STAFF;
import static io.silverdata.contract.Operator.onu;
import static io.silverdata.contract.Operator.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.DesiredNetwork;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.ProvisioningState.Summary;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.runs.Audit;
import io.silverdata.contract.runs.AuditItem;
import io.silverdata.contract.runs.AuditItem.Finding;
import io.silverdata.contract.runs.AuditProgress;
import io.silverdata.contract.runs.AuditRun;
import io.silverdata.contract.runs.Extra;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.AccessOrder;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.ForeignLogins;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.LineOrder;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.LoginPage;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.spi.WorkSettlement;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTest {
    private static final CommandContext NIGHTLY = CommandContext.by("nightly", Trigger.SYSTEM);

    private final Operator operator = new Operator(64, 64);
    private final InMemoryAccess radius = new InMemoryAccess();
    private final InMemoryLine olts = new InMemoryLine();
    private final Network network = new Network();
    private final Contracts contracts =
            operator.builder(operator.storage, network.access, network.line).build();
    private final List<AuditItem> items = new ArrayList<>();
    private List<Contract> subscribers = List.of();

    @BeforeEach
    void serve() {
        subscribers = IntStream.rangeClosed(1, 10)
                .mapToObj(n -> contracts.signUp(Operator.signUp(n), STAFF).get().contract())
                .toList();
        contracts.worker().deliverPending(100);
        network.asked.clear();
    }

    @Test
    void a_network_as_the_contracts_say_is_clean() {
        contracts.draft(Operator.terms(), STAFF);
        contracts.cancel(subscribers.get(9).id(), CancellationReason.CUSTOMER_REQUEST, STAFF);
        contracts.worker().deliverPending(100);

        AuditProgress end = run(audit().searchingExtras());

        assertThat(items).isEmpty();
        assertThat(end.contracts()).isEqualTo(11);
        assertThat(end.count(Finding.IN_SYNC)).isEqualTo(18);
        assertThat(end.isClean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void a_consumer_that_throws_is_told_the_same_item_again_and_every_other_once(int failing) {
        IntStream.rangeClosed(1, 3).forEach(n -> radius.remove(user(n)));
        olts.remove(registration(4));
        radius.ensure(throttled(subscribers.get(5)));
        AtomicInteger calls = new AtomicInteger();
        AuditRun run = audit().searchingExtras().begin();
        RuntimeException full = new IllegalStateException("the disk of the report is full");
        Consumer<AuditItem> consumer = item -> {
            if (calls.incrementAndGet() == failing) {
                throw full;
            }
            items.add(item);
        };

        assertThatThrownBy(() -> run.advance(100, consumer)).isSameAs(full);
        AuditProgress end = run.advance(100, consumer);
        while (end.state() == RunState.MORE) {
            end = run.advance(100, consumer);
        }

        assertThat(calls).hasValue(6);
        assertThat(items).hasSize(5).doesNotHaveDuplicates();
        assertThat(end.count(Finding.MISSING)).isEqualTo(4);
        assertThat(end.count(Finding.DIFFERENT)).isEqualTo(1);
        assertThat(end.contracts()).isEqualTo(10);
    }

    @Test
    void missing_and_different_are_told_for_each_target_and_nothing_is_written() {
        radius.remove(user(1));
        olts.remove(registration(2));
        radius.ensure(throttled(subscribers.get(2)));
        int written = written();

        AuditProgress end = run(audit());

        assertThat(items)
                .extracting(
                        item -> item.contract().orElseThrow().radiusUser().orElseThrow(),
                        AuditItem::target,
                        AuditItem::finding)
                .containsExactlyInAnyOrder(
                        tuple(user(1), NetworkTarget.ACCESS, Finding.MISSING),
                        tuple(user(2), NetworkTarget.LINE, Finding.MISSING),
                        tuple(user(3), NetworkTarget.ACCESS, Finding.DIFFERENT));
        assertThat(end.count(Finding.IN_SYNC)).isEqualTo(17);
        assertThat(end.isClean()).isFalse();
        assertThat(written()).isEqualTo(written);
    }

    @Test
    void an_audit_asks_each_OLT_once_and_RADIUS_a_page_at_a_time() {
        run(audit());

        assertThat(network.asked).containsExactly("inventory olt-1", "logins 10");
    }

    @Test
    void what_differs_at_an_OLT_is_looked_at_again_together() {
        IntStream.rangeClosed(1, 7).forEach(n -> olts.remove(registration(n)));

        AuditProgress end = run(audit());

        assertThat(end.count(Finding.MISSING)).isEqualTo(7);
        assertThat(network.asked).containsExactly("inventory olt-1", "7 lines of olt-1", "logins 10");
    }

    @Test
    void what_cannot_be_read_is_never_missing() {
        network.readable = false;
        radius.remove(user(1));
        olts.remove(registration(1));

        AuditProgress end = run(audit().repairing(RunLimits.none()).searchingExtras());

        assertThat(end.count(Finding.UNREADABLE)).isEqualTo(22);
        assertThat(end.repairs()).isZero();
        assertThat(end.isClean()).isFalse();
        assertThat(items).filteredOn(item -> item.contract().isEmpty()).hasSize(2);
    }

    @Test
    void an_adapter_that_throws_is_unreadable() {
        network.defect = true;

        AuditProgress end = run(audit().searchingExtras());

        assertThat(end.count(Finding.UNREADABLE)).isEqualTo(22);
    }

    @Test
    void a_delivery_under_way_is_not_taken_for_drift() {
        contracts.suspend(subscribers.get(0).id(), Suspension.of(SuspensionReason.NON_PAYMENT), STAFF);

        run(audit().repairing(RunLimits.none()));

        assertThat(items)
                .singleElement()
                .satisfies(item -> assertThat(item.finding()).isEqualTo(Finding.UNSETTLED));
    }

    @Test
    void an_inventory_older_than_a_delivery_is_looked_at_again() {
        network.frozen = Optional.of(olts.inventory(Operator.PON.olt()));
        contracts.signUp(Operator.signUp(11), STAFF);
        contracts.worker().deliverPending(100);

        AuditProgress end = run(audit().repairing(RunLimits.none()).searchingExtras());

        assertThat(items).isEmpty();
        assertThat(end.count(Finding.IN_SYNC)).isEqualTo(22);
    }

    @Test
    void a_contract_that_changes_while_it_is_looked_at_is_unsettled() {
        radius.remove(user(1));
        network.whenLogins =
                () -> contracts.suspend(subscribers.get(0).id(), Suspension.of(SuspensionReason.NON_PAYMENT), STAFF);

        run(audit());

        assertThat(items)
                .singleElement()
                .satisfies(item -> assertThat(item.finding()).isEqualTo(Finding.UNSETTLED));
    }

    @Nested
    class Repair {
        @Test
        void delivers_again_what_is_missing_or_different_and_both_are_events() {
            radius.remove(user(1));
            olts.remove(registration(1));
            radius.ensure(throttled(subscribers.get(2)));

            AuditProgress end = run(audit().repairing(RunLimits.none()));

            assertThat(end.repairs()).isEqualTo(3);
            assertThat(items).allSatisfy(item -> assertThat(item.result()).isPresent());
            assertThat(summary(1)).isEqualTo(Summary.DRIFTED);
            contracts.worker().deliverPending(100);
            items.clear();
            assertThat(run(audit()).isClean()).isTrue();
            assertThat(contracts.history(subscribers.get(0).id()))
                    .extracting(event -> (Object) event.event().getClass())
                    .containsSubsequence(
                            ContractEvent.DriftDetected.class,
                            ContractEvent.DriftDetected.class,
                            ContractEvent.DriftRepaired.class,
                            ContractEvent.DriftRepaired.class);
        }

        @Test
        void is_limited_in_number() {
            for (int n = 1; n <= 5; n++) {
                radius.remove(user(n));
            }

            AuditProgress end = run(audit().repairing(RunLimits.none().withMaxContracts(2)));

            assertThat(end.state()).isEqualTo(RunState.STOPPED);
            assertThat(end.repairs()).isEqualTo(2);
            assertThat(end.count(Finding.MISSING)).isEqualTo(5);
            assertThat(items).filteredOn(item -> item.result().isPresent()).hasSize(2);
        }

        @Test
        void waits_while_too_much_is_undelivered() {
            radius.remove(user(1));
            AuditRun run =
                    audit().repairing(RunLimits.none().withMaxUndelivered(0)).begin();
            contracts.suspend(subscribers.get(1).id(), Suspension.of(SuspensionReason.NON_PAYMENT), STAFF);

            assertThat(run.advance(100, items::add).state()).isEqualTo(RunState.WAITING);
            contracts.worker().deliverPending(100);

            assertThat(run.advance(100, items::add).repairs()).isEqualTo(1);
        }
    }

    @Nested
    class Extras {
        private final RadiusUser ghost = new RadiusUser("ghost");
        private final OnuRegistration stray = new OnuRegistration(Operator.PON, onu(99));

        @BeforeEach
        void haunt() {
            AccessService like =
                    DesiredNetwork.of(subscribers.get(0)).access().service().orElseThrow();
            radius.ensure(new AccessService(like.contract(), ghost, like.profile(), like.rates(), like.enforcement()));
            olts.ensure(at(stray));
        }

        @Test
        void are_looked_at_again_together() {
            IntStream.rangeClosed(91, 96).forEach(n -> olts.ensure(at(registration(n))));

            AuditProgress end = run(audit().searchingExtras());

            assertThat(end.count(Finding.EXTRA)).isEqualTo(8);
            assertThat(network.asked)
                    .containsExactly("inventory olt-1", "logins 10", "list", "1 logins", "7 lines of olt-1");
        }

        @Test
        void are_told_and_stay() {
            AuditProgress end = run(audit().repairing(RunLimits.none()).searchingExtras());

            assertThat(items)
                    .extracting(AuditItem::extra)
                    .containsExactly(Optional.of(new Extra.Login(ghost)), Optional.of(new Extra.Onu(stray)));
            assertThat(items).allSatisfy(item -> assertThat(item.contract()).isEmpty());
            assertThat(end.count(Finding.EXTRA)).isEqualTo(2);
            assertThat(end.repairs()).isZero();
            assertThat(radius.find(ghost)).isPresent();
            assertThat(olts.all()).containsKey(stray);
        }

        @Test
        void that_others_made_are_told_by_name_unless_a_contract_holds_them() {
            network.foreign = List.of("pirate one", "?not a login?", user(1).value());
            radius.remove(ghost);
            olts.remove(stray);

            AuditRun run = audit().searchingExtras().begin();
            while (run.advance(1, items::add).state() == RunState.MORE) {}

            assertThat(items)
                    .extracting(AuditItem::detail)
                    .containsExactly("foreign login pirate one", "foreign login ?not a login?");
            assertThat(items).allSatisfy(item -> {
                assertThat(item.finding()).isEqualTo(Finding.EXTRA);
                assertThat(item.extra()).as("nothing to remove it by").isEmpty();
            });
        }

        @Test
        void are_found_whatever_the_pace_and_the_selection() {
            AuditRun run = contracts
                    .runs()
                    .audit(Selection.of(List.of()), NIGHTLY)
                    .searchingExtras()
                    .begin();

            while (run.advance(1, items::add).state() == RunState.MORE) {}

            assertThat(items).hasSize(2);
        }

        @Test
        void are_not_looked_for_unless_asked() {
            assertThat(run(audit()).isClean()).isTrue();
        }

        @Test
        void of_a_contract_are_those_at_another_place() {
            OnuRegistration other = new OnuRegistration(new PonPortId(new OltId("olt-1"), 0, 1, 9), onu(1));
            olts.remove(registration(1));
            olts.ensure(at(other));

            run(audit().searchingExtras());

            assertThat(items)
                    .filteredOn(item -> item.extra().equals(Optional.of(new Extra.Onu(other))))
                    .singleElement()
                    .satisfies(item -> assertThat(item.contract().orElseThrow().id())
                            .isEqualTo(subscribers.get(0).id()));
            assertThat(contracts.runs().removeExtra(new Extra.Onu(other), NIGHTLY))
                    .isEqualTo(Either.right(new DeviceOutcome.Applied()));
            assertThat(olts.all()).doesNotContainKey(registration(1));
        }

        @Test
        void go_when_that_is_confirmed() {
            assertThat(contracts.runs().removeExtra(new Extra.Login(ghost), NIGHTLY))
                    .isEqualTo(Either.right(new DeviceOutcome.Applied()));
            assertThat(contracts.runs().removeExtra(new Extra.Onu(stray), NIGHTLY))
                    .isEqualTo(Either.right(new DeviceOutcome.Applied()));

            assertThat(run(audit().searchingExtras()).isClean()).isTrue();
        }

        @Test
        void go_together_and_each_with_its_own_outcome() {
            assertThat(contracts
                            .runs()
                            .removeExtras(
                                    List.of(
                                            new Extra.Login(user(1)),
                                            new Extra.Onu(stray),
                                            new Extra.Login(ghost),
                                            new Extra.Login(ghost)),
                                    NIGHTLY))
                    .containsExactly(
                            Either.left(new Rejection.RadiusUserInUse(
                                    user(1), subscribers.get(0).id())),
                            Either.right(new DeviceOutcome.Applied()),
                            Either.right(new DeviceOutcome.Applied()),
                            Either.right(new DeviceOutcome.Applied()));

            assertThat(run(audit().searchingExtras()).isClean()).isTrue();
        }

        @Test
        void that_belong_to_somebody_stay() {
            assertThat(contracts.runs().removeExtra(new Extra.Login(user(1)), NIGHTLY))
                    .isEqualTo(Either.left(new Rejection.RadiusUserInUse(
                            user(1), subscribers.get(0).id())));
            assertThat(contracts.runs().removeExtra(new Extra.Onu(registration(1)), NIGHTLY))
                    .isEqualTo(Either.left(new Rejection.OnuSerialInUse(
                            onu(1), subscribers.get(0).id())));

            assertThat(run(audit()).isClean()).isTrue();
        }

        @Test
        void that_somebody_comes_to_hold_while_they_are_removed_are_delivered_again() {
            network.whenRemoved = () -> {
                contracts.signUp(new SignUp(Operator.terms(), onu(50), ghost), STAFF);
                contracts.worker().deliverPending(100);
            };

            contracts.runs().removeExtra(new Extra.Login(ghost), NIGHTLY);
            network.whenRemoved = () -> {};
            contracts.worker().deliverPending(100);

            assertThat(radius.find(ghost)).isPresent();
            assertThat(run(audit()).isClean()).isTrue();
        }

        /** Another worker has told RADIUS the login, and records it when the removal has ended. */
        @Test
        void that_are_being_delivered_meanwhile_are_there_in_the_end() {
            Instant now = operator.clock.instant();
            List<WorkLease> leases = new ArrayList<>();
            network.whenRemoved = () -> {
                contracts
                        .renameLogin(subscribers.get(0).id(), ghost, STAFF)
                        .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()));
                leases.addAll(operator.storage.work().lease(100, "other", now, now.plusSeconds(20)));
            };

            contracts.runs().removeExtra(new Extra.Login(ghost), NIGHTLY);
            network.whenRemoved = () -> {};
            operator.storage
                    .work()
                    .settle(leases.stream().map(WorkSettlement::completed).toList());
            contracts.worker().deliverPending(100);

            assertThat(radius.find(ghost)).isPresent();
        }

        private LineService at(OnuRegistration registration) {
            LineService like =
                    DesiredNetwork.of(subscribers.get(0)).line().service().orElseThrow();
            return new LineService(
                    like.contract(),
                    new Line(
                            new PortAssignment(like.line().ports().splitterOutput(), registration.ponPort()),
                            registration.onu()),
                    like.profile(),
                    like.enabled());
        }
    }

    @Test
    void bad_arguments_are_refused() {
        AuditRun run = audit().begin();

        assertThatIllegalArgumentException().isThrownBy(() -> run.advance(0, items::add));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> contracts.runs().audit(Selection.all(), NIGHTLY.once("key")));
        assertThatIllegalStateException()
                .isThrownBy(() -> operator.storage.unitOfWork().call(() -> run.advance(1, items::add)));
        assertThatIllegalStateException()
                .isThrownBy(() -> operator.storage
                        .unitOfWork()
                        .call(() -> contracts.runs().removeExtra(new Extra.Login(user(1)), NIGHTLY)));
    }

    private Audit audit() {
        return contracts.runs().audit(Selection.all(), NIGHTLY);
    }

    private AuditProgress run(Audit audit) {
        AuditRun run = audit.begin();
        AuditProgress progress = run.advance(1_000, items::add);
        while (progress.state() == RunState.MORE) {
            progress = run.advance(1_000, items::add);
        }
        return progress;
    }

    private Summary summary(int n) {
        return contracts
                .find(subscribers.get(n - 1).id())
                .orElseThrow()
                .provisioning()
                .summary();
    }

    private int written() {
        return subscribers.stream()
                .mapToInt(contract -> contracts.history(contract.id()).size())
                .sum();
    }

    private OnuRegistration registration(int n) {
        return new OnuRegistration(Operator.PON, onu(n));
    }

    private static AccessService throttled(Contract contract) {
        AccessService wanted = DesiredNetwork.of(contract).access().service().orElseThrow();
        return new AccessService(
                new ContractId(new UUID(0, 7)), wanted.user(), wanted.profile(), wanted.rates(), Enforcement.THROTTLE);
    }

    /** Two sides that note what they are asked, and can be made unreadable. */
    private final class Network {
        private final List<String> asked = new ArrayList<>();
        private boolean readable = true;
        private boolean defect;
        private Optional<Reading<LineInventory>> frozen = Optional.empty();
        private List<String> foreign = List.of();
        private Runnable whenLogins = () -> {};
        private Runnable whenRemoved = () -> {};

        private final AccessProvisioner access = new AccessProvisioner() {
            @Override
            public Reading<ForeignLogins> foreignLogins(Optional<String> after, int max) {
                int from = after.map(Integer::parseInt).orElse(0);
                int to = Math.min(from + max, foreign.size());
                return new Reading.Complete<>(new ForeignLogins(
                        foreign.subList(from, to),
                        to < foreign.size() ? Optional.of(Integer.toString(to)) : Optional.empty()));
            }

            @Override
            public DeviceOutcome ensure(AccessService service) {
                return radius.ensure(service);
            }

            @Override
            public DeviceOutcome remove(RadiusUser user) {
                whenRemoved.run();
                return radius.remove(user);
            }

            @Override
            public Observation observe(AccessService service) {
                return radius.observe(service);
            }

            @Override
            public Observation observeRemoved(RadiusUser user) {
                return radius.observeRemoved(user);
            }

            @Override
            public List<Observation> observeAll(List<AccessService> services) {
                note("logins " + services.size());
                whenLogins.run();
                return readable
                        ? radius.observeAll(services)
                        : services.stream()
                                .<Observation>map(service -> new Observation.Unreadable("no answer"))
                                .toList();
            }

            @Override
            public List<Observation> readBack(List<AccessOrder> orders) {
                note(orders.size() + " logins");
                return radius.readBack(orders);
            }

            @Override
            public Reading<LoginPage> logins(Optional<String> after, int max) {
                note("list");
                return readable ? radius.logins(after, max) : new Reading.Unreadable<>("no answer");
            }
        };

        private final LineProvisioner line = new LineProvisioner() {
            @Override
            public DeviceOutcome ensure(LineService service) {
                return olts.ensure(service);
            }

            @Override
            public DeviceOutcome remove(OnuRegistration registration) {
                return olts.remove(registration);
            }

            @Override
            public Observation observe(LineService service) {
                return olts.observe(service);
            }

            @Override
            public Observation observeRemoved(OnuRegistration registration) {
                return olts.observeRemoved(registration);
            }

            @Override
            public List<Observation> readBack(OltId olt, List<LineOrder> orders) {
                note(orders.size() + " lines of " + olt);
                return olts.readBack(olt, orders);
            }

            @Override
            public Reading<LineInventory> inventory(OltId olt) {
                note("inventory " + olt);
                return readable ? frozen.orElseGet(() -> olts.inventory(olt)) : new Reading.Unreadable<>("no answer");
            }
        };

        private void note(String what) {
            if (defect) {
                throw new IllegalStateException("a defect");
            }
            asked.add(what);
        }
    }
}
