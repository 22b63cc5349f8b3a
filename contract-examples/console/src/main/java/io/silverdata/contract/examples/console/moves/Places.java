package io.silverdata.contract.examples.console.moves;

import io.silverdata.contract.model.SplicePoint;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterSurvey;
import io.silverdata.contract.spi.Storage;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where the plant has splitters now. */
@Component
class Places {
    private final Storage storage;
    private final Clock clock;

    Places(Storage storage, Clock clock) {
        this.storage = storage;
        this.clock = clock;
    }

    /** What feeds a splitter; empty if there is none of that name. */
    Optional<SplicePoint> of(SplitterId splitter) {
        return storage.plant()
                .survey(splitter, clock.instant())
                .map(SplitterSurvey::splitter)
                .map(SplicePoint::of);
    }
}
