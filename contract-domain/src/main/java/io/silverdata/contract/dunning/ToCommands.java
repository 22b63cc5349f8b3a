package io.silverdata.contract.dunning;

import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.DunningMark;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.SuspensionHold;
import io.silverdata.contract.model.SuspensionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a decision is carried out: the commands on the contract, in order. */
record ToCommands(Contract contract, SuspensionPolicy nonPayment, Money owed)
        implements DunningDecision.Cases<List<Command>> {

    @Override
    public List<Command> on(DunningDecision.Notify decision) {
        return List.of(new Command.TakeDunningStep(decision.mark()));
    }

    @Override
    public List<Command> on(DunningDecision.Enforce decision) {
        List<Command> commands = new ArrayList<>();
        decision.step().ifPresent(mark -> commands.add(new Command.TakeDunningStep(mark)));
        Optional<Enforcement> present = contract.hold(nonPayment.reason()).map(SuspensionHold::enforcement);
        if (present.isEmpty()) {
            commands.add(
                    new Command.Suspend(policyOf(decision.enforcement()), decision.enforcement(), Optional.empty()));
        } else if (present.get().compareTo(decision.enforcement()) < 0) {
            commands.add(new Command.ChangeEnforcement(nonPayment.reason(), decision.enforcement()));
        }
        return commands;
    }

    @Override
    public List<Command> on(DunningDecision.Keep decision) {
        return List.of(new Command.TakeDunningStep(decision.mark()));
    }

    @Override
    public List<Command> on(DunningDecision.Cancel decision) {
        return List.of(
                new Command.TakeDunningStep(decision.mark()),
                new Command.Cancel(CancellationReason.NON_PAYMENT, Optional.of(owed)));
    }

    @Override
    public List<Command> on(DunningDecision.Lift decision) {
        Command lift = new Command.LiftHold(nonPayment.reason());
        return decision.closes() && !taken().isEmpty() ? List.of(lift, new Command.CloseDunning()) : List.of(lift);
    }

    @Override
    public List<Command> on(DunningDecision.Ease decision) {
        return List.of(new Command.ChangeEnforcement(nonPayment.reason(), decision.enforcement()));
    }

    @Override
    public List<Command> on(DunningDecision.Close decision) {
        return List.of(new Command.CloseDunning());
    }

    @Override
    public List<Command> on(DunningDecision.Nothing decision) {
        return List.of();
    }

    /** A hold that leaves the service as it is is there to keep the contract as it is. */
    private SuspensionPolicy policyOf(Enforcement enforcement) {
        return enforcement == Enforcement.NONE
                ? nonPayment
                        .withPlanChange(SuspensionPolicy.PlanChangeRule.REFUSED)
                        .withBlocksTransfer(true)
                : nonPayment;
    }

    private List<DunningMark> taken() {
        return contract.dunning();
    }
}
