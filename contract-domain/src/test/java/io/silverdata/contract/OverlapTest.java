package io.silverdata.contract;

import static io.silverdata.contract.Operator.PON;
import static io.silverdata.contract.Operator.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.listener.ContractsListener;
import io.silverdata.contract.listener.DeliveryReport;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.spi.PlantLayout;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call with an executor: RADIUS is told on one thread while outcomes are recorded on the other. */
// A caller that waits for work no thread does would wait for ever.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OverlapTest {
    private static final int CONTRACTS = 400;

    private final Operator operator = new Operator(128, 256);
    private final Deque<Runnable> offered = new ArrayDeque<>();

    @Test
    void outcomes_are_recorded_while_nases_have_the_next_orders() {
        suspend(CONTRACTS);
        int[] orders = {0};
        Contracts overlapping = operator.builder()
                .executor(offered::add)
                .listener(new ContractsListener() {
                    @Override
                    public void onDelivery(DeliveryReport report) {
                        int before = operator.told.size();
                        runOffered();
                        orders[0] += operator.told.size() - before;
                    }
                })
                .build();

        assertThat(overlapping.worker().deliverPending(1_000).confirmed()).isEqualTo(CONTRACTS);

        assertThat(orders[0]).isPositive();
    }

    /** An executor whose threads are all at slow OLTs. */
    @Test
    void radius_does_not_wait_for_an_executor_without_a_free_thread() {
        suspend(CONTRACTS);
        Contracts busy = operator.builder().executor(offered::add).build();

        assertThat(busy.worker().deliverPending(1_000).confirmed()).isEqualTo(CONTRACTS);

        int told = operator.told.size();
        runOffered();
        assertThat(operator.told).as("nothing is told twice").hasSize(told);
    }

    private void runOffered() {
        while (!offered.isEmpty()) {
            offered.remove().run();
        }
    }

    private void suspend(int contracts) {
        PonPortId second = new PonPortId(PON.olt(), 0, 1, 4);
        operator.storage
                .plant()
                .install(new PlantLayout(
                        List.of(),
                        List.of(new PonPort(
                                second,
                                Set.of(Technology.GPON),
                                256,
                                Optional.of(OpticalPower.ofDbm(4)),
                                ServiceState.UP)),
                        List.of(splitter("NAP-3", second), splitter("NAP-4", second))));
        List<Contract> served = IntStream.rangeClosed(1, contracts)
                .mapToObj(operator::subscriber)
                .toList();
        operator.contracts.worker().deliverPending(contracts);
        served.forEach(contract -> operator.contracts
                .suspend(contract.id(), Suspension.of(SuspensionReason.NON_PAYMENT), STAFF)
                .get());
        operator.told.clear();
    }

    private static Splitter splitter(String id, PonPortId port) {
        return new Splitter(
                new SplitterId(id),
                port,
                Optional.empty(),
                128,
                Operator.HOME,
                Optional.of(Decibels.of(10.8)),
                Distance.ofMetres(2_000));
    }
}
