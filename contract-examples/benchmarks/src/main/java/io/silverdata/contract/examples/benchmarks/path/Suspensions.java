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
 * Suspensions end to end: committed by a bulk command, then delivered by workers in processes of their own, each to RADIUS' tables and
 * with a Disconnect to a NAS that answers after 10 ms. Beside them radclient, who sends one Disconnect after the other to the same NAS.
 */
final class Suspensions {
    private static final Duration NAS_TAKES = Duration.ofMillis(10);
    private static final int PAGE = 1_000;
    private static final int PARTNERS = 1_000;
    private static final int WARM_UP = 200;

    private final PostgresPeer server;
    private final int each;
    private final int ofOneThread;
    private final int threads;

    /**
     * Suspensions.
     *
     * @param each with one worker, and with three
     * @param ofOneThread with one worker of a single thread
     * @param threads of each worker otherwise
     */
    Suspensions(PostgresPeer server, int each, int ofOneThread, int threads) {
        this.server = server;
        this.each = each;
        this.ofOneThread = ofOneThread;
        this.threads = threads;
    }

    private record Shape(int workers, int threads, int suspensions) {}

    private record Outcome(Shape shape, double committing, double delivering, Host.Waits waits) {
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
            return delivering * 1e3 * shape.workers() * shape.threads() / shape.suspensions();
        }
    }

    void run() throws Exception {
        List<Shape> shapes =
                List.of(new Shape(1, 1, ofOneThread), new Shape(1, threads, each), new Shape(3, threads, each));
        int all = shapes.stream()
                .mapToInt(shape -> shape.suspensions() + WARM_UP * shape.workers())
                .sum();
        try (HikariDataSource contracts = server.database("path", 2);
                HikariDataSource radius = server.empty("radius", 2)) {
            FreeRadiusTables.create(radius);
            try (AccountingNas nas = new AccountingNas(NAS_TAKES, server.url("radius"));
                    Host host = new Host(
                            server.url("path"), server.url("radius"), nas.address(), new InMemoryLine(), 1, "bulk")) {
                host.publishPlans();
                Logins.copy(radius, host.radius(), all);
                ContractCopies copies = new ContractCopies(contracts, 10_000, 64);
                copies.begin();
                copies.add(0, all);
                copies.settle();
                double partner =
                        new RadClientProcess(nas.address(), 1).send(PARTNERS).perSecond();
                List<Outcome> outcomes = new ArrayList<>();
                int first = 0;
                for (Shape shape : shapes) {
                    outcomes.add(measure(host, nas, shape, first));
                    first += shape.suspensions() + WARM_UP * shape.workers();
                }
                print(outcomes, partner);
            }
        }
    }

    private Outcome measure(Host host, AccountingNas nas, Shape shape, int first) throws Exception {
        List<WorkerProcess> workers = new ArrayList<>();
        try {
            for (int n = 0; n < shape.workers(); n++) {
                workers.add(new WorkerProcess(
                        server.url("path"), server.url("radius"), nas.address(), shape.threads(), "worker-" + n));
            }
            int warmUp = WARM_UP * shape.workers();
            suspend(host, "warm-up-" + first, first, warmUp);
            deliver(workers);
            double committing = suspend(host, "suspend-" + first, first + warmUp, shape.suspensions());
            List<WorkerProcess.Done> done = new ArrayList<>();
            double delivering = Timing.seconds(() -> done.addAll(deliver(workers)));
            long delivered =
                    done.stream().mapToLong(WorkerProcess.Done::delivered).sum();
            long left = host.storage().work().depth(Instant.now()).waiting();
            if (delivered != shape.suspensions()) {
                throw new IllegalStateException("delivered " + delivered + " of " + shape + ", waiting " + left);
            }
            return new Outcome(
                    shape,
                    committing,
                    delivering,
                    done.stream().map(WorkerProcess.Done::waits).reduce(new Host.Waits(0, 0, 0), Host.Waits::plus));
        } finally {
            workers.forEach(WorkerProcess::close);
        }
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
    private static double suspend(Host host, String name, int first, int count) throws Exception {
        List<ContractId> some = IntStream.range(first, first + count)
                .mapToObj(ContractCopies::id)
                .toList();
        BulkRun run = host.contracts()
                .runs()
                .bulk(
                        name,
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

    private static void print(List<Outcome> outcomes, double partner) {
        Table rates = Table.begin(
                "Suspensions, a NAS that answers after 10 ms",
                "workers",
                "threads of each",
                "suspensions",
                "committed a second, one thread",
                "delivered a second",
                "for each worker",
                "times one worker",
                String.format(Locale.ROOT, "for each thread, times radclient -p 1 (%,.0f/s)", partner),
                "committed and delivered a second");
        for (Outcome outcome : outcomes) {
            Shape shape = outcome.shape();
            double one = outcomes.stream()
                    .filter(other ->
                            other.shape().workers() == 1 && other.shape().threads() == shape.threads())
                    .findFirst()
                    .orElseThrow()
                    .perSecond();
            rates.row(
                    "%d | %d | %,d | %,.0f | %,.0f | %,.0f | %.2f | %.2f | %,.0f",
                    shape.workers(),
                    shape.threads(),
                    shape.suspensions(),
                    shape.suspensions() / outcome.committing(),
                    outcome.perSecond(),
                    outcome.perSecond() / shape.workers(),
                    outcome.perSecond() / one,
                    outcome.perSecond() / shape.workers() / shape.threads() / partner,
                    outcome.endToEnd());
        }
        Table times = Table.begin(
                "",
                "workers",
                "threads of each",
                "a thread's ms for each delivery",
                "NAS and accounting",
                "RADIUS' tables",
                "contracts' database",
                "the rest");
        for (Outcome outcome : outcomes) {
            double radius = outcome.milliseconds(outcome.waits().radiusDatabase());
            double nas = outcome.milliseconds(outcome.waits().delivering()) - radius;
            double contracts = outcome.milliseconds(outcome.waits().contractDatabase());
            times.row(
                    "%d | %d | %.1f | %.1f | %.1f | %.1f | %.1f",
                    outcome.shape().workers(),
                    outcome.shape().threads(),
                    outcome.threadTime(),
                    nas,
                    radius,
                    contracts,
                    outcome.threadTime() - nas - radius - contracts);
        }
    }
}
