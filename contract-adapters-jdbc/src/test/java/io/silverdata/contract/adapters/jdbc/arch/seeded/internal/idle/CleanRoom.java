package io.silverdata.contract.adapters.jdbc.arch.seeded.internal.idle;

public final class CleanRoom {
    public CleanRoom() {}

    public int answer() {
        return 42;
    }
}
