package io.silverdata.contract.memory;

import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.spi.WorkQueue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A queue, and every lease that it ever gave. */
record Desk(WorkQueue work, List<WorkLease> given) {
    Desk {
        given = new ArrayList<>(given);
    }

    static Desk of(WorkQueue work) {
        return new Desk(work, List.of());
    }

    /** Leases counted from the last, one of each contract. */
    List<WorkLease> given(Set<Integer> ago) {
        Map<Object, WorkLease> leases = new HashMap<>();
        ago.stream()
                .sorted()
                .map(places -> given.size() - places)
                .filter(index -> index >= 0)
                .map(given::get)
                .forEach(lease -> leases.putIfAbsent(lease.contract(), lease));
        return List.copyOf(leases.values());
    }
}
