package io.silverdata.contract.examples.benchmarks.transitions;

import com.alibaba.cola.statemachine.StateMachine;
import com.alibaba.cola.statemachine.builder.StateMachineBuilder;
import com.alibaba.cola.statemachine.builder.StateMachineBuilderFactory;

/** COLA keeps no state: the caller says the source with each event. The default callback ignores what is refused. */
final class ColaMachine implements Machine {
    private final StateMachine<Phase, Step, Subscriber> machine = build();
    private final Subscriber subscriber = new Subscriber(false);
    private Phase kept = Phase.ACTIVE;

    @Override
    public Object suspend() {
        return machine.fireEvent(Phase.ACTIVE, Step.SUSPEND, subscriber);
    }

    @Override
    public Object suspendAndLift() {
        kept = machine.fireEvent(kept, Step.SUSPEND, subscriber);
        kept = machine.fireEvent(kept, Step.LIFT_HOLD, subscriber);
        return kept;
    }

    @Override
    public Object refuse() {
        return machine.fireEvent(Phase.CANCELLED, Step.ACTIVATE, subscriber);
    }

    @Override
    public Phase phaseOf(Object answer) {
        return (Phase) answer;
    }

    private static StateMachine<Phase, Step, Subscriber> build() {
        StateMachineBuilder<Phase, Step, Subscriber> builder = StateMachineBuilderFactory.create();
        for (Edge edge : Edge.values()) {
            builder.externalTransition()
                    .from(edge.from())
                    .to(edge.to())
                    .on(edge.step())
                    .when(Subscriber::permits)
                    .perform((from, to, step, subscriber) -> {});
        }
        return builder.build("contract");
    }
}
