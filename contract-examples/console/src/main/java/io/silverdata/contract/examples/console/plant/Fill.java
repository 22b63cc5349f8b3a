package io.silverdata.contract.examples.console.plant;

import io.silverdata.contract.model.PortState;
import java.util.Map;

/**
 * How full a part of the plant is. Outputs that are blocked or faulty are not sold, and are in no share.
 *
 * @param taken outputs in use, reserved or resting
 * @param free outputs that could be sold
 * @param blocked outputs that are kept back, or feed a splitter
 * @param faulty outputs that are broken
 * @param subscribers contracts that are served, or have a reservation
 * @param limit of subscribers, 0 if there is none
 */
public record Fill(int taken, int free, int blocked, int faulty, int subscribers, int limit) {
    /** Of what has no outputs. */
    static final Fill NONE = new Fill(0, 0, 0, 0, 0, 0);

    private static final int HUNDRED = 100;
    private static final int TEN = 10;

    static Fill of(Map<PortState, Integer> outputs, int limit) {
        int held = outputs.getOrDefault(PortState.IN_USE, 0) + outputs.getOrDefault(PortState.RESERVED, 0);
        return new Fill(
                held + outputs.getOrDefault(PortState.QUARANTINED, 0),
                outputs.getOrDefault(PortState.FREE, 0),
                outputs.getOrDefault(PortState.BLOCKED, 0),
                outputs.getOrDefault(PortState.FAULTY, 0),
                held,
                limit);
    }

    /** The use of both together, within the limit of this. */
    Fill plus(Fill other) {
        return new Fill(
                taken + other.taken,
                free + other.free,
                blocked + other.blocked,
                faulty + other.faulty,
                subscribers + other.subscribers,
                limit);
    }

    /** Outputs that are sold or could be. */
    public int outputs() {
        return taken + free;
    }

    /** How full it is in percent: by outputs or by subscribers, whichever runs out first. */
    public int percent() {
        int byOutputs = outputs() == 0 ? 0 : HUNDRED * taken / outputs();
        int byLimit = limit == 0 ? 0 : HUNDRED * subscribers / limit;
        return Math.min(HUNDRED, Math.max(byOutputs, byLimit));
    }

    /** How many can still be sold. */
    public int left() {
        return limit == 0 ? free : Math.max(0, Math.min(free, limit - subscribers));
    }

    /** 0 to 10, for a colour. */
    public int heat() {
        return percent() / TEN;
    }
}
