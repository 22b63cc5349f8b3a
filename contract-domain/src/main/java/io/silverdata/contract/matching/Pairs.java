package io.silverdata.contract.matching;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Pairs of two kinds of things, with the reasons why they may belong together. Things are found by what they have in common, so that not
 * each is compared with each.
 */
final class Pairs<L, R> {
    private final List<L> lefts;
    private final List<R> rights;
    private final Map<Pair, Set<Reason>> reasons = new LinkedHashMap<>();

    /** Two things, by where they stand in their lists: to compare things would cost more than to pair them. */
    private record Pair(int left, int right) {}

    /** Makes a proposal of a pair. */
    interface Maker<L, R> {
        Proposal proposal(L left, R right, Set<Reason> reasons, Confidence confidence);
    }

    Pairs(List<L> lefts, List<R> rights) {
        this.lefts = lefts;
        this.rights = rights;
    }

    /** Pairs those that have a key in common. */
    <K> Pairs<L, R> with(Reason reason, Function<L, Stream<K>> leftKeys, Function<R, Stream<K>> rightKeys) {
        Map<K, List<Integer>> rightsOf = index(rights, rightKeys);
        index(lefts, leftKeys)
                .forEach((key, some) -> rightsOf.getOrDefault(key, List.of())
                        .forEach(right -> some.forEach(left -> add(left, right, reason))));
        return this;
    }

    /** Pairs those that are the only ones at a place; says of all other pairs whether they are at one place. */
    <K> Pairs<L, R> near(Function<L, Stream<K>> leftPlace, Function<R, Stream<K>> rightPlace) {
        Map<K, List<Integer>> rightsThere = index(rights, rightPlace);
        index(lefts, leftPlace).forEach((place, some) -> {
            List<Integer> others = rightsThere.getOrDefault(place, List.of());
            if (some.size() == 1 && others.size() == 1) {
                add(some.get(0), others.get(0), Reason.ONLY_ONES);
            }
        });
        reasons.forEach((pair, why) -> {
            if (leftPlace
                    .apply(lefts.get(pair.left()))
                    .anyMatch(
                            place -> rightPlace.apply(rights.get(pair.right())).anyMatch(place::equals))) {
                why.add(Reason.SAME_PON_PORT);
            }
        });
        return this;
    }

    /** A proposal for each pair. Where one thing is in several, each is trusted less. */
    List<Proposal> proposals(Maker<L, R> maker) {
        int[] ofLeft = new int[lefts.size()];
        int[] ofRight = new int[rights.size()];
        reasons.keySet().forEach(pair -> {
            ofLeft[pair.left()]++;
            ofRight[pair.right()]++;
        });
        List<Proposal> proposals = new ArrayList<>();
        reasons.forEach((pair, why) -> {
            boolean alone = ofLeft[pair.left()] == 1 && ofRight[pair.right()] == 1;
            proposals.add(
                    maker.proposal(lefts.get(pair.left()), rights.get(pair.right()), why, confidence(why, alone)));
        });
        return proposals;
    }

    private static Confidence confidence(Set<Reason> why, boolean alone) {
        if (!alone) {
            return Confidence.LOW;
        }
        return why.stream().anyMatch(Reason::names) && why.contains(Reason.SAME_PON_PORT)
                ? Confidence.HIGH
                : Confidence.MEDIUM;
    }

    private void add(int left, int right, Reason reason) {
        reasons.computeIfAbsent(new Pair(left, right), any -> EnumSet.noneOf(Reason.class))
                .add(reason);
    }

    private static <T, K> Map<K, List<Integer>> index(List<T> all, Function<T, Stream<K>> keys) {
        Map<K, List<Integer>> index = new LinkedHashMap<>();
        for (int at = 0; at < all.size(); at++) {
            int here = at;
            keys.apply(all.get(at))
                    .distinct()
                    .forEach(key ->
                            index.computeIfAbsent(key, any -> new ArrayList<>()).add(here));
        }
        return index;
    }
}
