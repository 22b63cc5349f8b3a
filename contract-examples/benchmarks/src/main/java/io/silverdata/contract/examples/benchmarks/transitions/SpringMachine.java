package io.silverdata.contract.examples.benchmarks.transitions;

import java.util.EnumSet;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.support.DefaultStateMachineContext;
import reactor.core.publisher.Mono;

/**
 * Spring Statemachine without bean factory, listeners or monitors. A machine is reset to begin in another state, in the
 * steps of the library's own {@code DefaultStateMachinePersister}.
 */
final class SpringMachine implements Machine {
    private final Subscriber subscriber = new Subscriber(false);
    private final Mono<Message<Step>> suspension = event(Step.SUSPEND);
    private final Mono<Message<Step>> lift = event(Step.LIFT_HOLD);
    private final Mono<Message<Step>> activation = event(Step.ACTIVATE);
    private final DefaultStateMachineContext<Phase, Step> storedActive = stored(Phase.ACTIVE);
    private final StateMachine<Phase, Step> restored = build();
    private final StateMachine<Phase, Step> kept = build();
    private final StateMachine<Phase, Step> cancelled = build();

    SpringMachine() {
        restore(kept, storedActive);
        restore(cancelled, stored(Phase.CANCELLED));
    }

    @Override
    public Object suspend() {
        restore(restored, storedActive);
        return send(restored, suspension);
    }

    @Override
    public Object suspendAndLift() {
        send(kept, suspension);
        return send(kept, lift);
    }

    @Override
    public Object refuse() {
        return send(cancelled, activation);
    }

    @Override
    public Phase phaseOf(Object answer) {
        return (Phase) answer;
    }

    private static Phase send(StateMachine<Phase, Step> machine, Mono<Message<Step>> event) {
        machine.sendEvent(event).blockLast();
        return machine.getState().getId();
    }

    private static void restore(StateMachine<Phase, Step> machine, DefaultStateMachineContext<Phase, Step> stored) {
        machine.stopReactively().block();
        machine.getStateMachineAccessor()
                .doWithAllRegions(
                        region -> region.resetStateMachineReactively(stored).block());
        machine.startReactively().block();
    }

    private StateMachine<Phase, Step> build() {
        try {
            StateMachineBuilder.Builder<Phase, Step> builder = StateMachineBuilder.builder();
            builder.configureStates().withStates().initial(Phase.NONE).states(EnumSet.allOf(Phase.class));
            for (Edge edge : Edge.values()) {
                builder.configureTransitions()
                        .withExternal()
                        .source(edge.from())
                        .target(edge.to())
                        .event(edge.step())
                        .guard(context -> subscriber.permits());
            }
            return builder.build();
        } catch (Exception e) {
            throw new IllegalStateException("Spring Statemachine takes no configuration", e);
        }
    }

    private static Mono<Message<Step>> event(Step step) {
        return Mono.just(MessageBuilder.withPayload(step).build());
    }

    private static DefaultStateMachineContext<Phase, Step> stored(Phase phase) {
        return new DefaultStateMachineContext<>(phase, null, null, null);
    }
}
