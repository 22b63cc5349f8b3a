package io.silverdata.contract.testkit.simulation;

import io.silverdata.contract.testkit.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Notes what is chosen, so that the same can be chosen again in part. */
final class Recorder extends Random {
    private static final long serialVersionUID = 1L;

    private final transient Random source;
    private final transient List<Integer> made = new ArrayList<>();

    Recorder(long seed) {
        super(0);
        source = new Random(seed);
    }

    Recorder(List<Integer> choices) {
        super(0);
        source = new Choices(choices);
    }

    List<Integer> made() {
        return made;
    }

    @Override
    protected int next(int bits) {
        int choice = source.nextInt();
        made.add(choice);
        return choice >>> (Integer.SIZE - bits);
    }
}
