package io.silverdata.contract.spi;

import io.silverdata.contract.report.Revision;
import java.util.List;
import java.util.Objects;

/**
 * Part of the billing feed.
 *
 * @param revisions for each contract in order of version
 * @param end where to go on
 */
public record RevisionPage(List<Revision> revisions, EventCursor end) {

    public RevisionPage {
        revisions = List.copyOf(revisions);
        Objects.requireNonNull(end, "end");
    }
}
