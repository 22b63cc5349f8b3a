package io.silverdata.contract.arch.seeded.internal;

import io.silverdata.contract.arch.seeded.Contracts;

/** The facade uses it, and it uses the facade. */
public record InternalThatKnowsTheFacade(Contracts contracts) {}
