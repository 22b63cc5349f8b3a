package io.silverdata.contract.arch.seeded.feasibility;

import io.silverdata.contract.arch.seeded.allocation.AllocationThatAssesses;

/** Half of a cycle. */
public record FeasibilityThatAllocates(Class<AllocationThatAssesses> other) {}
