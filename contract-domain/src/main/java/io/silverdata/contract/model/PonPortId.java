package io.silverdata.contract.model;

import com.google.common.collect.ComparisonChain;
import io.vavr.control.Either;
import java.util.Objects;

/**
 * A port of an OLT card that feeds one passive optical network: frame (shelf), slot and port as the vendor counts them.
 * Written {@code olt-1:0/2/7}.
 *
 * @param olt the OLT
 * @param frame 0 to 255
 * @param slot 0 to 255
 * @param port 0 to 255
 */
public record PonPortId(OltId olt, int frame, int slot, int port) implements Comparable<PonPortId> {
    private static final int MOST = 255;
    private static final int MAX_DIGITS = 3;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public PonPortId {
        Objects.requireNonNull(olt, "olt");
        Rule.range("frame", frame, 0, MOST);
        Rule.range("slot", slot, 0, MOST);
        Rule.range("port", port, 0, MOST);
    }

    /**
     * Reads {@code olt:frame/slot/port}.
     *
     * @return the port, or what is wrong with the text
     */
    public static Either<Rejection.InvalidValue, PonPortId> parse(String text) {
        int frame = text.indexOf(':') + 1;
        int slot = text.indexOf('/', frame) + 1;
        int port = text.indexOf('/', slot) + 1;
        Either<Rejection.InvalidValue, OltId> olt = OltId.parse(text.substring(0, Math.max(0, frame - 1)));
        boolean fits = frame > 0
                && slot > 0
                && port > 0
                && olt.isRight()
                && isNumber(text, frame, slot - 1)
                && isNumber(text, slot, port - 1)
                && isNumber(text, port, text.length());
        return fits
                ? Either.right(new PonPortId(
                        olt.get(),
                        number(text, frame, slot - 1),
                        number(text, slot, port - 1),
                        number(text, port, text.length())))
                : Either.left(new Rejection.InvalidValue(
                        "ponPort", text, "olt:frame/slot/port with numbers of 0 to 255, as olt-1:0/2/7"));
    }

    @Override
    public int compareTo(PonPortId other) {
        return ComparisonChain.start()
                .compare(olt, other.olt)
                .compare(frame, other.frame)
                .compare(slot, other.slot)
                .compare(port, other.port)
                .result();
    }

    @Override
    public String toString() {
        return olt + ":" + frame + "/" + slot + "/" + port;
    }

    private static boolean isNumber(String text, int from, int to) {
        return to > from
                && to - from <= MAX_DIGITS
                && Rule.DIGIT.matchesAllOf(text.subSequence(from, to))
                && number(text, from, to) <= MOST;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
