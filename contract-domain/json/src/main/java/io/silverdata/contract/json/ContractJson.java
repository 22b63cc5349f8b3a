package io.silverdata.contract.json;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.query.ContractSummary;

/**
 * Contracts, events and rejections as people and other programs read them: for a web host, a message, a file.
 *
 * <p>Times are ISO 8601 in UTC, as {@code 2026-03-02T10:15:30Z}; days as {@code 2026-03-02}; money as {@code 24.90 USD}, bandwidth as
 * {@code 100 Mbit/s}, lengths as {@code 85 m}, powers as {@code -21.45 dBm}, shares as {@code 50.00 %}; identities as people write them, such as
 * {@code NAP-0042#7} or {@code olt-1:0/2/7}. Surrogates are escaped. A field that has nothing to say is left out; a reader passes over
 * fields that it does not know and takes the stored form of a value as well.
 *
 * <p>Within a major version fields are added and neither renamed nor removed. Safe for use by any number of threads.
 */
public final class ContractJson {
    private ContractJson() {}

    /** All facts of a contract, and what follows from them: status, enforcement, when something is due next, states of delivery. */
    public static String write(Contract contract) {
        return JsonText.write(Form.SHOWN, SnapshotJson.SNAPSHOT, contract.snapshot());
    }

    /**
     * Reads a contract. What follows from the facts is not read.
     *
     * @throws InvalidJsonException if it is no such text
     */
    public static Contract readContract(String json) {
        return Contract.restore(JsonText.read("a contract", SnapshotJson.SNAPSHOT, json));
    }

    /** What a list shows of a contract. */
    public static String write(ContractSummary summary) {
        return JsonText.write(Form.SHOWN, SummaryJson.SUMMARY, summary);
    }

    /**
     * Reads a summary.
     *
     * @throws InvalidJsonException if it is no such text
     */
    public static ContractSummary readSummary(String json) {
        return JsonText.read("a contract summary", SummaryJson.SUMMARY, json);
    }

    /** An event with its place in the life of its contract: {@code type}, {@code contract}, {@code version}, metadata, {@code data}. */
    public static String write(RecordedEvent event) {
        return EventJson.envelope(event.event()).write(event);
    }

    /**
     * Reads an event with its place.
     *
     * @throws InvalidJsonException if it is no such text, or of a type that this version does not know
     */
    public static RecordedEvent readRecordedEvent(String json) {
        return EventJson.envelope(EventEnvelope.typeOf(json)).read(json);
    }

    /** What happened: {@code type} and {@code data}. */
    public static String write(ContractEvent event) {
        return EventJson.envelope(event).write(event);
    }

    /**
     * Reads what happened.
     *
     * @throws InvalidJsonException if it is no such text, or of a type that this version does not know
     */
    public static ContractEvent readEvent(String json) {
        return EventJson.envelope(EventEnvelope.typeOf(json)).readBare(json);
    }

    /**
     * Why something was refused: {@code code}, {@code message}, {@code field} if it is about a value of the caller, and {@code values}: what the
     * message names, as {@link RejectionView#values} has it.
     */
    public static String write(Rejection rejection) {
        return JsonText.write(Form.SHOWN, RejectionJson::write, RejectionView.of(rejection));
    }
}
