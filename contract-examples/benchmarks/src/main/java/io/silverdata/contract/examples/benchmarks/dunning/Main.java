package io.silverdata.contract.examples.benchmarks.dunning;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.dunning.DunningDecision;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryCustomers;
import io.silverdata.contract.memory.InMemoryDebts;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.runs.DunningCount;
import io.silverdata.contract.runs.DunningRun;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.Selection;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;

/** Runs the comparison, and prints a table in Markdown. Ends with an error if the two do not decide the same. */
@CommandLine.Command(
        name = "contract-examples-bench-dunning",
        mixinStandardHelpOptions = true,
        description =
                "Measures the dunning policy beside a hand-written loop over numbers, and a dry run of all contracts.")
public final class Main implements Callable<Integer> {
    private static final int KINDS = 6;

    @CommandLine.Option(names = "--contracts", defaultValue = "1000000", description = "how many, default a million")
    private int contracts;

    @CommandLine.Option(names = "--rounds", defaultValue = "9", description = "of each, by turns, default 9")
    private int rounds;

    private Main() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() {
        Town town = new Town(contracts);
        List<PlainDebtor> plain = new ArrayList<>();
        for (int i = 0; i < contracts; i++) {
            plain.add(PlainDebtor.of(town.contracts.get(i), town.facts.get(i), Town.ZONE));
        }
        PlainDebtor.Rules rules = new PlainDebtor.Rules(
                Town.POLICY.steps(),
                Town.POLICY.calendar().day(Town.NOW).toEpochDay(),
                Town.NOW.getEpochSecond(),
                Town.POLICY.calendar().allows(Town.NOW));
        long[] loop = new long[rounds];
        long[] policy = new long[rounds];
        long[] run = new long[rounds];
        Contracts facade = facade(town);
        long[] expected = plainly(plain, rules);
        for (int round = 0; round < rounds; round++) {
            loop[round] = time(() -> plainly(plain, rules), expected);
            policy[round] = time(() -> byPolicy(town), expected);
            run[round] = time(() -> byDryRun(facade), expected);
        }
        System.out.printf(
                Locale.ROOT,
                "%d contracts: %s (nothing, lift, close, notify, cut, cancel)%n%n",
                contracts,
                Arrays.toString(expected));
        System.out.println("| | a second of processor time | ns each | times the loop |");
        System.out.println("|---|--:|--:|--:|");
        print("hand-written loop over numbers", loop, loop);
        print("DunningPolicy.evaluate", policy, loop);
        print("runDunning, dry: counted once, run once", run, loop);
        return 0;
    }

    private static long[] plainly(List<PlainDebtor> debtors, PlainDebtor.Rules rules) {
        long[] counts = new long[KINDS];
        for (PlainDebtor debtor : debtors) {
            counts[debtor.decide(rules)]++;
        }
        return counts;
    }

    private static long[] byPolicy(Town town) {
        long[] counts = new long[KINDS];
        for (int i = 0; i < town.contracts.size(); i++) {
            DunningDecision decision = Town.POLICY
                    .evaluate(town.facts.get(i), town.contracts.get(i), Town.NOW)
                    .get();
            counts[decision.match(KindOf.KIND)]++;
        }
        return counts;
    }

    private static long[] byDryRun(Contracts facade) {
        DunningRun run = facade.runs().dunning(Selection.live(), true, RunLimits.none());
        State state = State.MORE;
        while (state != State.FINISHED) {
            state = run.advance(10_000, item -> {}).state();
        }
        DunningCount count = run.preview().count();
        return new long[] {
            count.nothing(), count.lifted(), count.closed(), count.notified(), count.cut(), count.cancelled()
        };
    }

    private static Contracts facade(Town town) {
        InMemoryStorage storage = new InMemoryStorage();
        InMemoryDebts debts = new InMemoryDebts();
        for (int i = 0; i < town.contracts.size(); i++) {
            storage.contracts().save(town.contracts.get(i), 0);
            debts.put(town.contracts.get(i).id(), town.facts.get(i));
        }
        return Contracts.builder()
                .storage(storage)
                .customers(new InMemoryCustomers())
                .plans(new InMemoryPlans())
                .radius(new InMemoryAccess())
                .olts(new InMemoryLine())
                .debts(debts)
                .dunning(Town.POLICY)
                .clock(Clock.fixed(Town.NOW, Town.ZONE))
                .zone(Town.ZONE)
                .build();
    }

    private static long time(Supplier<long[]> work, long[] expected) {
        // processor time of this thread: other work on the machine does not count, nor does the collector's
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

    private void print(String what, long[] took, long[] loop) {
        double median = median(took);
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %.1f | %.1f |%n",
                what,
                contracts / median * 1e9,
                median / contracts,
                median / median(loop));
    }

    private static double median(long[] took) {
        long[] sorted = took.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
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
        public Integer on(DunningDecision.Close decision) {
            return 2;
        }

        @Override
        public Integer on(DunningDecision.Nothing decision) {
            return 0;
        }
    }
}
