package io.silverdata.contract.adapters.radius;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The mark survives FreeRADIUS and its columns, and nothing else is taken for one. */
class MarkProperties {
    @Property(tries = 200)
    void comes_back_as_it_was(@ForAll("marks") Mark mark) {
        assertThat(Mark.parse(mark.text())).contains(mark);
    }

    @Property(tries = 200)
    void comes_back_from_accounting_which_writes_it_in_hexadecimal_into_64_characters(@ForAll("marks") Mark mark) {
        String accounted = "0x" + HexFormat.of().formatHex(mark.text().getBytes(StandardCharsets.US_ASCII));

        assertThat(accounted).hasSizeLessThanOrEqualTo(64);
        assertThat(Mark.parse(accounted)).contains(mark);
    }

    @Property(tries = 500)
    void is_not_seen_in_anything_else(@ForAll String text) {
        assertThat(Mark.parse(text)).isEmpty();
    }

    @Property(tries = 500)
    void text_from_accounting_is_what_the_nas_sent(@ForAll String text) {
        StringBuilder accounted = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean safe = "@abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_: /".indexOf(octet) >= 0;
            accounted.append(safe ? String.valueOf((char) octet) : String.format("=%02X", octet));
        }

        String original = AccountedText.original(accounted.toString());

        assertThat(original.getBytes(StandardCharsets.UTF_8)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<Mark> marks() {
        Arbitrary<String> fingerprint = hexadecimal(12);
        Arbitrary<String> version = hexadecimal(8);
        return Combinators.combine(fingerprint, version, Arbitraries.of(Mark.State.class))
                .as(Mark::new);
    }

    private static Arbitrary<String> hexadecimal(int digits) {
        return Arbitraries.strings().withChars("0123456789abcdef").ofLength(digits);
    }
}
