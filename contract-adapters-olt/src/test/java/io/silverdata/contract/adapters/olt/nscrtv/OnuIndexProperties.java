package io.silverdata.contract.adapters.olt.nscrtv;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class OnuIndexProperties {

    @Property
    void an_index_is_read_as_it_is_written(
            @ForAll @IntRange(min = 1, max = 255) int device,
            @ForAll @IntRange(max = 255) int card,
            @ForAll @IntRange(min = 1, max = 255) int port,
            @ForAll @IntRange(min = 1, max = 255) int onu) {
        OnuIndex index = new OnuIndex(device, card, port, onu);

        assertThat(OnuIndex.of(index.value())).isEqualTo(index);
    }

    @Property
    void a_number_is_written_as_it_is_read(@ForAll @LongRange(max = 4_294_967_295L) long value) {
        assertThat(OnuIndex.of(value).value()).isEqualTo(value);
    }

    @Example
    void devices_from_128_on_need_the_sign_bit() {
        assertThat(new OnuIndex(255, 0, 1, 1).value()).isEqualTo(0xFF00_0101L).isPositive();
    }
}
