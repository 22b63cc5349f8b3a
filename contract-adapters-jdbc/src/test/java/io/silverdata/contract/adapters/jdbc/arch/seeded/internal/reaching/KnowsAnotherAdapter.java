package io.silverdata.contract.adapters.jdbc.arch.seeded.internal.reaching;

import io.silverdata.contract.adapters.radius.seeded.AnotherAdapter;

final class KnowsAnotherAdapter {
    AnotherAdapter other() {
        return new AnotherAdapter();
    }
}
