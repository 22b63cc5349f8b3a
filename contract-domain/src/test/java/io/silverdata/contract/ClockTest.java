package io.silverdata.contract;

import static io.silverdata.contract.Operator.STAFF;
import static io.silverdata.contract.Operator.signUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.spi.ClockAheadException;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.worker.ContractWorker;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A host whose clock runs ahead of the storage's. */
class ClockTest {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Operator operator = Operator.small();
    private final AtomicInteger asked = new AtomicInteger();
    private Instant storageTime = Operator.START;

    private final Storage storage = storageWithClock();
    private final Contracts contracts = operator.builder(storage, operator.new Radius(), operator.new Lines())
            .clockTolerance(TOLERANCE)
            .build();

    @Test
    void that_is_far_ahead_records_nothing_and_is_told() {
        operator.clock.advance(Duration.ofDays(3_650));

        assertThatThrownBy(() -> contracts.signUp(signUp(1), STAFF))
                .isInstanceOf(ClockAheadException.class)
                .hasMessageContaining(storageTime.toString())
                .hasMessageContaining(operator.clock.instant().toString());

        assertThat(storage.events().read(EventCursor.START, 10).events()).isEmpty();
    }

    @Test
    void that_is_a_little_ahead_or_behind_is_taken() {
        operator.clock.advance(TOLERANCE);
        assertThat(contracts.signUp(signUp(1), STAFF).isRight()).isTrue();

        operator.clock.advance(Duration.ofDays(-3));
        assertThat(contracts.signUp(signUp(2), STAFF).isRight()).isTrue();
    }

    @Test
    void is_compared_once_a_minute() {
        contracts.signUp(signUp(1), STAFF);
        contracts.signUp(signUp(2), STAFF);
        assertThat(asked).hasValue(1);

        operator.clock.advance(Duration.ofMinutes(1));
        storageTime = storageTime.plus(Duration.ofMinutes(1));
        contracts.signUp(signUp(3), STAFF);
        assertThat(asked).hasValue(2);
    }

    @Test
    void of_a_test_is_not_compared_unless_a_tolerance_is_set() {
        Contracts unchecked = operator.builder(storage, operator.new Radius(), operator.new Lines())
                .build();
        operator.clock.advance(Duration.ofDays(3_650));

        assertThat(unchecked.signUp(signUp(1), STAFF).isRight()).isTrue();
        assertThat(asked).hasValue(0);
    }

    @Test
    void that_is_ahead_does_not_end_the_lease_of_another_worker() {
        contracts.signUp(signUp(1), STAFF);
        List<Integer> leasedMeanwhile = new ArrayList<>();
        operator.trouble = operation -> {
            operator.clock.advance(TOLERANCE);
            leasedMeanwhile.add(hurried().deliverPending(1).leased());
            operator.clock.advance(TOLERANCE.negated());
            return Optional.empty();
        };
        Contracts patient = operator.builder(storage, operator.new Radius(), operator.new Lines())
                .clockTolerance(TOLERANCE)
                .lease(TOLERANCE.minusSeconds(1))
                .build();

        assertThat(patient.worker().deliverPending(1).confirmed()).isEqualTo(1);

        assertThat(leasedMeanwhile).isNotEmpty().containsOnly(0);
    }

    /** A worker of another process, whose clock is ahead. */
    private ContractWorker hurried() {
        return operator.builder(storage, operator.new Radius(), operator.new Lines())
                .clockTolerance(TOLERANCE)
                .build()
                .worker();
    }

    @Test
    void needs_a_tolerance_that_is_not_negative() {
        ContractsBuilder builder = Contracts.builder();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.clockTolerance(Duration.ofMillis(-1)))
                .withMessageContaining("clockTolerance must be zero or more");
    }

    private Storage storageWithClock() {
        InMemoryStorage kept = operator.storage;
        return (Storage) Proxy.newProxyInstance(
                ClockTest.class.getClassLoader(), new Class<?>[] {Storage.class}, (self, method, arguments) -> {
                    if (method.getName().equals("time")) {
                        asked.incrementAndGet();
                        return Optional.of(storageTime);
                    }
                    return method.invoke(kept, arguments);
                });
    }
}
