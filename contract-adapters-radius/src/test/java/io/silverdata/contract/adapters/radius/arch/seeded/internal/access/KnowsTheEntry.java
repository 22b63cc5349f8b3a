package io.silverdata.contract.adapters.radius.arch.seeded.internal.access;

import io.silverdata.contract.adapters.radius.arch.seeded.Clean;

/** Closes a circle with the entry package. */
public record KnowsTheEntry(Clean entry) {}
