package io.silverdata.contract.testkit.simulation;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.model.CoexistenceChange;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.model.WriteMode;
import io.silverdata.contract.model.WriteScope;
import io.silverdata.contract.model.WriteSwitch;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Moves in beside another system: switches what is written to, as chance has it. */
final class SwitchProgram {
    private static final CommandContext STAFF = CommandContext.by("moving in", Trigger.ADMIN);
    private static final List<Duration> WAITS =
            List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(40), Duration.ofMinutes(3));

    private final SimulatedProcess process;
    private final Town town;
    private final Timeline timeline;

    SwitchProgram(SimulatedProcess process, Town town, Timeline timeline) {
        this.process = process;
        this.town = town;
        this.timeline = timeline;
    }

    void give(int switches) {
        for (int n = 0; n < switches; n++) {
            timeline.sleep(timeline.one(WAITS));
            process.beginsCall();
            try {
                giveOne();
            } catch (RuntimeException thrown) {
                timeline.tell(process.name() + ": " + thrown + ".");
            }
        }
    }

    /** The other system has left. */
    void openAll() {
        switchTo(WriteMode.WRITE, new WriteScope.Everything());
    }

    private void giveOne() {
        List<WriteScope> scopes = new ArrayList<>();
        scopes.add(new WriteScope.Everything());
        scopes.add(new WriteScope.Radius());
        Town.olts().forEach(olt -> scopes.add(new WriteScope.Olt(olt)));
        town.contracts().forEach(contract -> scopes.add(new WriteScope.OfContract(contract)));
        switch (timeline.one(List.of(0, 1, 2, 3, 4))) {
            case 0 -> {}
            case 1, 2 -> switchTo(WriteMode.OBSERVE, timeline.one(scopes));
            case 3 -> switchTo(WriteMode.WRITE, timeline.one(scopes));
            default -> switchTo(WriteMode.AS_EVERYTHING, timeline.one(scopes.subList(1, scopes.size())));
        }
    }

    private void switchTo(WriteMode mode, WriteScope scope) {
        Either<Rejection, CoexistenceChange> switched = process.contracts()
                .coexistence()
                .switchTo(WriteSwitch.of(mode, "simulated", scope).restrictingAtMost(Long.MAX_VALUE), STAFF);
        switched.peek(change -> town.switches().acknowledge(change.revision(), timeline.now()));
        timeline.tell(process.name() + " switches " + scope + " to " + mode
                + switched.fold(refusal -> ", which is refused: " + refusal.message(), change -> "") + ".");
    }
}
