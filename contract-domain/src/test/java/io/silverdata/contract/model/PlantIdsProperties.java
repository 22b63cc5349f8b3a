package io.silverdata.contract.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Either;
import java.util.Comparator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlantIdsProperties {

    @Property
    void a_pon_port_reads_what_it_writes(@ForAll("ponPorts") PonPortId port) {
        assertThat(PonPortId.parse(port.toString())).isEqualTo(Either.right(port));
    }

    @Property
    void a_splitter_output_reads_what_it_writes(@ForAll("outputs") SplitterOutputId port) {
        assertThat(SplitterOutputId.parse(port.toString())).isEqualTo(Either.right(port));
    }

    @Property
    void pon_ports_sort_by_olt_frame_slot_and_port(
            @ForAll("ponPorts") PonPortId one, @ForAll("ponPorts") PonPortId other) {
        Comparator<PonPortId> order = Comparator.comparing(
                        (PonPortId port) -> port.olt().value())
                .thenComparingInt(PonPortId::frame)
                .thenComparingInt(PonPortId::slot)
                .thenComparingInt(PonPortId::port);

        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(Integer.signum(order.compare(one, other)));
    }

    @Property
    void outputs_sort_by_splitter_and_number(
            @ForAll("outputs") SplitterOutputId one, @ForAll("outputs") SplitterOutputId other) {
        Comparator<SplitterOutputId> order = Comparator.comparing(
                        (SplitterOutputId port) -> port.splitter().value())
                .thenComparingInt(SplitterOutputId::output);

        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(Integer.signum(order.compare(one, other)));
    }

    @Provide
    Arbitrary<PonPortId> ponPorts() {
        Arbitrary<Integer> numbers = Arbitraries.of(0, 1, 2, 10, 254, 255);
        return Combinators.combine(Arbitraries.of("olt-1", "olt-10", "0", "A_b.c-d"), numbers, numbers, numbers)
                .as((olt, frame, slot, port) -> new PonPortId(new OltId(olt), frame, slot, port));
    }

    @Provide
    Arbitrary<SplitterOutputId> outputs() {
        return Combinators.combine(
                        Arbitraries.of("NAP-1", "NAP-10", "9", "a.b_c"),
                        Arbitraries.integers().between(1, 128))
                .as((splitter, output) -> new SplitterOutputId(new SplitterId(splitter), output));
    }
}
