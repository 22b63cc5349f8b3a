package io.silverdata.contract.examples.console.reports;

import io.silverdata.contract.model.PortState;
import io.silverdata.contract.spi.Storage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How many outputs the plant has for subscribers. Every output is counted for it, so the number is remembered for ten minutes. Safe for use by
 * any number of threads.
 */
@Component
public class PlantSize {
    private static final Duration FRESH_FOR = Duration.ofMinutes(10);

    private final Storage storage;
    private final Clock clock;
    private volatile Optional<Counted> counted = Optional.empty();

    PlantSize(Storage storage, Clock clock) {
        this.storage = storage;
        this.clock = clock;
    }

    private record Counted(long outputs, Instant at) {}

    /** All outputs that neither feed a splitter nor are kept back. */
    public long outputs() {
        Instant now = clock.instant();
        return counted.filter(known -> known.at().plus(FRESH_FOR).isAfter(now))
                .map(Counted::outputs)
                .orElseGet(() -> count(now));
    }

    private long count(Instant now) {
        long outputs = storage.plant().occupancy(now).stream()
                .flatMap(port -> port.outputs().entrySet().stream())
                .filter(state -> state.getKey() != PortState.BLOCKED)
                .mapToLong(state -> state.getValue())
                .sum();
        counted = Optional.of(new Counted(outputs, now));
        return outputs;
    }
}
