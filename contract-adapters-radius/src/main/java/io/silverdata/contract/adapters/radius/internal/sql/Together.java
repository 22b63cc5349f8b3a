package io.silverdata.contract.adapters.radius.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the same for many in one transaction, and one by one where that fails: then what fails harms itself alone. */
public final class Together {
    private static final Logger LOG = LoggerFactory.getLogger(Together.class);

    /** After so many in a row, the database is the trouble and not what it is asked: each of them may have waited for a lock. */
    private static final int FAILURES_IN_A_ROW = 3;

    private Together() {}

    /**
     * The result of each, in their order.
     *
     * @param work in one transaction, all or nothing
     * @param failure the result of one for which the work failed
     */
    public static <T, R> List<R> each(
            List<T> items, Function<List<T>, List<R>> work, BiFunction<T, RuntimeException, R> failure) {
        if (items.isEmpty()) {
            return List.of();
        }
        try {
            return work.apply(items);
        } catch (RuntimeException failed) {
            if (items.size() == 1 || isOfAll(failed)) {
                return items.stream().map(item -> failure.apply(item, failed)).toList();
            }
            LOG.debug("{} at once failed; now one by one", items.size(), failed);
            return oneByOne(items, work, failure);
        }
    }

    private static <T, R> List<R> oneByOne(
            List<T> items, Function<List<T>, List<R>> work, BiFunction<T, RuntimeException, R> failure) {
        List<R> results = new ArrayList<>();
        int inARow = 0;
        for (T item : items) {
            try {
                results.add(work.apply(List.of(item)).get(0));
                inARow = 0;
            } catch (RuntimeException failed) {
                results.add(failure.apply(item, failed));
                inARow = isOfItself(failed) ? 0 : inARow + 1;
                if (failed instanceof DatabaseException of
                        && !of.mayBeCommitted()
                        && (of.isUnreachable() || inARow == FAILURES_IN_A_ROW)) {
                    items.subList(results.size(), items.size())
                            .forEach(untried -> results.add(failure.apply(untried, failed)));
                    return results;
                }
            }
        }
        return results;
    }

    private static boolean isOfAll(RuntimeException failed) {
        return failed instanceof DatabaseException of && (of.isUnreachable() || of.mayBeCommitted());
    }

    /** The database answered: it does not take this one. */
    private static boolean isOfItself(RuntimeException failed) {
        return failed instanceof DatabaseException of && of.isForGood();
    }
}
