package io.silverdata.contract.model;

import com.google.common.collect.ComparisonChain;
import io.vavr.control.Either;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,63}):(\\d{1,3})/(\\d{1,3})/(\\d{1,3})");

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
        Matcher form = FORM.matcher(text);
        if (!form.matches() || number(form, 2) > MOST || number(form, 3) > MOST || number(form, 4) > MOST) {
            return Either.left(new Rejection.InvalidValue(
                    "ponPort", text, "olt:frame/slot/port with numbers of 0 to 255, as olt-1:0/2/7"));
        }
        return Either.right(new PonPortId(new OltId(form.group(1)), number(form, 2), number(form, 3), number(form, 4)));
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

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }
}
