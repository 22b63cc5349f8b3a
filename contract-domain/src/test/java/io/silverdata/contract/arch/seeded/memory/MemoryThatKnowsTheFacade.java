package io.silverdata.contract.arch.seeded.memory;

import io.silverdata.contract.arch.seeded.Contracts;

record MemoryThatKnowsTheFacade(Contracts contracts) {}
