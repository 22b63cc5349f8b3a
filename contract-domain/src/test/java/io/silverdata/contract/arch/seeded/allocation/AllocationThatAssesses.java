package io.silverdata.contract.arch.seeded.allocation;

import io.silverdata.contract.arch.seeded.feasibility.FeasibilityThatAllocates;

/** The other half of a cycle. */
public record AllocationThatAssesses(FeasibilityThatAllocates other) {}
