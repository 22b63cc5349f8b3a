package io.silverdata.contract.examples.benchmarks.transitions;

import org.squirrelframework.foundation.fsm.AnonymousCondition;
import org.squirrelframework.foundation.fsm.StateMachineBuilder;
import org.squirrelframework.foundation.fsm.StateMachineBuilderFactory;
import org.squirrelframework.foundation.fsm.StateMachineData;
import org.squirrelframework.foundation.fsm.impl.AbstractStateMachine;

/**
 * squirrel-foundation. A machine loads saved data to begin in another state: that costs less than a new machine. What
 * it refuses, it ignores unless told otherwise.
 */
final class SquirrelMachine implements Machine {
    private final Subscriber subscriber = new Subscriber(false);
    private final Fsm restored;
    private final Fsm kept;
    private final Fsm cancelled;
    private final StateMachineData.Reader<Fsm, Phase, Step, Subscriber> savedActive;

    SquirrelMachine() {
        StateMachineBuilder<Fsm, Phase, Step, Subscriber> builder = builder();
        restored = started(builder, Phase.ACTIVE);
        kept = started(builder, Phase.ACTIVE);
        cancelled = started(builder, Phase.CANCELLED);
        savedActive = restored.dumpSavedData();
    }

    @Override
    public Object suspend() {
        if (!restored.loadSavedData(savedActive)) {
            throw new IllegalStateException("the machine is in use");
        }
        restored.fire(Step.SUSPEND, subscriber);
        return restored.getCurrentState();
    }

    @Override
    public Object suspendAndLift() {
        kept.fire(Step.SUSPEND, subscriber);
        kept.fire(Step.LIFT_HOLD, subscriber);
        return kept.getCurrentState();
    }

    @Override
    public Object refuse() {
        cancelled.fire(Step.ACTIVATE, subscriber);
        return cancelled.getCurrentState();
    }

    @Override
    public Phase phaseOf(Object answer) {
        return (Phase) answer;
    }

    private Fsm started(StateMachineBuilder<Fsm, Phase, Step, Subscriber> builder, Phase phase) {
        Fsm machine = builder.newStateMachine(phase);
        machine.start(subscriber);
        return machine;
    }

    private static StateMachineBuilder<Fsm, Phase, Step, Subscriber> builder() {
        StateMachineBuilder<Fsm, Phase, Step, Subscriber> builder =
                StateMachineBuilderFactory.create(Fsm.class, Phase.class, Step.class, Subscriber.class);
        for (Edge edge : Edge.values()) {
            builder.externalTransition()
                    .from(edge.from())
                    .to(edge.to())
                    .on(edge.step())
                    .when(new Permits());
        }
        return builder;
    }

    /** The library makes instances by reflection. */
    static final class Fsm extends AbstractStateMachine<Fsm, Phase, Step, Subscriber> {}

    private static final class Permits extends AnonymousCondition<Subscriber> {
        @Override
        public boolean isSatisfied(Subscriber subscriber) {
            return subscriber.permits();
        }
    }
}
