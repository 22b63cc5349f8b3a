package io.silverdata.contract.arch.seeded.memory;

import io.silverdata.contract.arch.seeded.internal.Hidden;

/** Uses what is hidden, and shows it. */
public record MemoryThatUsesInternals(Hidden hidden) {}
