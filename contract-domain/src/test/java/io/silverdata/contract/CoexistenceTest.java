package io.silverdata.contract;

import static io.silverdata.contract.Operator.STAFF;
import static io.silverdata.contract.Operator.onu;
import static io.silverdata.contract.Operator.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.silverdata.contract.coexistence.HeldOrder;
import io.silverdata.contract.coexistence.HeldPage;
import io.silverdata.contract.coexistence.SwitchPreview;
import io.silverdata.contract.command.Adoption;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.CoexistenceChange;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.ProvisioningState.Summary;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.model.WriteMode;
import io.silverdata.contract.model.WriteScope;
import io.silverdata.contract.model.WriteSwitch;
import io.silverdata.contract.runs.Audit;
import io.silverdata.contract.runs.AuditItem;
import io.silverdata.contract.runs.Extra;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.CoexistenceLog;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.ForwardingStorage;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.StorageException;
import io.silverdata.contract.spi.TargetWork;
import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.spi.WorkSettlement;
import io.silverdata.contract.spi.WorkState;
import io.silverdata.contract.worker.DeliverySummary;
import io.silverdata.contract.worker.Health;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CoexistenceTest {
    private static final WriteScope EVERYTHING = new WriteScope.Everything();
    private static final WriteScope RADIUS = new WriteScope.Radius();
    private static final WriteScope OLT = new WriteScope.Olt(Operator.PON.olt());

    private final Operator operator = Operator.small();
    private final Contracts contracts = operator.contracts;

    @Nested
    class WhileItObserves {
        @Test
        void nothing_is_told_and_what_waits_is_held() {
            observe(EVERYTHING);
            Contract contract = operator.subscriber(1);

            DeliverySummary done = contracts.worker().deliverPending(10);

            assertThat(operator.told).isEmpty();
            assertThat(done).isEqualTo(new DeliverySummary(1, 0, 0, 0, 0, 0, 1));
            assertThat(contracts.worker().deliverPending(10)).isEqualTo(DeliverySummary.NONE);
            assertThat(summary(contract.id())).isEqualTo(Summary.PENDING);
        }

        @Test
        void what_is_held_is_not_late_not_parked_and_counts_no_attempt() {
            observe(EVERYTHING);
            Contract contract = operator.subscriber(1);
            contracts.worker().deliverPending(10);

            operator.clock.advance(Duration.ofDays(30));
            contracts.worker().deliverPending(10);

            Health health = contracts.worker().health();
            assertThat(health.lag()).isZero();
            assertThat(health.queue().due()).isZero();
            assertThat(health.queue().waiting()).isZero();
            assertThat(health.queue().parked()).isZero();
            assertThat(health.queue().held()).isEqualTo(1);
            assertThat(contracts.worker().parked(10)).isEmpty();
            TargetWork work = contracts
                    .worker()
                    .networkStatus(contract.id())
                    .orElseThrow()
                    .line()
                    .work();
            assertThat(work.attempts()).isZero();
            assertThat(work.heldAt()).isEqualTo(1);
            assertThat(contracts
                            .worker()
                            .networkStatus(contract.id())
                            .orElseThrow()
                            .of(NetworkTarget.LINE)
                            .isHeld())
                    .isTrue();
            assertThat(contracts.worker().queue(Set.of(WorkState.HELD), Optional.empty(), 10))
                    .hasSize(1);
        }

        @Test
        void each_write_path_tells_nothing() {
            Contract contract = operator.inService(1);
            Contract other = operator.inService(2);
            observe(EVERYTHING);

            contracts.suspend(contract.id(), hardBlock(), STAFF);
            contracts.swapOnu(contract.id(), onu(9), STAFF);
            contracts.renameLogin(contract.id(), user(9), STAFF);
            contracts.changePlan(other.id(), Operator.Plan.HOME_300.id(), PlanChangeTiming.IMMEDIATELY, STAFF);
            contracts.worker().redeliver(other.id());
            contracts.worker().deliverPending(10);
            contracts.cancel(contract.id(), CancellationReason.CUSTOMER_REQUEST, STAFF);
            contracts.worker().retryProvisioning(other.id(), STAFF);
            contracts.worker().deliverPending(10);

            assertThat(operator.told).isEmpty();
        }

        @Test
        void extras_are_refused_to_be_removed() {
            OnuRegistration registration = new OnuRegistration(Operator.PON, onu(7));
            observe(OLT);

            Either<Rejection, DeviceOutcome> ofOnu = contracts.runs().removeExtra(new Extra.Onu(registration), STAFF);
            Either<Rejection, DeviceOutcome> ofLogin = contracts.runs().removeExtra(new Extra.Login(user(7)), STAFF);

            assertThat(ofOnu.getLeft()).isEqualTo(new Rejection.OnlyObserved(OLT));
            assertThat(ofLogin.get()).isEqualTo(new DeviceOutcome.Applied());
            assertThat(operator.told).containsExactly("access removed " + user(7));
        }

        @Test
        void an_audit_with_repair_reports_and_repairs_nothing() {
            Contract contract = operator.inService(1);
            operator.radius.clear();
            observe(EVERYTHING);

            List<AuditItem> items = audit(true);

            assertThat(items).hasSize(1);
            assertThat(items.get(0).finding()).isEqualTo(AuditItem.Finding.DIFFERENT);
            assertThat(items.get(0).observed()).isTrue();
            assertThat(items.get(0).result()).isEmpty();
            assertThat(contracts.find(contract.id()).orElseThrow().version()).isEqualTo(contract.version());
            contracts.worker().deliverPending(10);
            assertThat(operator.told).allMatch(operation -> operation.endsWith("read"));
        }

        @Test
        void an_audit_confirms_what_the_other_system_has_done_already() {
            Contract contract = operator.inService(1);
            observe(EVERYTHING);
            contracts.suspend(contract.id(), hardBlock(), STAFF);
            contracts.worker().deliverPending(10);
            assertThat(audit(false)).extracting(AuditItem::finding).containsExactly(AuditItem.Finding.DIFFERENT);
            assertThat(summary(contract.id())).isEqualTo(Summary.PENDING);

            // the other system suspends, too
            operator.radius.computeIfPresent(
                    user(1),
                    (login, service) -> new AccessService(
                            service.contract(), login, service.profile(), service.rates(), Enforcement.HARD_BLOCK));

            assertThat(audit(false)).isEmpty();
            assertThat(summary(contract.id())).isEqualTo(Summary.IN_SYNC);
            assertThat(contracts.coexistence().preview(write(EVERYTHING)).restricted())
                    .isZero();
        }

        @Test
        void a_removal_is_not_confirmed_by_looking_at_what_stays() {
            Contract contract = operator.inService(1);
            observe(EVERYTHING);
            contracts.renameLogin(contract.id(), user(9), STAFF);
            operator.radius.put(
                    user(9),
                    new AccessService(
                            contract.id(),
                            user(9),
                            contract.plan().accessProfile(),
                            contract.plan().rates(),
                            Enforcement.NONE));

            assertThat(audit(false)).isEmpty();

            assertThat(summary(contract.id())).isEqualTo(Summary.PENDING);
        }

        @Test
        void a_single_contract_that_is_written_is_told() {
            Contract pilot = operator.subscriber(1);
            observe(EVERYTHING);
            switchTo(write(new WriteScope.OfContract(pilot.id())));
            operator.subscriber(2);

            contracts.worker().deliverPending(10);

            assertThat(operator.told).containsExactly("line " + onu(1) + " up", "access NONE");
        }

        @Test
        void an_OLT_that_is_observed_outweighs_a_contract_that_is_written() {
            Contract contract = operator.inService(1);
            switchTo(write(new WriteScope.OfContract(contract.id()), RADIUS));
            observe(OLT);

            contracts.suspend(contract.id(), lineDisabled(), STAFF);
            contracts.worker().deliverPending(10);

            assertThat(operator.told).containsExactly("access LINE_DISABLED");
            assertThat(contracts.worker().health().queue().held()).isEqualTo(1);
        }

        @Test
        void RADIUS_waits_for_a_line_that_is_held_and_is_built_for_the_first_time() {
            observe(OLT);
            operator.subscriber(1);

            contracts.worker().deliverPending(10);

            assertThat(operator.told).isEmpty();
            assertThat(contracts.worker().health().queue())
                    .isEqualTo(new QueueDepth(0, 0, 0, 0, 0, Optional.empty(), 1));
            switchTo(write(OLT));
            contracts.worker().deliverPending(10);
            assertThat(operator.told).containsExactly("line " + onu(1) + " up", "access NONE");
        }

        @Test
        void an_adopted_contract_is_told_nothing_and_nothing_waits_for_it() {
            observe(EVERYTHING);
            contracts
                    .adopt(
                            Adoption.of(
                                            Operator.terms(),
                                            Operator.START.minus(Duration.ofDays(400)),
                                            LocalDate.of(2026, 3, 1),
                                            onu(1),
                                            user(1))
                                    .at(new SplitterOutputId(Operator.NEAR, 1)),
                            STAFF.once("old/1"))
                    .get();

            contracts.worker().deliverPending(10);
            switchTo(write(EVERYTHING));
            contracts.worker().deliverPending(10);

            assertThat(operator.told).isEmpty();
            assertThat(contracts.worker().health().queue().held()).isZero();
        }
    }

    @Nested
    class Opening {
        @Test
        void tells_what_was_held_with_attempts_counted_anew() {
            observe(EVERYTHING);
            Contract contract = operator.subscriber(1);
            contracts.worker().deliverPending(10);

            switchTo(write(EVERYTHING));
            contracts.worker().deliverPending(10);

            assertThat(operator.told).containsExactly("line " + onu(1) + " up", "access NONE");
            assertThat(summary(contract.id())).isEqualTo(Summary.IN_SYNC);
            assertThat(contracts.worker().health().queue().held()).isZero();
        }

        @Test
        void is_refused_if_somebody_would_be_cut() {
            Contract contract = operator.inService(1);
            observe(EVERYTHING);
            contracts.suspend(contract.id(), hardBlock(), STAFF);
            contracts.worker().deliverPending(10);

            Either<Rejection, CoexistenceChange> refused =
                    contracts.coexistence().switchTo(write(EVERYTHING), STAFF);

            assertThat(refused.getLeft()).isEqualTo(new Rejection.WouldRestrict(1, 0, List.of(contract.id())));
            contracts.worker().deliverPending(10);
            assertThat(operator.told).isEmpty();
            assertThat(contracts.coexistence().current().everything()).isEqualTo(WriteMode.OBSERVE);
        }

        @Test
        void is_refused_even_before_a_worker_has_looked() {
            Contract contract = operator.inService(1);
            observe(EVERYTHING);
            contracts.cancel(contract.id(), CancellationReason.CUSTOMER_REQUEST, STAFF);

            assertThat(contracts.coexistence().switchTo(write(RADIUS), STAFF).getLeft())
                    .isInstanceOf(Rejection.WouldRestrict.class);
        }

        @Test
        void may_cut_as_many_as_it_says() {
            Contract contract = operator.inService(1);
            observe(EVERYTHING);
            contracts.suspend(contract.id(), hardBlock(), STAFF);

            switchTo(write(EVERYTHING).restrictingAtMost(1));
            contracts.worker().deliverPending(10);

            assertThat(operator.told).containsExactly("access HARD_BLOCK");
        }

        @Test
        void leaves_out_a_contract_that_is_observed_by_itself() {
            Contract contract = operator.inService(1);
            observe(RADIUS, OLT);
            contracts.suspend(contract.id(), hardBlock(), STAFF);
            observe(new WriteScope.OfContract(contract.id()));

            switchTo(write(RADIUS, OLT));
            contracts.worker().deliverPending(10);

            assertThat(operator.told).isEmpty();
        }

        @Test
        void tells_beforehand_what_would_be_told() {
            Contract first = operator.inService(1);
            observe(EVERYTHING);
            contracts.suspend(first.id(), lineDisabled(), STAFF);
            Contract second = operator.subscriber(2);
            contracts.worker().deliverPending(10);

            SwitchPreview preview = contracts.coexistence().preview(write(OLT));

            assertThat(preview.contracts()).isEqualTo(2);
            assertThat(preview.orders()).isEqualTo(2);
            assertThat(preview.restricted()).isEqualTo(1);
            assertThat(preview.firstRestricted()).containsExactly(first.id());
            assertThat(preview.first())
                    .extracting(HeldOrder::contract, HeldOrder::device, HeldOrder::effect)
                    .containsExactly(
                            tuple(first.id(), "olt-1", HeldOrder.Effect.RESTRICT),
                            tuple(second.id(), "olt-1", HeldOrder.Effect.ENSURE));
            HeldPage page = contracts.coexistence().held(Optional.empty(), 1);
            HeldPage rest = contracts.coexistence().held(page.next(), 10);
            assertThat(page.orders())
                    .extracting(HeldOrder::contract)
                    .containsOnly(page.next().orElseThrow());
            assertThat(Stream.concat(page.orders().stream(), rest.orders().stream()))
                    .extracting(HeldOrder::contract, HeldOrder::target)
                    .containsExactlyInAnyOrder(
                            tuple(first.id(), NetworkTarget.ACCESS),
                            tuple(first.id(), NetworkTarget.LINE),
                            tuple(second.id(), NetworkTarget.ACCESS),
                            tuple(second.id(), NetworkTarget.LINE));
            assertThat(rest.next()).isEmpty();
            assertThat(operator.told).isEmpty();
        }

        @Test
        void wakes_what_a_worker_held_that_knew_of_no_newer_revision() {
            observe(EVERYTHING);
            Contract contract = operator.subscriber(1);
            WorkLease lease = operator.storage
                    .work()
                    .lease(contract.id(), "a worker that dies", operator.clock.instant(), operator.clock.instant())
                    .orElseThrow();
            switchTo(write(EVERYTHING));
            contracts.worker().deliverPending(1);
            operator.told.clear();
            operator.radius.clear();
            operator.storage.work().enqueue(contract.id(), Set.of(NetworkTarget.ACCESS), operator.clock.instant());
            WorkLease late = operator.storage
                    .work()
                    .lease(contract.id(), "a worker that dies", operator.clock.instant(), operator.clock.instant())
                    .orElseThrow();
            operator.storage
                    .work()
                    .settle(List.of(new WorkSettlement(late, late.access().held(1), TargetWork.NONE)));
            assertThat(lease.token()).isLessThan(late.token());

            contracts.worker().deliverPending(10);
            assertThat(operator.told).isEmpty();
            operator.clock.advance(Duration.ofMinutes(1));
            contracts.worker().deliverPending(10);

            assertThat(operator.told).containsExactly("access NONE");
        }
    }

    @Nested
    class Switches {
        @Test
        void are_kept_with_actor_reason_and_time() {
            observe(OLT);
            operator.clock.advance(Duration.ofHours(1));
            switchTo(WriteSwitch.of(WriteMode.AS_EVERYTHING, "all is well", OLT));

            List<CoexistenceChange> changes = contracts.coexistence().changes(0, 10);

            assertThat(changes).extracting(CoexistenceChange::revision).containsExactly(1L, 2L);
            assertThat(changes.get(1).actor()).isEqualTo(STAFF.actor());
            assertThat(changes.get(1).reason()).isEqualTo("all is well");
            assertThat(changes.get(1).at()).isEqualTo(operator.clock.instant());
            assertThat(contracts.coexistence().changes(1, 10)).hasSize(1);
            assertThat(contracts.coexistence().current().isInUse()).isFalse();
        }

        @Test
        void that_change_nothing_are_refused() {
            assertThat(contracts
                            .coexistence()
                            .switchTo(write(EVERYTHING), STAFF)
                            .getLeft())
                    .isInstanceOf(Rejection.NothingToChange.class);
            observe(OLT);
            assertThat(contracts
                            .coexistence()
                            .switchTo(WriteSwitch.of(WriteMode.OBSERVE, "again", OLT), STAFF)
                            .getLeft())
                    .isInstanceOf(Rejection.NothingToChange.class);
        }

        @Test
        void take_no_key_no_version_and_no_time() {
            for (CommandContext context :
                    List.of(STAFF.once("key"), STAFF.expecting(1), STAFF.effectiveAt(Operator.START.minusSeconds(1)))) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> contracts.coexistence().switchTo(write(OLT), context));
            }
        }

        @Test
        void are_seen_by_other_processes_within_a_second() {
            Contract contract = operator.inService(1);
            Contracts elsewhere = operator.builder().build();
            elsewhere.worker().deliverPending(1);
            observe(EVERYTHING);
            contracts.suspend(contract.id(), hardBlock(), STAFF);
            operator.clock.advance(Duration.ofSeconds(1));

            elsewhere.worker().deliverPending(10);

            assertThat(operator.told).isEmpty();
        }

        @Test
        void made_in_a_transaction_that_fails_leave_no_trace() {
            Contract contract = operator.inService(1);
            try {
                operator.storage.unitOfWork().execute(() -> {
                    observe(EVERYTHING);
                    throw new IllegalStateException("given up");
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("given up");
            }

            contracts.suspend(contract.id(), hardBlock(), STAFF);
            contracts.worker().deliverPending(10);

            assertThat(operator.told).containsExactly("access HARD_BLOCK");
        }

        @Test
        void are_read_once_a_wave_however_many_contracts_are_delivered() {
            List<Long> asked = new ArrayList<>();
            CountingStorage counting = new CountingStorage(operator.storage, asked);
            Contracts counted = operator.builder(counting, operator.new Radius(), operator.new Lines())
                    .build();
            for (int n = 1; n <= 8; n++) {
                operator.subscriber(n);
            }

            counted.worker().deliverPending(10);

            assertThat(operator.told).hasSize(16);
            assertThat(asked).hasSize(1);
        }

        @Test
        void that_cannot_be_read_let_nothing_be_told() {
            operator.subscriber(1);
            AccessProvisioner radius = operator.new Radius();
            Contracts blind = operator.builder(new BlindStorage(operator.storage), radius, operator.new Lines())
                    .build();

            assertThatThrownBy(() -> blind.worker().deliverPending(10)).isInstanceOf(StorageException.class);

            assertThat(operator.told).isEmpty();
            contracts.worker().deliverPending(10);
            assertThat(operator.told).hasSize(2);
        }
    }

    private record CountingStorage(Storage storage, List<Long> asked) implements ForwardingStorage {
        @Override
        public CoexistenceLog coexistence() {
            return new CoexistenceLog() {
                @Override
                public void append(CoexistenceChange change) {
                    storage.coexistence().append(change);
                }

                @Override
                public List<CoexistenceChange> after(long revision, int max) {
                    asked.add(revision);
                    return storage.coexistence().after(revision, max);
                }
            };
        }
    }

    private record BlindStorage(Storage storage) implements ForwardingStorage {
        @Override
        public CoexistenceLog coexistence() {
            throw new StorageException("cannot be read");
        }
    }

    /** Of RADIUS: the OLT of this operator has no inventory. */
    private List<AuditItem> audit(boolean repairs) {
        List<AuditItem> items = new ArrayList<>();
        Audit audit = contracts.runs().audit(Selection.live(), CommandContext.by("audit", Trigger.ADMIN));
        (repairs ? audit.repairing(RunLimits.none()) : audit).begin().advance(100, items::add);
        operator.told.removeIf(operation -> operation.endsWith("read"));
        items.removeIf(item -> item.target() == NetworkTarget.LINE);
        return items;
    }

    private void observe(WriteScope... scopes) {
        switchTo(WriteSwitch.of(WriteMode.OBSERVE, "the other system is in charge", scopes));
    }

    private static WriteSwitch write(WriteScope... scopes) {
        return WriteSwitch.of(WriteMode.WRITE, "ours from now on", scopes);
    }

    private void switchTo(WriteSwitch wanted) {
        assertThat(contracts.coexistence().switchTo(wanted, STAFF).isRight()).isTrue();
    }

    private Summary summary(ContractId contract) {
        return contracts.find(contract).orElseThrow().provisioning().summary();
    }

    private static Suspension hardBlock() {
        return Suspension.of(SuspensionReason.ADMINISTRATIVE).enforcing(Enforcement.HARD_BLOCK);
    }

    private static Suspension lineDisabled() {
        return Suspension.of(SuspensionReason.ADMINISTRATIVE).enforcing(Enforcement.LINE_DISABLED);
    }
}
