package io.silverdata.contract.examples.benchmarks.transitions;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;

/** stateless4j. With the state outside of the machine, one machine serves every contract of a thread. */
final class Stateless4jMachine implements Machine {
    private final Subscriber subscriber = new Subscriber(false);
    private Phase stored = Phase.ACTIVE;
    private final StateMachine<Phase, Step> restored =
            new StateMachine<>(Phase.ACTIVE, () -> stored, phase -> stored = phase, configuration());
    private final StateMachine<Phase, Step> kept = new StateMachine<>(Phase.ACTIVE, configuration());
    private final StateMachine<Phase, Step> cancelled = new StateMachine<>(Phase.CANCELLED, configuration());

    Stateless4jMachine() {
        // The default throws; a callback that does nothing is the cheapest refusal there is.
        cancelled.onUnhandledTrigger((phase, step) -> {});
    }

    @Override
    public Object suspend() {
        stored = Phase.ACTIVE;
        restored.fire(Step.SUSPEND);
        return stored;
    }

    @Override
    public Object suspendAndLift() {
        kept.fire(Step.SUSPEND);
        kept.fire(Step.LIFT_HOLD);
        return kept.getState();
    }

    @Override
    public Object refuse() {
        cancelled.fire(Step.ACTIVATE);
        return cancelled.getState();
    }

    @Override
    public Phase phaseOf(Object answer) {
        return (Phase) answer;
    }

    private StateMachineConfig<Phase, Step> configuration() {
        StateMachineConfig<Phase, Step> configuration = new StateMachineConfig<>();
        for (Edge edge : Edge.values()) {
            configuration.configure(edge.from()).permitIf(edge.step(), edge.to(), subscriber::permits);
        }
        return configuration;
    }
}
