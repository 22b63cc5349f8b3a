package io.silverdata.contract.examples.benchmarks.path;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.radius.testkit.FreeRadiusTables;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import io.silverdata.contract.examples.benchmarks.harness.Timing;
import io.silverdata.contract.examples.benchmarks.radius.AccountingNas;
import io.silverdata.contract.examples.benchmarks.radius.RadClientProcess;
import io.silverdata.contract.examples.benchmarks.storage.ContractCopies;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.runs.BulkItem;
import io.silverdata.contract.runs.BulkProgress;
import io.silverdata.contract.runs.BulkRun;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Suspensions end to end: committed by a bulk command, then delivered by workers in processes of their own, each with one thread and with
 * one more as its executor, to RADIUS' tables and with a Disconnect to a NAS that answers after 10 ms or 100 ms. Beside them radclient, which sends Disconnects to the same NAS,
 * one after the other and 100 at a time.
 */
final class Suspensions {
    private static final List<Duration> NAS_TAKES = List.of(Duration.ofMillis(10), Duration.ofMillis(100));
    private static final int PARALLEL = 100;
    private static final int PAGE = 1_000;
    private static final Duration PARTNER_RUNS = Duration.ofSeconds(10);

    /** Contracts that a worker has delivered before its rate is that of a worker which runs all day: by then the JVM compiles no more. */
    private static final int WARM_UP = 20_000;

    private final PostgresPeer server;
    private final int each;

    /**
     * Suspensions.
     *
     * @param each with each number of workers and threads
     */
    Suspensions(PostgresPeer server, int each) {
        this.server = server;
        this.each = each;
    }

    /**
     * What is measured.
     *
     * @param devices threads of each worker's executor; 0: none
     * @param isWarm whether the workers have run before; else they have just been started
     */
    private record Shape(int workers, int devices, int suspensions, boolean isWarm) {
        Shape warm() {
            return new Shape(workers, devices, suspensions, true);
        }

        String threads() {
            return devices == 0 ? workers + " × 1" : workers + " × (1 + " + devices + ")";
        }

        String jvm() {
            return isWarm ? "warm" : "just started";
        }

        int warmUp() {
            return WARM_UP * workers;
        }
    }

    private record Outcome(Shape shape, double committing, double delivering, long cpu, Host.Waits waits) {
        double perSecond() {
            return shape.suspensions() / delivering;
        }

        double endToEnd() {
            return shape.suspensions() / (committing + delivering);
        }

        /** Milliseconds of a thread for each delivery. */
        double milliseconds(long nanoseconds) {
            return nanoseconds / 1e6 / shape.suspensions();
        }

        double threadTime() {
            return delivering * 1e3 * shape.workers() * (1 + shape.devices()) / shape.suspensions();
        }
    }

    /** What radclient sends to the same NAS in a second. */
    private record Partners(double one, double parallel) {
        static Partners of(AccountingNas nas, Duration takes) throws Exception {
            int requests = (int) PARTNER_RUNS.dividedBy(takes);
            return new Partners(
                    new RadClientProcess(nas.address(), 1).send(requests).perSecond(),
                    new RadClientProcess(nas.address(), PARALLEL)
                            .send(requests * 10)
                            .perSecond());
        }
    }

    void run() throws Exception {
        for (Duration takes : NAS_TAKES) {
            run(takes);
        }
    }

    private void run(Duration takes) throws Exception {
        List<Shape> shapes = List.of(
                new Shape(1, 0, each, false),
                new Shape(3, 0, each, false),
                new Shape(1, 1, each, false),
                new Shape(3, 1, each, false));
        int all = shapes.stream().mapToInt(Suspensions::contracts).sum();
        String contractsName = "path" + takes.toMillis();
        String radiusName = "radius" + takes.toMillis();
        try (HikariDataSource contracts = server.database(contractsName, 2);
                HikariDataSource radius = server.empty(radiusName, 2)) {
            FreeRadiusTables.create(radius);
            try (AccountingNas nas = new AccountingNas(takes, server.url(radiusName));
                    Host host = new Host(
                            server.url(contractsName),
                            server.url(radiusName),
                            nas.address(),
                            new InMemoryLine(),
                            0,
                            "bulk")) {
                host.publishPlans();
                Logins.copy(radius, host.radius(), all);
                ContractCopies copies = new ContractCopies(contracts, 10_000, 64);
                copies.begin();
                copies.add(0, all);
                copies.settle();
                Partners partners = Partners.of(nas, takes);
                List<Outcome> outcomes = new ArrayList<>();
                int first = 0;
                for (Shape shape : shapes) {
                    outcomes.addAll(measure(host, nas, shape, first, contractsName, radiusName));
                    first += contracts(shape);
                }
                print(takes, outcomes, partners);
            }
        }
    }

    private static int contracts(Shape shape) {
        return 2 * shape.suspensions() + shape.warmUp();
    }

