package io.silverdata.contract.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spring.host.Desk;
import io.silverdata.contract.spring.host.Host;
import io.silverdata.contract.spring.web.RejectedException;
import io.silverdata.contract.worker.Health;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances with their workers on one PostgreSQL, under load. */
class TwoInstancesIT {
    private static final int CONTRACTS = 40;
    private static final int CLIENTS = 4;
    private static final int COMMANDS = 60;

    private final AtomicInteger conflicts = new AtomicInteger();
    private final AtomicInteger inTransaction = new AtomicInteger();
    private PostgresDatabases databases;
    private String url;
    private Host one;
    private Host two;

    @BeforeEach
    void start() {
        databases = PostgresDatabases.start();
        url = databases.empty();
        String[] quick = {
            "contract.worker.deliver-every=20ms", "contract.worker.apply-due-every=50ms", "contract.worker.batch=10"
        };
        one = Host.on(url, quick);
        two = Host.on(url, quick);
    }

    @AfterEach
    void stop() throws IOException {
        one.close();
        two.close();
        databases.close();
    }

    @Test
    void no_row_is_left_leased_and_no_command_outside_of_a_transaction_is_told_of_a_conflict() throws Exception {
        List<ContractId> contracts = new ArrayList<>();
        for (int n = 0; n < CONTRACTS; n++) {
            contracts.add(one.bean(Desk.class).signUp(n));
        }
        ExecutorService pool = Executors.newFixedThreadPool(2 * CLIENTS);
        try {
            List<Callable<Void>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                clients.add(client(one, contracts, client));
                clients.add(client(two, contracts, CLIENTS + client));
            }
            for (Future<Void> client : pool.invokeAll(clients)) {
                client.get();
            }
        } catch (ExecutionException failed) {
            throw new AssertionError("a client failed", failed.getCause());
        } finally {
            pool.shutdownNow();
        }

        one.close();
        Contracts left = two.bean(Contracts.class);
        while (left.worker().deliverPending(100).leased() > 0) {
            assertThat(conflicts).hasValue(0);
        }
        two.close();

        Host look = Host.on(url, "contract.worker.enabled=false");
        try {
            Health health = look.bean(Contracts.class).worker().health();
            assertThat(health.queue().leased()).isZero();
            assertThat(health.queue().ended()).isZero();
            assertThat(health.heldDevices()).isEmpty();
            assertThat(look.bean(Contracts.class)
                            .search(ContractQuery.all(), Page.first(100))
                            .items())
                    .hasSize(CONTRACTS)
                    .allMatch(contract -> contract.provisioning() == ProvisioningState.Summary.IN_SYNC);
        } finally {
            look.close();
        }
        assertThat(conflicts).hasValue(0);
        assertThat(inTransaction.get()).isPositive();
    }

    /** Half of the commands in transactions of the application, where a conflict may be told, and half outside, where none may. */
    private Callable<Void> client(Host host, List<ContractId> contracts, int seed) {
        Contracts library = host.bean(Contracts.class);
        Desk desk = host.bean(Desk.class);
        Random random = new Random(seed);
        return () -> {
            for (int i = 0; i < COMMANDS; i++) {
                ContractId contract = contracts.get(random.nextInt(contracts.size()));
                if (random.nextBoolean()) {
                    inTransaction(desk, contract);
                } else {
                    outside(library, contract, random.nextBoolean());
                }
            }
            return null;
        };
    }

    private void inTransaction(Desk desk, ContractId contract) {
        try {
            desk.suspendAndTryAgain(contract);
            inTransaction.incrementAndGet();
        } catch (ConflictException | RejectedException told) {
            // rolled back as a whole
        }
    }

    private void outside(Contracts library, ContractId contract, boolean lift) {
        try {
            if (lift) {
                library.liftHold(contract, SuspensionReason.NON_PAYMENT, Desk.STAFF);
            } else {
                library.suspend(contract, Suspension.of(SuspensionReason.FAIR_USE), Desk.STAFF);
            }
        } catch (ConflictException needless) {
            conflicts.incrementAndGet();
        }
    }
}
