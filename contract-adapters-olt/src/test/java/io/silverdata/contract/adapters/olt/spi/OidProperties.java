package io.silverdata.contract.adapters.olt.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class OidProperties {

    @Property
    void a_name_is_read_as_it_is_written(
            @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 0, max = 0xFFFF_FFFFL) Long> numbers) {
        Oid oid = of(numbers);

        assertThat(Oid.parse(oid.toString())).isEqualTo(oid).hasSameHashCodeAs(oid);
        assertThat(oid.toArray())
                .containsExactly(numbers.stream().mapToLong(Long::longValue).toArray());
    }

    @Property
    void names_are_ordered_as_unsigned_numbers(
            @ForAll @Size(max = 6) List<@LongRange(min = 0, max = 0xFFFF_FFFFL) Long> one,
            @ForAll @Size(max = 6) List<@LongRange(min = 0, max = 0xFFFF_FFFFL) Long> other) {
        int expected = Arrays.compare(longs(one), longs(other));

        assertThat(Integer.signum(of(one).compareTo(of(other)))).isEqualTo(Integer.signum(expected));
    }

    @Property
    void the_rest_after_a_name_is_what_was_appended(
            @ForAll @Size(max = 6) List<@LongRange(min = 0, max = 0xFFFF_FFFFL) Long> head,
            @ForAll @Size(max = 6) List<@LongRange(min = 0, max = 0xFFFF_FFFFL) Long> tail) {
        Oid whole = of(head).append(of(tail));

        assertThat(whole.startsWith(of(head))).isTrue();
        assertThat(whole.after(of(head))).isEqualTo(of(tail));
    }

    @Example
    void a_text_that_is_no_name_is_refused() {
        for (String text : List.of("", "1..2", "1.x", "-1", "1.4294967296", "1.")) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> Oid.parse(text));
        }
    }

    private static Oid of(List<Long> numbers) {
        return Oid.of(longs(numbers));
    }

    private static long[] longs(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }
}
