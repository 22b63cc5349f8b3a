package io.silverdata.contract.adapters.olt.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.OnuSerial;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SerialCodecProperties {

    @Property
    void eight_octets_there_and_back(@ForAll("serials") OnuSerial serial) {
        byte[] octets = SerialCodec.octets(serial);

        assertThat(octets).hasSize(8);
        assertThat(SerialCodec.read(SnmpValue.of(octets))).contains(serial);
    }

    @Property
    void every_spelling_is_read(@ForAll("serials") OnuSerial serial, @ForAll("spellings") String spelling) {
        String hexadecimal = serial.toHexadecimal();
        String text = spelling.replace("LABEL", serial.value())
                .replace("HEX", hexadecimal)
                .replace("SPACED", hexadecimal.replaceAll("..(?!$)", "$0 "))
                .replace("COLONS", hexadecimal.toLowerCase(Locale.ROOT).replaceAll("..(?!$)", "$0:"));

        assertThat(SerialCodec.read(SnmpValue.of(text))).contains(serial);
    }

    @Property
    void anything_is_read_or_empty_and_never_a_fault(@ForAll byte[] octets) {
        assertThat(SerialCodec.read(SnmpValue.of(octets))).isNotNull();
    }

    @Example
    void octets_that_can_be_printed_are_still_octets() {
        OnuSerial serial = new OnuSerial("HWTC41424344");

        assertThat(SerialCodec.octets(serial)).asString().isEqualTo("HWTCABCD");
        assertThat(SerialCodec.read(SnmpValue.of("HWTCABCD"))).contains(serial);
    }

    @Example
    void no_serial_is_none() {
        assertThat(SerialCodec.read(SnmpValue.of(new byte[8]))).isEmpty();
        assertThat(SerialCodec.read(SnmpValue.of(""))).isEmpty();
        assertThat(SerialCodec.read(SnmpValue.of(7))).isEmpty();
    }

    @Provide
    Arbitrary<OnuSerial> serials() {
        Arbitrary<String> vendors = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .ofLength(4);
        Arbitrary<String> numbers = Arbitraries.strings()
                .withCharRange('0', '9')
                .withCharRange('A', 'F')
                .ofLength(8);
        return Combinators.combine(vendors, numbers).as((vendor, number) -> new OnuSerial(vendor + number));
    }

    @Provide
    Arbitrary<String> spellings() {
        return Arbitraries.of("LABEL", "HEX", "0xHEX", "SPACED", "COLONS", "1,LABEL", " LABEL ", "LABEL\0", "12,LABEL");
    }
}
