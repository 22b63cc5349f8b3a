package io.silverdata.contract.memory;

import io.silverdata.contract.model.Drift;
import io.silverdata.contract.spi.Observation;
import java.util.ArrayList;
import java.util.List;

/** In which fields what was found differs from what was wanted. */
final class Differences {
    private final List<String> found = new ArrayList<>();

    <T> Differences compare(String field, T is, T shouldBe) {
        if (!is.equals(shouldBe)) {
            found.add(field + " is " + is + ", should be " + shouldBe);
        }
        return this;
    }

    Observation observation() {
        return found.isEmpty()
                ? new Observation.InSync()
                : new Observation.Drifted(new Drift(Drift.Kind.DIFFERENT, String.join("; ", found)));
    }
}
