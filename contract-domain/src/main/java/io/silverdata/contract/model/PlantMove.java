package io.silverdata.contract.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A plan to splice splitters to other PON ports while contracts have outputs of them.
 *
 * @param name by which it is kept and called; 1 to 91 printable ASCII characters without spaces
 * @param splitters 1 or more, each once, none of which another of them feeds
 * @param notBefore before this time nothing is done
 */
public record PlantMove(String name, List<SplitterMove> splitters, Instant notBefore) {
    private static final Rule NAME =
            Rule.of("name", "[!-~]{1,91}", "1 to 91 printable ASCII characters without spaces");

    /**
     * Checks name and splitters.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public PlantMove {
        NAME.check(name);
        splitters = List.copyOf(splitters);
        Objects.requireNonNull(notBefore, "notBefore");
        long different =
                splitters.stream().map(SplitterMove::splitter).distinct().count();
        if (splitters.isEmpty() || different < splitters.size()) {
            throw new IllegalArgumentException(
                    new Rejection.InvalidValue("splitters", splitters.toString(), "1 or more, each once").message());
        }
    }
}
