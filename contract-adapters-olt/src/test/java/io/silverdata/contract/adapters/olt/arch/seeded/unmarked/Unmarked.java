package io.silverdata.contract.adapters.olt.arch.seeded.unmarked;

/** In a package that says nothing about null. */
public final class Unmarked {
    private Unmarked() {}
}
