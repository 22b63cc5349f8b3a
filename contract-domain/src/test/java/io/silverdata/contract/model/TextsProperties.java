package io.silverdata.contract.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Which text every storage keeps as it is. */
class TextsProperties {

    @Property(tries = 5_000)
    void well_formed_text_survives_its_encoding_and_no_other_does(@ForAll("texts") String text) {
        String survived = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        assertThat(Texts.isWellFormed(text)).isEqualTo(survived.equals(text));
    }

    @Property(tries = 5_000)
    void what_is_kept_is_well_formed_and_as_much_as_fits(
            @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 8) int max) {
        String kept = Texts.kept(text, max);

        assertThat(Texts.isWellFormed(kept)).isTrue();
        assertThat(kept).doesNotContain("\0").hasSizeBetween(Math.min(text.length(), max) - 1, max);
        if (Texts.isWellFormed(text) && !text.contains("\0")) {
            assertThat(text).startsWith(kept);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars('a', 'ñ', '\0', '\ud83d', '\ude00', '\ufffd')
                .ofMaxLength(10);
    }
}
