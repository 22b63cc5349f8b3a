package io.silverdata.contract.json;

import com.fasterxml.jackson.core.JsonToken;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.Billability;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Discount;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.OpticalPower;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** Quantities: stored as whole numbers of their smallest unit, shown with the unit that people use. */
final class UnitJson {
    private static final int HUNDREDTHS = 2;
    private static final int LONGEST = 24;

    /** Bits per second; shown as {@code 100 Mbit/s}. */
    static final Json<Bandwidth> BANDWIDTH =
            quantity(Bandwidth::bitsPerSecond, Bandwidth::new, text -> Parsed.valid(Bandwidth.parse(text)));

    /** Metres; shown as {@code 85 m}. */
    static final Json<Distance> DISTANCE =
            quantity(Distance::metres, Distance::new, text -> new Distance(number(text, " m", 0)));

    /** Hundredths; shown as {@code -21.45 dBm}. */
    static final Json<OpticalPower> POWER = quantity(
            OpticalPower::hundredthsDbm,
            dbm -> new OpticalPower(Math.toIntExact(dbm)),
            text -> new OpticalPower(Math.toIntExact(number(text, " dBm", HUNDREDTHS))));

    /** Hundredths; shown as {@code 3.20 dB}. */
    static final Json<Decibels> DECIBELS = quantity(
            Decibels::hundredths,
            ratio -> new Decibels(Math.toIntExact(ratio)),
            text -> new Decibels(Math.toIntExact(number(text, " dB", HUNDREDTHS))));

    /** Hundredths of a percent; shown as {@code 12.50 %}. */
    static final Json<Billability> BILLABILITY = quantity(
            Billability::basisPoints,
            basisPoints -> new Billability(Math.toIntExact(basisPoints)),
            text -> new Billability(Math.toIntExact(number(text, " %", HUNDREDTHS))));

    /** Hundredths of a percent; shown as {@code 12.50 %}. */
    static final Json<Discount.PercentOff> PERCENT_OFF = quantity(
            Discount.PercentOff::basisPoints,
            basisPoints -> new Discount.PercentOff(Math.toIntExact(basisPoints)),
            text -> new Discount.PercentOff(Math.toIntExact(number(text, " %", HUNDREDTHS))));

    private UnitJson() {}

    private static <T> Json<T> quantity(ToLongFunction<T> amount, LongFunction<T> of, Function<String, T> parse) {
        return Json.twoForms(Json.number(amount, of), JsonToken.VALUE_STRING, Json.text(Object::toString, parse));
    }

    private static long number(String text, String unit, int decimals) {
        if (!text.endsWith(unit) || text.length() > LONGEST) {
            throw new IllegalArgumentException("a number with the unit" + unit + " is needed");
        }
        try {
            return new BigDecimal(text.substring(0, text.length() - unit.length()))
                    .movePointRight(decimals)
                    .longValueExact();
        } catch (ArithmeticException | NumberFormatException notANumber) {
            throw new IllegalArgumentException("a number with the unit" + unit + " is needed", notANumber);
        }
    }
}
