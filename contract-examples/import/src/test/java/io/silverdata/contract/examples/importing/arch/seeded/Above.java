package io.silverdata.contract.examples.importing.arch.seeded;

import io.silverdata.contract.examples.importing.arch.seeded.below.Below;

/** Depends on a type below, which depends on this one. */
public record Above(Below below) {
    /** What the type below asks of this one. */
    public interface Asked {}
}
