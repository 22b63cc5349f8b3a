package io.silverdata.contract.memory;

import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.spi.WorkQueue;
import java.util.ArrayList;
import java.util.List;

/** A queue, and every lease that it ever gave. */
record Desk(WorkQueue work, List<WorkLease> given) {
    Desk {
        given = new ArrayList<>(given);
    }

    static Desk of(WorkQueue work) {
        return new Desk(work, List.of());
    }
}
