package io.silverdata.contract.spi;

import io.silverdata.contract.model.CoexistenceChange;
import java.util.List;

/** Who switched what is written to, and when. Changes are added, and never changed or removed. */
public interface CoexistenceLog {

    /**
     * Adds a change.
     *
     * @throws ConflictException of the kind SERIALIZATION if there is one of this revision
     */
    void append(CoexistenceChange change);

    /**
     * The changes after a revision, in their order. Workers ask this about once a second: without a change it costs a look-up by key.
     *
     * @param revision 0 for all
     * @param max how many at most, 1 or more
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    List<CoexistenceChange> after(long revision, int max);
}
