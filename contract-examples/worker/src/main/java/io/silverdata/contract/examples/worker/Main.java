package io.silverdata.contract.examples.worker;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.logging.LoggingMeterRegistry;
import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.Schema;
import io.silverdata.contract.examples.network.Network;
import io.silverdata.contract.examples.network.NetworkOptions;
import io.silverdata.contract.examples.network.NetworkPlan;
import io.silverdata.contract.examples.network.Plans;
import io.silverdata.contract.memory.InMemoryCustomers;
import io.silverdata.contract.micrometer.ContractMeters;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command: connects to a database and a network, and delivers until it gets SIGTERM. */
@Command(
        name = "worker",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Delivers what the contracts in a database want to RADIUS and OLTs, runs scheduled changes, and expires holds and"
                    + " reservations. Stops on SIGTERM or Ctrl-C, after the calls in hand. Any number may run on one database."
                    + " Needs --radius-jdbc-url, --nas and --olt."
        })
public final class Main implements Callable<Integer> {
    private static final Duration IDLE = Duration.ofSeconds(1);

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--jdbc-url", paramLabel = "URL", required = true, description = "The database of the contracts.")
    private String jdbcUrl = "";

    @Option(names = "--jdbc-user", paramLabel = "NAME", description = "Who connects to it.")
    private @Nullable String jdbcUser;

    @Option(
            names = "--jdbc-password",
            paramLabel = "WORD",
            defaultValue = "${env:JDBC_PASSWORD}",
            description = "With which password. Default: the environment variable JDBC_PASSWORD.")
    private @Nullable String jdbcPassword;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "For OLTs that are written to side by side. Default: ${DEFAULT-VALUE}.")
    private int threads = 4;

    @Option(names = "--name", paramLabel = "NAME", description = "Of this worker. Default: worker and its process id.")
    private String name = "worker-" + ProcessHandle.current().pid();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "In which days begin and end. Default: ${DEFAULT-VALUE}.")
    private ZoneId zone = ZoneId.of("America/Guayaquil");

    @Mixin
    private NetworkOptions networkOptions = new NetworkOptions();

    private Main() {}

    /** Runs the command; ends with the process. */
    public static void main(String... args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        if (threads < 1) {
            throw usage("--threads must be 1 or more, was " + threads);
        }
        if (!networkOptions.isReal()) {
            throw usage(
                    "a worker needs --radius-jdbc-url, --nas and --olt: devices that it simulated would be its own");
        }
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(jdbcUrl);
        pool.setUsername(jdbcUser);
        pool.setPassword(jdbcPassword);
        // the worker, each OLT's thread, and the one that renews leases
        pool.setMaximumPoolSize(threads + 2);
        try (HikariDataSource database = new HikariDataSource(pool);
                Network network = network()) {
            Schema.migrate(database);
            work(database, network);
        }
        return CommandLine.ExitCode.OK;
    }

    private void work(HikariDataSource database, Network network) throws InterruptedException {
        LoggingMeterRegistry registry = new LoggingMeterRegistry();
        ContractMeters meters = new ContractMeters(registry);
        ExecutorService olts = Executors.newFixedThreadPool(threads);
        Contracts contracts = Contracts.builder()
                .storage(JdbcStorage.builder().dataSource(database).build())
                .customers(new InMemoryCustomers())
                .plans(Plans.onSale())
                .radius(network.access())
                .olts(network.lines())
                .zone(zone)
                .listener(meters)
                .workerName(name)
                .executor(olts)
                .build();
        Worker worker = new Worker(contracts, IDLE, () -> {
            network.goOn(Clock.systemUTC().instant());
            meters.accept(contracts.worker().health());
        });
        CountDownLatch ended = new CountDownLatch(1);
        // the process ends when its hooks have, so this one waits for everything
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            worker.stop();
            olts.shutdown();
            registry.close();
            ended.countDown();
        }));
        worker.start();
        ended.await();
    }

    private Network network() {
        try {
            return networkOptions.open(
                    new NetworkPlan(networkOptions.namedOlts(), List.of(), Plans.all()),
                    Path.of("."),
                    Clock.systemUTC().instant());
        } catch (IllegalArgumentException wrong) {
            throw usage(String.valueOf(wrong.getMessage()));
        }
    }

    private ParameterException usage(String message) {
        if (spec == null) {
            throw new IllegalStateException("not run by picocli");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
