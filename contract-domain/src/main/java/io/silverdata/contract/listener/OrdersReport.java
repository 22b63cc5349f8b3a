package io.silverdata.contract.listener;

import io.silverdata.contract.model.OltId;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Orders that were carried out together.
 *
 * @param olt by which OLT; by RADIUS if empty
 * @param orders how many, 1 or more
 * @param applied how many the network does as told
 * @param took how long all of them took, with reading back what was not known
 */
public record OrdersReport(Optional<OltId> olt, int orders, int applied, Duration took) {

    public OrdersReport {
        Objects.requireNonNull(olt, "olt");
        Objects.requireNonNull(took, "took");
    }
}
