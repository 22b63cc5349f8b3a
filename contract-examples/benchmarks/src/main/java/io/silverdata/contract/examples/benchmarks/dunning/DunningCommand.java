package io.silverdata.contract.examples.benchmarks.dunning;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.dunning.DunningDecision;
import io.silverdata.contract.examples.benchmarks.harness.Rounds;
import io.silverdata.contract.examples.benchmarks.harness.Samples;
import io.silverdata.contract.examples.benchmarks.harness.Table;
import io.silverdata.contract.examples.benchmarks.harness.Turns;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryCustomers;
import io.silverdata.contract.memory.InMemoryDebts;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.runs.DunningCount;
import io.silverdata.contract.runs.DunningRun;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ends with an error if the three ways do not decide the same. See docs/dunning.md. */
@Command(
        name = "dunning",
        description = "The dunning policy beside a hand-written loop over numbers, and a dry run of all contracts.")
public final class DunningCommand implements Callable<Integer> {
    private static final int KINDS = 6;
    private static final int PAGE = 10_000;

    @Option(names = "--contracts", paramLabel = "N", description = "How many. Default: ${DEFAULT-VALUE}.")
    private int contracts = 1_000_000;

    @Option(names = "--rounds", paramLabel = "N", description = "Counted rounds. Default: ${DEFAULT-VALUE}.")
    private int rounds = 9;

    @Override
    public Integer call() throws Exception {
        Debtors debtors = new Debtors(contracts);
        List<PlainDebtor> plain = new ArrayList<>();
        for (int i = 0; i < contracts; i++) {
            plain.add(PlainDebtor.of(debtors.contracts.get(i), debtors.facts.get(i), Debtors.ZONE));
        }
        PlainDebtor.Rules rules = new PlainDebtor.Rules(
                Debtors.POLICY.steps(),
                Debtors.POLICY.calendar().day(Debtors.NOW).toEpochDay(),
                Debtors.NOW.getEpochSecond(),
                Debtors.POLICY.calendar().allows(Debtors.NOW));
        Contracts facade = facade(debtors);
        long[] expected = plainly(plain, rules);
        List<Turns<Double>> turns = new Rounds<Double>()
                .with("hand-written loop over numbers", round -> time(() -> plainly(plain, rules), expected))
                .with("DunningPolicy.evaluate", round -> time(() -> byPolicy(debtors), expected))
                .with("dunning, dry: counted once, run once", round -> time(() -> byDryRun(facade), expected))
                .run(rounds);
        Table.line(
                "%d contracts: %s (nothing, lift, close, notify, cut, cancel)", contracts, Arrays.toString(expected));
        Table table = Table.begin("", "<", "a second of processor time", "ns each", "times the loop");
        Samples loop = turns.get(0).samples(Double::doubleValue);
        for (Turns<Double> way : turns) {
            Samples nanoseconds = way.samples(Double::doubleValue);
            table.row(
                    "%s | %,.0f | %.1f | %.1f",
                    way.title(),
                    contracts / nanoseconds.median() * 1e9,
                    nanoseconds.median() / contracts,
                    nanoseconds.over(loop).median());
        }
        return 0;
    }

    private static long[] plainly(List<PlainDebtor> debtors, PlainDebtor.Rules rules) {
        long[] counts = new long[KINDS];
        for (PlainDebtor debtor : debtors) {
            counts[debtor.decide(rules)]++;
        }
        return counts;
    }

    private static long[] byPolicy(Debtors debtors) {
        long[] counts = new long[KINDS];
        for (int i = 0; i < debtors.contracts.size(); i++) {
            DunningDecision decision = Debtors.POLICY
                    .evaluate(debtors.facts.get(i), debtors.contracts.get(i), Debtors.NOW)
                    .get();
            counts[decision.match(KindOf.KIND)]++;
        }
        return counts;
    }

    private static long[] byDryRun(Contracts facade) {
        DunningRun run = facade.runs().dunning(Selection.live(), true, RunLimits.none());
        RunState state;
        do {
            state = run.advance(PAGE, item -> {}).state();
        } while (state != RunState.FINISHED);
        DunningCount count = run.preview().count();
        return new long[] {
            count.nothing(), count.lifted(), count.closed(), count.notified(), count.cut(), count.cancelled()
        };
    }

    private static Contracts facade(Debtors debtors) {
        InMemoryStorage storage = new InMemoryStorage();
        InMemoryDebts debts = new InMemoryDebts();
        for (int i = 0; i < debtors.contracts.size(); i++) {
            storage.contracts().save(debtors.contracts.get(i), 0);
            debts.put(debtors.contracts.get(i).id(), debtors.facts.get(i));
        }
        return Contracts.builder()
                .storage(storage)
                .customers(new InMemoryCustomers())
                .plans(new InMemoryPlans())
                .radius(new InMemoryAccess())
                .olts(new InMemoryLine())
                .debts(debts)
                .dunning(Debtors.POLICY)
                .clock(Clock.fixed(Debtors.NOW, Debtors.ZONE))
                .zone(Debtors.ZONE)
                .build();
    }

    /** Nanoseconds of processor time: other work on the machine does not count, nor does the collector's. */
    private static double time(Supplier<long[]> work, long[] expected) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        long[] counts = work.get();
        long took = threads.getCurrentThreadCpuTime() - begun;
        if (!Arrays.equals(counts, expected)) {
            throw new IllegalStateException(
                    "decided " + Arrays.toString(counts) + " instead of " + Arrays.toString(expected));
        }
        return took;
    }

    /** Which of the kinds that {@link PlainDebtor} numbers. */
    private enum KindOf implements DunningDecision.Cases<Integer> {
        KIND;

        @Override
        public Integer on(DunningDecision.Notify decision) {
            return 3;
        }

        @Override
        public Integer on(DunningDecision.Enforce decision) {
            return 4;
        }

        @Override
        public Integer on(DunningDecision.Cancel decision) {
            return 5;
        }

        @Override
        public Integer on(DunningDecision.Lift decision) {
            return 1;
        }

        @Override
        public Integer on(DunningDecision.Keep decision) {
            throw new IllegalStateException("no debtor is held more strictly than by the ladder");
        }

        @Override
        public Integer on(DunningDecision.Ease decision) {
            throw new IllegalStateException("no debtor has a debt that would cut less");
        }

        @Override
        public Integer on(DunningDecision.Close decision) {
            return 2;
        }

        @Override
        public Integer on(DunningDecision.Nothing decision) {
            return 0;
        }
    }
}
