package io.silverdata.contract.adapters.olt.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.OnuSerial;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SerialCodecProperties {
    private static final List<Function<OnuSerial, String>> TEXTS = List.of(
            OnuSerial::value,
            serial -> serial.value().toLowerCase(Locale.ROOT),
            OnuSerial::toHexadecimal,
            serial -> "0x" + serial.toHexadecimal(),
            serial -> "1," + serial.value(),
            serial -> "\"" + serial.value() + "\"",
            serial -> serial.value() + "\0",
            serial -> serial.vendor() + "-" + serial.value().substring(4),
            serial -> separated(serial, " "),
            serial -> separated(serial, ":"));

    @Property
    void a_serial_number_is_read_in_every_form(
            @ForAll("serials") OnuSerial serial, @ForAll("forms") Function<OnuSerial, String> form) {
        byte[] wire = form.apply(serial).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(wire)).contains(serial);
    }

    @Property
    void a_serial_number_is_read_from_the_octets_of_the_standard(@ForAll("serials") OnuSerial serial) {
        byte[] octets = SerialCodec.octets(serial);

        assertThat(octets).hasSize(8);
        assertThat(read(octets)).contains(serial);
    }

    @Property
    void a_serial_number_that_is_read_can_be_written_and_read_again(@ForAll byte[] anything) {
        Optional<OnuSerial> read = read(anything);

        assertThat(read.map(SerialCodec::octets).flatMap(SerialCodecProperties::read))
                .isEqualTo(read);
    }

    @Example
    void eight_printable_octets_are_octets() {
        byte[] octets = "HWTCABCD".getBytes(StandardCharsets.US_ASCII);

        assertThat(read(octets)).contains(new OnuSerial("HWTC41424344"));
    }

    @Example
    void empty_rows_hold_no_serial_number() {
        assertThat(Stream.of(new byte[0], new byte[8], new byte[] {'-', '-'}, new byte[12]))
                .allSatisfy(nothing -> assertThat(read(nothing)).isEmpty());
    }

    @Provide
    Arbitrary<OnuSerial> serials() {
        Arbitrary<String> vendors = Arbitraries.strings()
                .withChars("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
                .ofLength(4);
        Arbitrary<String> numbers =
                Arbitraries.strings().withChars("0123456789ABCDEF").ofLength(8);
        return Combinators.combine(vendors, numbers).as((vendor, number) -> new OnuSerial(vendor + number));
    }

    @Provide
    Arbitrary<Function<OnuSerial, String>> forms() {
        return Arbitraries.of(TEXTS);
    }

    private static Optional<OnuSerial> read(byte[] octets) {
        return SerialCodec.read(SnmpValue.of(octets));
    }

    private static String separated(OnuSerial serial, String separator) {
        return HexFormat.ofDelimiter(separator).formatHex(HexFormat.of().parseHex(serial.toHexadecimal()));
    }
}
