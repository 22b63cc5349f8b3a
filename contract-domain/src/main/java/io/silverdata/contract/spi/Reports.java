package io.silverdata.contract.spi;

import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.report.KpiOptions;
import io.silverdata.contract.report.KpiReport;
import io.silverdata.contract.report.Segment;
import java.util.function.Consumer;

/**
 * The billing feed and the figures of all contracts. Answers must equal those of {@link
 * io.silverdata.contract.report.BillingFeed} and {@link io.silverdata.contract.report.Kpis} for the same events.
 * Implementations must be safe for use by any number of threads, and throw {@link StorageException} when the storage cannot be
 * reached or fails.
 */
public interface Reports {

    /**
     * Takes events into account that were committed since the last call. {@link #kpis} and {@link #segments} know of no others;
     * a host calls it from its scheduler, and before it asks for figures that must be of this moment.
     *
     * @param max how many events at most, 1 or more
     * @return whether there may be more
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    boolean update(int max);

    /**
     * The figures of a window.
     *
     * @param window days in the operator's zone
     * @throws IllegalArgumentException if the options ask for business hours, and the reports have no calendar of them
     */
    KpiReport kpis(DayRange window, KpiOptions options);

    /**
     * What is owed for some days, one segment after the other, without holding them all.
     *
     * @param days in the operator's zone; segments are cut to them
     * @param reader told of each on the calling thread, contract by contract and in order of days
     */
    void segments(DayRange days, Consumer<Segment> reader);

    /**
     * What changed for billing, for a reader who keeps segments of its own. A change that was committed later than others is
     * never skipped by a reader who has already read those, and reading a page again gives the same revisions. It reads the event
     * log itself and needs no {@link #update}.
     *
     * @param after where the page before ended, or {@link EventCursor#START}
     * @param max how many events to look at, at most, 1 or more
     * @return the page; it ends where it began only if there is nothing more, even if it has no revisions
     * @throws IllegalArgumentException if {@code max} is below 1, or if the cursor is not one of this log
     */
    RevisionPage revisions(EventCursor after, int max);
}
