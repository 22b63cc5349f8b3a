package io.silverdata.contract.adapters.radius.arch.seeded;

import io.silverdata.contract.internal.RandomIds;

record UsesInternals(RandomIds ids) {}
