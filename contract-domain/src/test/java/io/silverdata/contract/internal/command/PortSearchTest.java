package io.silverdata.contract.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.Operator;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.spi.ClaimOutcome;
import io.silverdata.contract.spi.Plant;
import io.silverdata.contract.spi.Storage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Outputs that look free and are taken when they are claimed: others were faster and have not committed yet. */
class PortSearchTest {

    @Test
    void goes_on_beyond_the_first_outputs_while_others_are_faster() {
        Operator operator = new Operator(32, 64);
        Set<SplitterOutputId> taken = new HashSet<>();
        Contracts contracts = contracts(operator, crowded(operator.storage, taken, 31));

        Contract contract =
                contracts.signUp(Operator.signUp(1), Operator.STAFF).get().contract();

        SplitterOutputId port = contract.line().orElseThrow().ports().splitterOutput();
        assertThat(taken).hasSize(31).doesNotContain(port);
        assertThat(port.splitter()).isEqualTo(Operator.NEAR);
    }

    @Test
    void passes_over_outputs_that_others_are_just_taking_and_waits_for_them_when_there_is_no_other() {
        Operator operator = new Operator(4, 64);
        Set<SplitterOutputId> busy = new HashSet<>();
        Plant plant = wrapped(Plant.class, operator.storage.plant(), (name, arguments) -> {
            if (!name.equals("claimUnlessBusy")) {
                return null;
            }
            busy.add((SplitterOutputId) arguments[0]);
            return Optional.empty();
        });
        Storage storage =
                wrapped(Storage.class, operator.storage, (name, arguments) -> name.equals("plant") ? plant : null);
        Contracts contracts = contracts(operator, storage);

        Contract contract =
                contracts.signUp(Operator.signUp(1), Operator.STAFF).get().contract();

        assertThat(busy).hasSize(4);
        assertThat(busy).contains(contract.line().orElseThrow().ports().splitterOutput());
    }

    private static Contracts contracts(Operator operator, Storage storage) {
        return operator.builder(storage, operator.new Radius(), operator.new Lines())
                .build();
    }

    /** A storage in whose plant the first so many outputs that are claimed turn out to be taken. */
    private static Storage crowded(Storage storage, Set<SplitterOutputId> taken, int max) {
        Plant plant = wrapped(Plant.class, storage.plant(), (name, arguments) -> {
            boolean lost = name.equals("claimUnlessBusy") && taken.size() < max;
            return lost && taken.add((SplitterOutputId) arguments[0]) ? Optional.of(ClaimOutcome.TAKEN) : null;
        });
        return wrapped(Storage.class, storage, (name, arguments) -> name.equals("plant") ? plant : null);
    }

    private interface Answers {
        @org.jspecify.annotations.Nullable
        Object to(String method, Object[] arguments);
    }

    private static <T> T wrapped(Class<T> type, T target, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object answer = answers.to(method.getName(), arguments == null ? new Object[0] : arguments);
                    if (answer != null) {
                        return answer;
                    }
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
