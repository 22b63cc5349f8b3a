package io.silverdata.contract.testkit.simulation;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.runs.AuditRun;
import io.silverdata.contract.runs.Extra;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.testkit.ContractFixtures;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Gives commands as chance has it. */
final class HostProgram {
    private static final CommandContext STAFF = CommandContext.by("staff", Trigger.ADMIN);
    private static final int MANY = 1_000;
    private static final List<Duration> WAITS =
            List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofMinutes(2));

    private final SimulatedProcess process;
    private final Town town;
    private final Timeline timeline;

    HostProgram(SimulatedProcess process, Town town, Timeline timeline) {
        this.process = process;
        this.town = town;
        this.timeline = timeline;
    }

    void give(int commands) {
        for (int n = 0; n < commands; n++) {
            timeline.sleep(timeline.one(WAITS));
            process.beginsCall();
            giveOne();
        }
    }

    void signUp(int n) {
        say(
                "signs up with login " + user(n) + " and " + onu(n),
                contracts().signUp(signUp(n, n % Town.ADDRESSES + 1), STAFF));
    }

    void tryAgain(ContractId id) {
        say("tries " + id + " again", contracts().worker().retryProvisioning(id, STAFF));
    }

    /** One command on a contract that changes what the network should do, if it is accepted. */
    void change(ContractId id) {
        switch (timeline.one(List.of(0, 1, 2, 3, 4, 5))) {
            case 0 -> {}
            case 1 -> suspend(id);
            case 2 -> lift(id);
            case 3 -> rename(id);
            case 4 -> relocate(id);
            default -> changePlan(id);
        }
    }

    private void giveOne() {
        List<ContractId> known = town.contracts();
        ContractId id = timeline.one(known);
        try {
            switch (timeline.one(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12))) {
                case 0 -> {}
                case 12 -> suspend(id);
                case 1, 2 -> lift(id);
                case 3 -> changePlan(id);
                case 4 -> relocate(id);
                case 5 -> swap(id);
                case 6 -> rename(id);
                case 7 -> say("cancels " + id, contracts().cancel(id, CancellationReason.CUSTOMER_REQUEST, STAFF));
                case 8 -> {
                    int n = anyName();
                    say(
                            "signs up with login " + user(n) + " and " + onu(n),
                            contracts().signUp(signUp(n, anyAddress()), STAFF));
                }
                case 9 -> removeExtra();
                case 10 ->
                    say(
                            "reports drift of " + id,
                            contracts()
                                    .reportDrift(
                                            id,
                                            timeline.one(List.of(NetworkTarget.values())),
                                            new Drift(Drift.Kind.MISSING, "simulated"),
                                            STAFF));
                default -> tryAgain(id);
            }
        } catch (RuntimeException thrown) {
            timeline.tell(process.name() + ": " + thrown + ".");
        }
    }

    private void suspend(ContractId id) {
        Enforcement enforcement = timeline.one(List.of(Enforcement.values()));
        say(
                "suspends " + id + " to " + enforcement,
                contracts()
                        .suspend(
                                id,
                                Suspension.of(SuspensionReason.ADMINISTRATIVE).enforcing(enforcement),
                                STAFF));
    }

    private void lift(ContractId id) {
        say("lifts the hold of " + id, contracts().liftHold(id, SuspensionReason.ADMINISTRATIVE, STAFF));
    }

    private void changePlan(ContractId id) {
        PlanId plan = timeline.one(Town.plans()).id();
        say(
                "changes the plan of " + id + " to " + plan,
                contracts().changePlan(id, plan, PlanChangeTiming.IMMEDIATELY, STAFF));
    }

    private void relocate(ContractId id) {
        int address = anyAddress();
        say("relocates " + id + " to address " + address, contracts().relocate(id, Town.address(address), STAFF));
    }

    private void swap(ContractId id) {
        OnuSerial onu = onu(anyName());
        say("gives " + id + " " + onu, contracts().swapOnu(id, onu, STAFF));
    }

    private void rename(ContractId id) {
        RadiusUser user = user(anyName());
        say("gives " + id + " login " + user, contracts().renameLogin(id, user, STAFF));
    }

    private void removeExtra() {
        int n = anyName();
        Extra extra =
                timeline.one(List.of(new Extra.Login(user(n)), new Extra.Onu(Town.registration(anyAddress(), n))));
        process.steadily(() -> say("removes " + extra, contracts().runs().removeExtra(extra, STAFF)));
    }

    /** Removes what an audit finds, if its removal failed before and no contract owes it any more. */
    void removeLeftOver() {
        List<Extra> extras = new ArrayList<>();
        AuditRun audit = contracts()
                .runs()
                .audit(Selection.all(), STAFF)
                .searchingExtras()
                .begin();
        RunState state;
        do {
            state = audit.advance(
                            MANY, item -> item.extra().filter(town::isLeftOver).ifPresent(extras::add))
                    .state();
        } while (state == RunState.MORE);
        extras.forEach(extra -> say(
                "removes " + extra + ", which was left over", contracts().runs().removeExtra(extra, STAFF)));
    }

    private <T> void say(String what, Either<Rejection, T> outcome) {
        timeline.tell(process.name() + " " + what
                + outcome.fold(refusal -> ", which is refused: " + refusal.message(), done -> "") + ".");
    }

    private Contracts contracts() {
        return process.contracts();
    }

    private int anyName() {
        return 1 + timeline.one(List.of(0, 1, 2, 3, 4, 5, 6));
    }

    private int anyAddress() {
        return 1 + timeline.one(List.of(0, 1, 2, 3));
    }

    private static SignUp signUp(int name, int address) {
        return new SignUp(
                NewContract.of(
                        ContractFixtures.customer(name), Town.plans().get(0).id(), Town.address(address)),
                onu(name),
                user(name));
    }

    private static OnuSerial onu(int n) {
        return ContractFixtures.onu(n);
    }

    private static RadiusUser user(int n) {
        return ContractFixtures.radiusUser(n);
    }
}
