package io.silverdata.contract.spring.arch.seeded;

import io.silverdata.contract.internal.delivery.LeasingWorker;

final class ReachesIntoTheLibrary {
    void reach(LeasingWorker worker) {}
}
