package io.silverdata.contract.adapters.radius.internal.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A tag survives FreeRADIUS and its columns, and nothing else is taken for one. */
class ClassTagProperties {
    @Property(tries = 200)
    void a_tag_is_read_as_it_was_written(@ForAll("tags") ClassTag tag) {
        assertThat(ClassTag.parse(tag.text())).contains(tag);
    }

    @Property(tries = 200)
    void a_tag_survives_accounting_which_writes_hexadecimal_into_64_characters(@ForAll("tags") ClassTag tag) {
        String accounted = "0x" + HexFormat.of().formatHex(tag.text().getBytes(StandardCharsets.US_ASCII));

        assertThat(accounted).hasSizeLessThanOrEqualTo(64);
        assertThat(ClassTag.parse(accounted)).contains(tag);
    }

    @Property(tries = 500)
    void other_text_is_no_tag(@ForAll String text) {
        assertThat(ClassTag.parse(text)).isEmpty();
    }

    @Provide
    Arbitrary<ClassTag> tags() {
        Arbitrary<String> fingerprint = hexadecimal(12);
        Arbitrary<String> version = hexadecimal(8);
        return Combinators.combine(fingerprint, version, Arbitraries.of(ClassTag.State.class))
                .as(ClassTag::new);
    }

    private static Arbitrary<String> hexadecimal(int digits) {
        return Arbitraries.strings().withChars("0123456789abcdef").ofLength(digits);
    }
}
