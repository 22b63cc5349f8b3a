package io.silverdata.contract.testkit.simulation;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.testkit.ContractFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One run: a calm beginning, a time in which everything goes wrong, rest; then lasting trouble of one device, and rest. */
final class Run {
    private static final CommandContext STAFF = CommandContext.by("staff", Trigger.ADMIN);
    private static final int SUBSCRIBERS = 4;
    private static final int WORKERS = 2;
    private static final int HOSTS = 2;
    private static final int COMMANDS = 6;
    private static final int CALLS = 8;
    private static final int MOST_DEATHS = 3;
    private static final int MANY = 1_000;
    private static final Duration LONGEST_REST = Duration.ofHours(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final Timeline timeline;
    private final Trouble trouble;
    private final Town town;
    private final Laws laws;
    private int deaths;

    Run(SimulatedPorts ports, Random choices) {
        timeline = new Timeline(choices, ContractFixtures.START);
        trouble = new Trouble(timeline);
        town = new Town(ports);
        laws = new Laws(town);
    }

    List<String> story() {
        return timeline.story();
    }

    long steps() {
        return timeline.steps();
    }

    void run() throws Throwable {
        SimulatedProcess calm = process("calm", () -> {});
        HostProgram host = new HostProgram(calm, town, timeline);
        for (int n = 1; n <= SUBSCRIBERS; n++) {
            host.signUp(n);
        }
        rest(calm);

        everythingGoesWrong();
        tell("From here on nothing goes wrong.");
        trouble.setLasting(call -> Optional.empty());
        settle(calm);

        lastingTrouble(calm, host);
        settle(calm);
    }

    private void everythingGoesWrong() throws Throwable {
        for (int n = 1; n <= HOSTS; n++) {
            SimulatedProcess process = process("host " + n, () -> deaths++);
            timeline.add(
                    process.name(), process, () -> new HostProgram(process, town, timeline).give(COMMANDS));
        }
        for (int n = 1; n <= WORKERS; n++) {
            addWorker("worker " + n);
        }
        timeline.run();
    }

    private void addWorker(String name) {
        SimulatedProcess process = process(name, () -> {
            deaths++;
            addWorker(name + "'");
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
            timeline.sleep(Duration.ofSeconds(10));
        }
    }

    private SimulatedProcess process(String name, Runnable afterDeath) {
        return new SimulatedProcess(name, town, timeline, trouble, () -> deaths < MOST_DEATHS, afterDeath);
    }

    /** Until nothing is left to do; then what was given up is tried again by staff. */
    private void settle(SimulatedProcess calm) {
        rest(calm);
        laws.inSyncUnlessFailed();
        for (ContractId id : laws.failed()) {
            tell("Staff tries " + id + " again.");
            calm.contracts().worker().retryProvisioning(id, STAFF);
        }
        rest(calm);
        laws.everythingAsWanted();
    }

    private void rest(SimulatedProcess calm) {
        Instant end = timeline.now().plus(LONGEST_REST);
        while (true) {
            deliver(calm);
            QueueDepth depth = town.ports().storage().work().depth(timeline.now());
            if (depth.due() + depth.waiting() + depth.leased() == 0) {
                return;
            }
            if (timeline.now().isAfter(end)) {
                throw new LawBroken(LawBroken.Law.DELIVERED, "after " + LONGEST_REST + " there is left: " + depth);
            }
            timeline.sleep(Duration.ofSeconds(30));
        }
    }

    private static void deliver(SimulatedProcess calm) {
        calm.contracts().worker().applyDue(MANY);
        calm.contracts().worker().deliverPending(MANY);
    }

    private void tell(String sentence) {
        timeline.tell(sentence);
    }

    private void lastingTrouble(SimulatedProcess calm, HostProgram host) {
        LastingTrouble lasting = timeline.one(LastingTrouble.all(laws.contracts()));
        tell("From here on " + lasting.words() + ".");
        trouble.setLasting(lasting::answer);
        for (ContractId id : town.contracts()) {
            host.change(id);
        }
        for (int n = SUBSCRIBERS + 1; n <= Town.NAMES; n++) {
            host.signUp(n);
        }
        Instant end = timeline.now().plus(LONGEST_WAIT);
        while (timeline.now().isBefore(end)) {
            deliver(calm);
            timeline.sleep(Duration.ofSeconds(15));
        }
        for (Contract contract : laws.contracts()) {
            try {
                lasting.requireDelivered(laws, contract);
            } catch (LawBroken waits) {
                throw new LawBroken(LawBroken.Law.NO_NEEDLESS_WAIT, waits.getMessage());
            }
        }
        tell("From here on every device answers.");
        trouble.setLasting(call -> Optional.empty());
        rest(calm);
        if (lasting.isSilence()) {
        for (ContractId id : laws.failed()) {
            throw new LawBroken(LawBroken.Law.SILENCE_ENDS, id + " is given up");
        }
        }
    }
}
