package io.silverdata.contract.adapters.olt.vsol;

import io.silverdata.contract.adapters.olt.spi.OnuOptics;
import io.silverdata.contract.model.OpticalPower;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Optical powers as text: {@code 0.03 mW (-14.61 dBm)}, {@code -13.518(dBm)}, {@code -23.46}, or tenths, {@code -234}, each
 * from another firmware.
 */
final class TextPower {
    private static final Pattern WITH_UNIT =
            Pattern.compile("(-?\\d{1,6}(?:\\.\\d{1,6})?)\\s*\\(?\\s*dBm", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile("-?\\d{1,6}(?:\\.\\d{1,6})?");

    /** Whole numbers beyond are tenths: no optical module measures less than -50 dBm. */
    private static final int MAX_WHOLE = 50;

    private TextPower() {}

    /** The power, or nothing where the text has none: {@code N/A}, {@code --}, {@code 0.00 mW (-inf dBm)}. */
    static Optional<OpticalPower> parse(String text) {
        Matcher withUnit = WITH_UNIT.matcher(text);
        if (withUnit.find()) {
            return OnuOptics.plausible(OptionalDouble.of(Double.parseDouble(withUnit.group(1))));
        }
        String bare = text.strip();
        return BARE.matcher(bare).matches() ? ofNumber(bare) : Optional.empty();
    }

    private static Optional<OpticalPower> ofNumber(String number) {
        double value = Double.parseDouble(number);
        boolean tenths = number.indexOf('.') < 0 && Math.abs(value) > MAX_WHOLE;
        return value == 0 ? Optional.empty() : OnuOptics.plausible(OptionalDouble.of(tenths ? value / 10 : value));
    }
}