    /** The workers that have just been started, and the same once they are warm. */
    private List<Outcome> measure(
            Host host, AccountingNas nas, Shape shape, int first, String contractsName, String radiusName)
            throws Exception {
        List<WorkerProcess> workers = new ArrayList<>();
        try {
            for (int n = 0; n < shape.workers(); n++) {
                workers.add(new WorkerProcess(
                        server.url(contractsName),
                        server.url(radiusName),
                        nas.address(),
                        shape.devices(),
                        "worker-" + n));
            }
            Outcome cold = measure(host, workers, shape, first);
            int warmUp = first + shape.suspensions();
            suspend(host, warmUp, shape.warmUp());
            deliver(workers);
            return List.of(cold, measure(host, workers, shape.warm(), warmUp + shape.warmUp()));
        } finally {
            workers.forEach(WorkerProcess::close);
        }
    }

    private static Outcome measure(Host host, List<WorkerProcess> workers, Shape shape, int first) throws Exception {
        double committing = suspend(host, first, shape.suspensions());
        List<WorkerProcess.Done> done = new ArrayList<>();
        double delivering = Timing.seconds(() -> done.addAll(deliver(workers)));
        long delivered = done.stream().mapToLong(WorkerProcess.Done::delivered).sum();
        if (delivered != shape.suspensions()) {
            long left = host.storage().work().depth(Instant.now()).waiting();
            throw new IllegalStateException("delivered " + delivered + " of " + shape + ", waiting " + left);
        }
        return new Outcome(
                shape,
                committing,
                delivering,
                done.stream().mapToLong(WorkerProcess.Done::cpu).sum(),
                done.stream().map(WorkerProcess.Done::waits).reduce(new Host.Waits(0, 0, 0), Host.Waits::plus));
    }

    private static List<WorkerProcess.Done> deliver(List<WorkerProcess> workers) throws Exception {
        workers.forEach(WorkerProcess::begin);
        List<WorkerProcess.Done> done = new ArrayList<>();
        for (WorkerProcess worker : workers) {
            done.add(worker.end());
        }
        return done;
    }

    /** How many seconds it took. */
    private static double suspend(Host host, int first, int count) throws Exception {
        List<ContractId> some = IntStream.range(first, first + count)
                .mapToObj(ContractCopies::id)
                .toList();
        BulkRun run = host.contracts()
                .runs()
                .bulk(
                        "suspend-" + first,
                        Selection.of(some),
                        (contract, context) -> host.contracts()
                                .suspend(
                                        contract,
                                        Suspension.of(SuspensionReason.NON_PAYMENT)
                                                .enforcing(Enforcement.HARD_BLOCK),
                                        context),
                        CommandContext.by("bench", Trigger.ADMIN))
                .begin()
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()));
        return Timing.seconds(() -> finish(run, count));
    }

    private static void finish(BulkRun run, int count) {
        BulkProgress progress;
        do {
            progress = run.advance(PAGE, Suspensions::accepted);
        } while (progress.state() == RunState.MORE);
        if (progress.accepted() != count) {
            throw new IllegalStateException(progress.toString());
        }
    }

    private static void accepted(BulkItem item) {
        item.refusal().ifPresent(refusal -> {
            throw new IllegalStateException(refusal.message());
        });
    }

    private static Outcome one(List<Outcome> outcomes, Shape like) {
        return outcomes.stream()
                .filter(outcome -> outcome.shape().workers() == 1
                        && outcome.shape().devices() == like.devices()
                        && outcome.shape().isWarm() == like.isWarm())
                .findFirst()
                .orElseThrow();
    }

    private static void print(Duration takes, List<Outcome> outcomes, Partners partners) {
        Table rates = Table.begin(
                "Suspensions, a NAS that answers after " + takes.toMillis() + " ms",
                "workers × threads",
                "JVM",
                "suspensions",
                "committed a second, one thread",
                "delivered a second",
                "times one such worker",
                String.format(Locale.ROOT, "times radclient -p 1 (%,.0f/s)", partners.one()),
                String.format(Locale.ROOT, "times radclient -p 100 (%,.0f/s)", partners.parallel()),
                "committed and delivered a second");
        for (Outcome outcome : outcomes) {
            rates.row(
                    "%s | %s | %,d | %,.0f | %,.0f | %.2f | %.1f | %.2f | %,.0f",
                    outcome.shape().threads(),
                    outcome.shape().jvm(),
                    outcome.shape().suspensions(),
                    outcome.shape().suspensions() / outcome.committing(),
                    outcome.perSecond(),
                    outcome.perSecond() / one(outcomes, outcome.shape()).perSecond(),
                    outcome.perSecond() / partners.one(),
                    outcome.perSecond() / partners.parallel(),
                    outcome.endToEnd());
        }
        Table times = Table.begin(
                "",
                "workers × threads",
                "JVM",
                "a thread's ms for each delivery",
                "NAS and accounting",
                "RADIUS' tables",
                "contracts' database",
                "the rest",
                "CPU of the worker, ms");
        for (Outcome outcome : outcomes) {
            double radius = outcome.milliseconds(outcome.waits().radiusDatabase());
            double nas = outcome.milliseconds(outcome.waits().delivering()) - radius;
            double contracts = outcome.milliseconds(outcome.waits().contractDatabase());
            times.row(
                    "%s | %s | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f",
                    outcome.shape().threads(),
                    outcome.shape().jvm(),
                    outcome.threadTime(),
                    nas,
                    radius,
                    contracts,
                    outcome.threadTime() - nas - radius - contracts,
                    outcome.milliseconds(outcome.cpu()));
        }
    }
}
