package io.silverdata.contract.coexistence;

import io.silverdata.contract.model.Coexistence;
import io.silverdata.contract.model.ContractId;
import java.util.List;
import java.util.Objects;

/**
 * What a switch would come to.
 *
 * @param before what is written to now
 * @param after what would be written to
 * @param contracts how many contracts would be told something at once
 * @param orders how many orders that is
 * @param restricted from how many of them something would be taken away
 * @param first the first orders, those that take something away before the others; at most {@value #MOST_NAMED}
 * @param firstRestricted the first contracts from which something would be taken away; at most {@value #MOST_NAMED}
 * @param unreadable how many contracts wait that cannot be read; they would not be told
 */
public record SwitchPreview(
        Coexistence before,
        Coexistence after,
        long contracts,
        long orders,
        long restricted,
        List<HeldOrder> first,
        List<ContractId> firstRestricted,
        long unreadable) {
    /** How many orders and contracts are named at most. */
    public static final int MOST_NAMED = 100;

    public SwitchPreview {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        first = List.copyOf(first);
        firstRestricted = List.copyOf(firstRestricted);
    }
}
