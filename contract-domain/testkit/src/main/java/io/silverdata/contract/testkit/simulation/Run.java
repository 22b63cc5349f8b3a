package io.silverdata.contract.testkit.simulation;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.testkit.ContractFixtures;
import io.silverdata.contract.testkit.simulation.SimulatedProcess.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One run: a calm beginning, a time in which everything goes wrong, rest; then lasting trouble of one device, and rest. */
final class Run {
    private static final int SUBSCRIBERS = 4;
    private static final int HOSTS = 2;
    private static final int COMMANDS = 6;
    private static final int SWITCHES = 4;
    private static final int CALLS = 8;
    private static final int MOVES = 12;
    private static final int MOST_DEATHS = 3;
    private static final Duration PERIOD = Duration.ofSeconds(20);
    private static final int MANY = 1_000;
    private static final Duration LONGEST_REST = Duration.ofHours(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(12);

    private final Timeline timeline;
    private final Trouble trouble;
    private final Town town;
    private final Laws laws;
    private int deaths;

    Run(SimulatedPorts ports, Random choices) {
        timeline = new Timeline(choices, ContractFixtures.START);
        town = new Town(ports);
        trouble = new Trouble(timeline, town);
        laws = new Laws(town);
    }

    List<String> story() {
        return timeline.story();
    }

    long steps() {
        return timeline.steps();
    }

    void run() throws Throwable {
        calmly((calm, host) -> {
            for (int n = 1; n <= SUBSCRIBERS; n++) {
                host.signUp(n);
            }
            rest(calm);
        });
        everythingGoesWrong();
        calmly((calm, host) -> new SwitchProgram(calm, town, timeline).openAll());
        calmly(this::settle);
        withLastingTrouble();
        calmly(this::settle);
    }

    /** What one process does while nothing else goes on. */
    private interface Calm {
        void act(SimulatedProcess process, HostProgram host);
    }

    private void calmly(Calm program) throws Throwable {
        SimulatedProcess calm = process("calm", Kind.WORKER, () -> {});
        timeline.add("calm", calm, () -> program.act(calm, new HostProgram(calm, town, timeline)));
        timeline.run(true);
    }

    private void everythingGoesWrong() throws Throwable {
        for (int n = 1; n <= HOSTS; n++) {
            SimulatedProcess process = process("host " + n, Kind.HOST, () -> deaths++);
            timeline.add(process.name(), process, () -> new HostProgram(process, town, timeline).give(COMMANDS));
        }
        SimulatedProcess moving = process("moving", Kind.HOST, () -> deaths++);
        timeline.add(moving.name(), moving, () -> new SwitchProgram(moving, town, timeline).give(SWITCHES));
        addEngineer("engineer");
        addWorker("worker 1", Kind.WORKER);
        addWorker("worker 2", Kind.WORKER_WITH_EXECUTOR);
        timeline.run(false);
        timeline.tell("From here on nothing goes wrong.");
        trouble.setLasting(call -> Optional.empty());
    }

    private void addEngineer(String name) {
        SimulatedProcess process = process(name, Kind.HOST, () -> {
            deaths++;
            addEngineer(name + "'");
        });
        timeline.add(name, process, () -> new PlantEngineer(process, timeline).work(MOVES));
    }

    private void addWorker(String name, Kind kind) {
        SimulatedProcess process = process(name, kind, () -> {
            deaths++;
            addWorker(name + "'", kind);
        });
        timeline.add(name, process, () -> work(process));
    }

    private void work(SimulatedProcess process) {
        for (int call = 0; call < CALLS; call++) {
            process.beginsCall();
            try {
                process.contracts().worker().applyDue(MANY);
                process.contracts().worker().deliverPending(2 + timeline.choose(4));
            } catch (RuntimeException thrown) {
                timeline.tell(process.name() + "'s call fails: " + thrown + ".");
            }
            timeline.sleep(PERIOD);
        }
    }

    private SimulatedProcess process(String name, Kind kind, Runnable afterDeath) {
        return new SimulatedProcess(name, kind, town, timeline, trouble, () -> deaths < MOST_DEATHS, afterDeath);
    }

    /** Until nothing is left to do; then what was given up is tried again by staff. */
    private void settle(SimulatedProcess calm, HostProgram staff) {
        new PlantEngineer(calm, timeline).finish();
        rest(calm);
        laws.inSyncUnlessFailed();
        laws.failed().forEach(staff::tryAgain);
        rest(calm);
        staff.removeLeftOver();
        laws.everythingAsWanted();
    }

    private void rest(SimulatedProcess calm) {
        Instant end = timeline.now().plus(LONGEST_REST);
        while (true) {
            deliver(calm);
            QueueDepth depth = town.ports().storage().work().depth(timeline.now());
            if (depth.due() + depth.waiting() + depth.leased() + depth.held() == 0) {
                return;
            }
            if (timeline.now().isAfter(end)) {
                throw new LawBroken(LawBroken.Law.DELIVERED, "after " + LONGEST_REST + " there is left: " + depth);
            }
            timeline.sleep(PERIOD);
        }
    }

    private static void deliver(SimulatedProcess calm) {
        calm.contracts().worker().applyDue(MANY);
        calm.contracts().worker().deliverPending(MANY);
    }

    private void withLastingTrouble() throws Throwable {
        LastingTrouble lasting = timeline.one(LastingTrouble.all(laws.contracts()));
        timeline.tell("From here on " + lasting.words() + ".");
        trouble.setLasting(lasting::answer);
        calmly((calm, host) -> {
            town.contracts().forEach(host::change);
            for (int n = SUBSCRIBERS + 1; n <= Town.NAMES; n++) {
                host.signUp(n);
            }
            Instant end = timeline.now().plus(LONGEST_WAIT);
            while (timeline.now().isBefore(end)) {
                deliver(calm);
                timeline.sleep(PERIOD);
            }
            laws.contracts().forEach(contract -> requireDelivered(lasting, contract));
        });
        timeline.tell("From here on every device answers.");
        trouble.setLasting(call -> Optional.empty());
        calmly((calm, host) -> {
            rest(calm);
            if (lasting.isSilence() && !laws.failed().isEmpty()) {
                throw new LawBroken(LawBroken.Law.SILENCE_ENDS, "given up: " + laws.failed());
            }
        });
    }

    private void requireDelivered(LastingTrouble lasting, Contract contract) {
        try {
            lasting.requireDelivered(laws, contract);
        } catch (LawBroken waits) {
            throw new LawBroken(LawBroken.Law.NO_NEEDLESS_WAIT, String.valueOf(waits.getMessage()));
        }
    }
}
