package io.silverdata.contract.examples.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.Schema;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.examples.network.MemoryNetwork;
import io.silverdata.contract.examples.network.OltVendor;
import io.silverdata.contract.examples.network.Plans;
import io.silverdata.contract.examples.testkit.ExternalPeers;
import io.silverdata.contract.examples.testkit.PostgresServer;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.spi.QueueDepth;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker process that gets SIGTERM in the middle of its work ends what it has in hand, and leaves nothing half. */
class StoppedWorkerIT {
    private static final OltId OLT = new OltId("olt-1");
    private static final PonPortId PORT = new PonPortId(OLT, 0, 1, 0);
    private static final GeoPosition HOME = new GeoPosition(-2.9, -79.0);
    private static final int CONTRACTS = 120;
    /** 128 and SIGTERM: the process was asked to end, and its hooks have. */
    private static final int ENDED_BY_SIGTERM = 143;
    // far beyond what it takes, so that a hang is a failure and not a build that never ends
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void hands_everything_back_and_leaves_nothing_half() throws Exception {
        try (PostgresServer postgres = new PostgresServer(folder);
                HikariDataSource pool = pool(postgres.url());
                ExternalPeers peers = new ExternalPeers(postgres.url(), OltVendor.HUAWEI, OLT, List.of(PORT))) {
            Schema.migrate(pool);
            JdbcStorage storage = JdbcStorage.builder().dataSource(pool).build();
            storage.plant().install(plant());
            Contracts contracts = contracts(storage);
            List<ContractId> all = IntStream.rangeClosed(1, CONTRACTS)
                    .mapToObj(n -> signUp(contracts, n))
                    .toList();
            Process worker = start(postgres.url(), peers);
            try {
                await(worker, () -> peers.registered().size() >= 3);

                // SIGTERM
                worker.destroy();

                assertThat(worker.waitFor()).isEqualTo(ENDED_BY_SIGTERM);
                QueueDepth queue = storage.work().depth(Instant.now());
                assertThat(queue.leased()).as("rows still leased").isZero();
                assertThat(queue.parked()).as("rows given up").isZero();
                assertThat(queue.due() + queue.waiting()).as("rows left to do").isPositive();
                Instant now = Instant.now();
                assertThat(storage.deviceLeases().acquire(OLT.value(), "the test", now, now.plusSeconds(1)))
                        .as("the lease of the OLT")
                        .isPresent();
                List<Contract> served = all.stream()
                        .map(id -> contracts.find(id).orElseThrow())
                        .filter(contract -> isConfirmed(contract, NetworkTarget.LINE))
                        .toList();
                assertThat(peers.registered())
                        .containsExactlyInAnyOrderElementsOf(served.stream()
                                .map(contract -> contract.line().orElseThrow().onu())
                                .toList());
                assertThat(peers.logins())
                        .containsExactlyInAnyOrderElementsOf(served.stream()
                                .filter(contract -> isConfirmed(contract, NetworkTarget.ACCESS))
                                .map(contract ->
                                        contract.radiusUser().orElseThrow().value())
                                .toList());
                assertThat(served).allMatch(contract -> isConfirmed(contract, NetworkTarget.ACCESS));
            } finally {
                worker.destroyForcibly().waitFor();
            }
        }
    }

    private static boolean isConfirmed(Contract contract, NetworkTarget target) {
        return !contract.provisioning().of(target).needsDelivery();
    }

    /** Looks again and again: nobody tells what a device was told. */
    private static void await(Process worker, BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(worker.isAlive()).as("the worker lives").isTrue();
            assertThat(Instant.now()).as("nothing was delivered").isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private Process start(String url, ExternalPeers peers) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--jdbc-url=" + url,
                "--threads=2"));
        command.addAll(peers.options(folder, "mikrotik"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Contracts contracts(JdbcStorage storage) {
        MemoryNetwork none = new MemoryNetwork();
        return Contracts.builder()
                .storage(storage)
                .customers(customer -> true)
                .plans(Plans.onSale())
                .radius(none.access())
                .olts(none.lines())
                .zone(ZoneOffset.UTC)
                .build();
    }

    private static ContractId signUp(Contracts contracts, int n) {
        PlanSnapshot plan = Plans.all().get(0);
        NewContract terms = NewContract.of(new CustomerId("c-" + n), plan.id(), new ServiceAddress("Calle " + n, HOME));
        SignUp order = new SignUp(
                terms, new OnuSerial(String.format(Locale.ROOT, "HWTC%08X", n)), new RadiusUser("user-" + n));
        return contracts
                .signUp(order, CommandContext.by("the test", Trigger.ADMIN))
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()))
                .contract()
                .id();
    }

    private static PlantLayout plant() {
        return new PlantLayout(
                List.of(new Olt(OLT, ServiceState.UP)),
                List.of(new PonPort(
                        PORT,
                        Set.of(Plans.all().get(0).technology()),
                        CONTRACTS,
                        Optional.of(OpticalPower.ofDbm(4)),
                        ServiceState.UP)),
                Stream.of(1, 2)
                        .map(n -> new Splitter(
                                new SplitterId("NAP-" + n),
                                PORT,
                                Optional.empty(),
                                64,
                                HOME,
                                Optional.of(Decibels.of(18)),
                                Distance.ofMetres(500)))
                        .toList());
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }
}
