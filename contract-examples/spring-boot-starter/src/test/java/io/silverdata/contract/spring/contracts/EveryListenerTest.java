package io.silverdata.contract.spring.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.listener.CommandReport;
import io.silverdata.contract.listener.ContractsListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EveryListenerTest {
    private final List<CommandReport> told = new ArrayList<>();
    private final CommandReport report =
            new CommandReport("suspend", Optional.empty(), Optional.empty(), false, Duration.ofMillis(3));

    @Test
    void a_listener_that_fails_keeps_no_other_from_its_report() {
        ContractsListener every = new EveryListener(List.of(
                throwing(new IllegalStateException("a listener fails")),
                throwing(new NoSuchMethodError("of another version")),
                keeping()));

        every.onCommand(report);

        assertThat(told).containsExactly(report);
    }

    private ContractsListener keeping() {
        return new ContractsListener() {
            @Override
            public void onCommand(CommandReport command) {
                told.add(command);
            }
        };
    }

    private static ContractsListener throwing(Throwable failure) {
        return new ContractsListener() {
            @Override
            public void onCommand(CommandReport command) {
                if (failure instanceof RuntimeException exception) {
                    throw exception;
                }
                throw (Error) failure;
            }
        };
    }
}
