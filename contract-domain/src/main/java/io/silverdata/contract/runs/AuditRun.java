package io.silverdata.contract.runs;

import java.util.function.Consumer;

/**
 * An audit under way. Keeps in memory what each OLT serves that it has come to; where that is too much, audit one OLT after the
 * other with {@link Selection#onOlt}. Not thread-safe: one caller at a time.
 */
public interface AuditRun {

    /**
     * Compares the next contracts, and after the last one searches for what no contract asks for, if that is wanted. Asks
     * devices, so it may take long.
     *
     * @param max how many contracts, logins or ONUs at most, 1 or more
     * @param each receives every finding, except for what is in sync
     * @return how far it has come, and what to do next
     * @throws IllegalArgumentException if {@code max} is below 1
     * @throws IllegalStateException inside a unit of work: no device may be touched there
     */
    AuditProgress advance(int max, Consumer<AuditItem> each);
}
