package io.silverdata.contract.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Either;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What identifiers may look like, with a regular expression for each as the specification. */
class RuleProperties {

    private record Kind(String name, Function<String, Either<Rejection.InvalidValue, ?>> parse, String specification) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final String PON_PORT = "([A-Za-z0-9][A-Za-z0-9._-]{0,63}):"
            + "(?=\\d{1,3}/)0*(\\d{1,2}|1\\d\\d|2[0-4]\\d|25[0-5])/"
            + "(?=\\d{1,3}/)0*(\\d{1,2}|1\\d\\d|2[0-4]\\d|25[0-5])/"
            + "(?=\\d{1,3}$)0*(\\d{1,2}|1\\d\\d|2[0-4]\\d|25[0-5])";

    private static final List<Kind> KINDS = List.of(
            new Kind("olt", OltId::parse, "[A-Za-z0-9][A-Za-z0-9._-]{0,63}"),
            new Kind("splitter", SplitterId::parse, "[A-Za-z0-9][A-Za-z0-9._-]{0,63}"),
            new Kind("plan", PlanId::parse, "[A-Za-z0-9][A-Za-z0-9._:-]{0,63}"),
            new Kind("customer", CustomerId::parse, "[A-Za-z0-9][A-Za-z0-9._:@-]{0,63}"),
            new Kind("profile", ProfileName::parse, "[A-Za-z0-9][A-Za-z0-9 ._:/-]{0,63}"),
            new Kind("number", ContractNumber::parse, "[A-Z0-9][A-Z0-9./-]{0,31}"),
            new Kind("key", IdempotencyKey::parse, "[!-~]{1,128}"),
            new Kind("actor", Actor::parse, "[^\\p{Cntrl}\\p{Cs}]{1,128}"),
            new Kind("ponPort", PonPortId::parse, PON_PORT));

    @Property(tries = 5_000)
    void text_is_taken_just_if_it_fits_the_expression(@ForAll("texts") String text) {
        for (Kind kind : KINDS) {
            assertThat(kind.parse().apply(text).isRight())
                    .as("%s \"%s\"", kind, text)
                    .isEqualTo(text.matches(kind.specification()));
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> alike = Arbitraries.strings()
                .withChars("AZaz09._:@/-# !~\u007f\u0000\u001f\u0080\u00e9\u0660\ud83d\ude00_")
                .ofMaxLength(6);
        return Arbitraries.oneOf(
                alike,
                Arbitraries.of(1, 31, 32, 33, 63, 64, 65, 127, 128, 129)
                        .flatMap(length -> Arbitraries.of("A", "a", "é", "😀").map(one -> one.repeat(length))),
                ponPorts(),
                Arbitraries.strings().ofMaxLength(4));
    }

    private static Arbitrary<String> ponPorts() {
        Arbitrary<String> numbers =
                Arbitraries.of("0", "7", "007", "255", "256", "0255", "99", "999", "", "-1", "+1", "x", "\u0661");
        return Combinators.combine(Arbitraries.of("olt-1", "", "-", "a:b", "a/b"), numbers, numbers, numbers)
                .as((olt, frame, slot, port) -> olt + ":" + frame + "/" + slot + "/" + port);
    }
}
