package io.silverdata.contract.adapters.radius.profile;

import io.silverdata.contract.adapters.radius.internal.Checks;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;

/** How makers write rates. */
final class RateText {
    private static final long KILO = 1_000;
    private static final long MEGA = 1_000_000;
    private static final long MAX_32_BITS = 0xFFFF_FFFFL;

    private RateText() {}

    /** In the largest unit in which it is whole: {@code 100M}, {@code 1500k}, {@code 64001}. */
    static String shortest(Bandwidth rate) {
        long bits = rate.bitsPerSecond();
        return bits % MEGA == 0 ? bits / MEGA + "M" : bits % KILO == 0 ? bits / KILO + "k" : Long.toString(bits);
    }

    /** A number of 32 bits that counts bit/s. */
    static Either<Rejection.InvalidValue, String> bits(String field, Bandwidth rate) {
        return rate.bitsPerSecond() <= MAX_32_BITS
                ? Either.right(Long.toString(rate.bitsPerSecond()))
                : Either.left(refusal(field, rate, "1 bit/s to " + MAX_32_BITS + " bit/s, which is 32 bits"));
    }

    /** A number that counts kbit/s. */
    static Either<Rejection.InvalidValue, String> kilobits(String field, Bandwidth rate) {
        return rate.bitsPerSecond() % KILO == 0
                ? Either.right(Long.toString(rate.bitsPerSecond() / KILO))
                : Either.left(refusal(field, rate, "whole kbit/s"));
    }

    /** A name with {@code {down}} and {@code {up}} in it, for example {@code fiber-{down}-{up}}: {@code fiber-100M-50M}. */
    static String named(String template, Rates rates) {
        return template.replace("{down}", shortest(rates.download())).replace("{up}", shortest(rates.upload()));
    }

    /** A template in which the rate stands, so that two plans get two names. */
    static String template(String field, String template) {
        Checks.that(
                template.contains("{down}") || template.contains("{up}"),
                field,
                template,
                "a name with {down} or {up}");
        return template;
    }

    private static Rejection.InvalidValue refusal(String field, Bandwidth rate, String allowed) {
        return new Rejection.InvalidValue(field, rate.toString(), allowed);
    }
}
