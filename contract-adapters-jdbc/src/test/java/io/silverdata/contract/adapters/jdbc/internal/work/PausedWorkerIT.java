package io.silverdata.contract.adapters.jdbc.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.adapters.jdbc.testing.HostShop;
import io.silverdata.contract.adapters.jdbc.testing.Shop;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import io.silverdata.contract.testkit.ContractFixtures;
import io.silverdata.contract.testkit.SettableClock;
import io.silverdata.contract.worker.DeliverySummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A worker is paused while it talks to a device, for longer than its lease. Another one takes over and finishes. When the
 * first goes on with the opposite answer, it writes nothing.
 */
class PausedWorkerIT {
    private final SettableClock clock = new SettableClock(ContractFixtures.START);

    @ParameterizedTest
    @EnumSource
    void that_lost_its_lease_writes_nothing_and_has_the_contract_delivered_again(Database database) {
        JdbcStorage storage = database.emptyStorage();
        storage.plant().install(HostShop.plant());
        Shop second = Shop.on(storage, clock, new InMemoryLine(), "second");
        List<DeliverySummary> meanwhile = new ArrayList<>();
        LineProvisioner pausing = new Pausing(() -> {
            clock.advance(Duration.ofHours(1));
            meanwhile.add(second.contracts().worker().deliverPending(1));
        });
        Shop first = Shop.on(storage, clock, pausing, "first");
        ContractId id = first.signUp(1)
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()))
                .contract()
                .id();

        DeliverySummary paused = first.contracts().worker().deliverPending(1);

        assertThat(meanwhile).containsExactly(new DeliverySummary(1, 1, 0, 0, 0, 0));
        assertThat(paused).isEqualTo(new DeliverySummary(1, 0, 0, 0, 0, 1));
        List<RecordedEvent> history = storage.events().history(id);
        Contract kept = storage.contracts().find(id).orElseThrow();
        assertThat(kept.provisioning().summary()).isEqualTo(ProvisioningState.Summary.IN_SYNC);
        assertThat(kept).isEqualTo(Contract.replay(history));
        assertThat(second.contracts().worker().deliverPending(1)).isEqualTo(new DeliverySummary(1, 1, 0, 0, 0, 0));
        assertThat(storage.work().depth(clock.instant()).due()).isZero();
    }

    /** H2 has no clock of its own: its hosts must agree by themselves. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "H2")
    void keeps_its_lease_from_a_worker_whose_clock_is_six_minutes_ahead(Database database) {
        JdbcStorage storage = database.emptyStorage();
        storage.plant().install(HostShop.plant());
        SettableClock right = new SettableClock(storage.time().orElseThrow());
        SettableClock ahead = new SettableClock(right.instant().plus(Duration.ofMinutes(6)));
        Contracts hurried = Shop.wired(storage, ahead)
                .clockTolerance(Duration.ofMinutes(10))
                .workerName("hurried")
                .build();
        List<DeliverySummary> meanwhile = new ArrayList<>();
        Contracts patient = Shop.wired(
                        storage,
                        right,
                        new Pausing(() -> meanwhile.add(hurried.worker().deliverPending(1))))
                .clockTolerance(Duration.ofMinutes(10))
                .workerName("patient")
                .build();
        assertThat(new Shop(patient).signUp(1).isRight()).isTrue();

        patient.worker().deliverPending(1);

        assertThat(meanwhile).containsExactly(DeliverySummary.NONE);
    }

    /** An OLT that takes its time, and then refuses. */
    private record Pausing(Runnable pause) implements LineProvisioner {
        @Override
        public DeviceOutcome ensure(LineService service) {
            pause.run();
            return new DeviceOutcome.Refused("NO", "refused after the pause");
        }

        @Override
        public DeviceOutcome remove(OnuRegistration registration) {
            throw new AssertionError("nothing is to be removed");
        }

        @Override
        public Observation observe(LineService service) {
            throw new AssertionError("nobody looks");
        }

        @Override
        public Observation observeRemoved(OnuRegistration registration) {
            throw new AssertionError("nobody looks");
        }

        @Override
        public Reading<LineInventory> inventory(OltId olt) {
            throw new AssertionError("nobody looks");
        }
    }
}
