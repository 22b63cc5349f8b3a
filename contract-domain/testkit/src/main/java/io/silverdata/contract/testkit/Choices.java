package io.silverdata.contract.testkit;

import java.util.List;
import java.util.Random;

/**
 * A source of chance that is a list of choices. A property that draws the list, and not a seed, can shrink it: a shorter list of
 * smaller numbers is a shorter and plainer life. Once the choices are used up, every further one is the first of its kind.
 *
 * <pre>{@code
 * @Provide
 * Arbitrary<Choices> choices() {
 *     return Arbitraries.integers()
 *             .withDistribution(RandomDistribution.uniform())
 *             .list()
 *             .ofMaxSize(400)
 *             .withSizeDistribution(RandomDistribution.uniform())
 *             .map(Choices::new);
 * }
 * }</pre>
 *
 * <p>For use by one thread, once.
 */
public final class Choices extends Random {
    private static final long serialVersionUID = 1L;

    private final transient List<Integer> choices;
    private transient int used;

    /** Chooses as the list says, then the first of each kind. */
    public Choices(List<Integer> choices) {
        super(0);
        this.choices = List.copyOf(choices);
    }

    @Override
    protected int next(int bits) {
        int choice = used < choices.size() ? choices.get(used) : 0;
        used++;
        return choice >>> (Integer.SIZE - bits);
    }

    @Override
    public String toString() {
        return "Choices" + choices;
    }
}
