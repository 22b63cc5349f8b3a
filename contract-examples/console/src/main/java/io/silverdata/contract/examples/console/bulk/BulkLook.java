package io.silverdata.contract.examples.console.bulk;

import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.model.CustomerId;
import java.util.List;
import java.util.Optional;

/**
 * What a bulk command would be done to. Nothing was written.
 *
 * @param selected how many contracts fit
 * @param live how many contracts are live
 * @param allowed how many may be touched under the limits
 * @param hurts whether it takes service away, so that a person types the number
 * @param first the first of them, and whether each would take the command
 */
public record BulkLook(long selected, long live, long allowed, boolean hurts, List<Row> first) {

    /** A contract, with why it would refuse the command, if it would. */
    public record Row(
            String contract,
            String number,
            CustomerId customer,
            String status,
            String plan,
            Optional<Phrase> refusal) {}

    /** Whether the limits let it run. */
    public boolean isAllowed() {
        return selected <= allowed;
    }
}
