package io.silverdata.contract.report;

import io.silverdata.contract.model.ContractId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one event changes for billing. A reader who keeps segments removes those of the contract that begin on {@code from} or
 * later, and adds {@code segments}; one who keeps facts removes those named in {@code voided}, and adds {@code oneOffs}. Doing so
 * again changes nothing. Nothing is ever edited otherwise.
 *
 * @param contract whose
 * @param version of the contract at the event; with the contract it identifies the revision
 * @param recordedAt when it became known
 * @param from the day from which on everything said before is replaced; empty if no segment changes
 * @param segments what is owed from that day on, in order
 * @param oneOffs what may be charged once, in the order in which it happened
 * @param voided the ids of facts that were told before and are no longer right: what was charged for them is to be given back
 */
public record Revision(
        ContractId contract,
        long version,
        Instant recordedAt,
        Optional<LocalDate> from,
        List<Segment> segments,
        List<OneOff> oneOffs,
        List<String> voided) {

    public Revision {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(from, "from");
        segments = List.copyOf(segments);
        oneOffs = List.copyOf(oneOffs);
        voided = List.copyOf(voided);
    }
}
