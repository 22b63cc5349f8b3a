package io.silverdata.contract.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.FeasibilityCheck.Result;
import io.silverdata.contract.model.SplitterAssessment;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PortAllocatorProperties {
    private static final PortAllocator ALLOCATOR = new PortAllocator(AllocationPolicy.defaults());

    @Property
    void every_free_output_is_tried_once_and_in_a_circle(
            @ForAll @IntRange(max = 128) int free, @ForAll("contracts") ContractId contract) {
        List<SplitterOutputId> outputs = outputs(free);

        List<SplitterOutputId> candidates = ALLOCATOR.candidates(outputs, contract);

        List<SplitterOutputId> circle = new ArrayList<>(outputs);
        if (free > 0) {
            Collections.rotate(circle, -outputs.indexOf(candidates.get(0)));
        }
        assertThat(candidates).isEqualTo(circle);
    }

    @Property
    void a_contract_always_gets_the_same_order(
            @ForAll @IntRange(max = 128) int free, @ForAll("contracts") ContractId contract) {
        List<SplitterOutputId> first = ALLOCATOR.candidates(outputs(free), contract);

        List<SplitterOutputId> again =
                new PortAllocator(AllocationPolicy.defaults()).candidates(outputs(free), contract);

        assertThat(again).isEqualTo(first);
    }

    @Property(tries = 50)
    void many_contracts_begin_everywhere(@ForAll @IntRange(min = 1, max = 64) int free, @ForAll Random random) {
        List<SplitterOutputId> outputs = outputs(free);
        Set<SplitterOutputId> starts = new HashSet<>();

        for (int buyer = 0; buyer < 50 * free; buyer++) {
            ContractId contract = new ContractId(new UUID(random.nextLong(), random.nextLong()));
            starts.add(ALLOCATOR.candidates(outputs, contract).get(0));
        }

        assertThat(starts).containsExactlyInAnyOrderElementsOf(outputs);
    }

    @Property
    void exactly_the_qualified_splitters_are_tried(
            @ForAll("found") List<SplitterAssessment> found, @ForAll("preferences") PortPreference preference) {
        List<SplitterAssessment> order = preferring(preference).order(Found.assessment(found));

        assertThat(order)
                .containsExactlyInAnyOrderElementsOf(Found.assessment(found).qualified());
        assertThat(order).isSortedAccordingTo(preference);
    }

    @Property
    void equals_keep_the_order_of_the_assessment(
            @ForAll("found") List<SplitterAssessment> found, @ForAll("preferences") PortPreference preference) {
        List<SplitterAssessment> order = preferring(preference).order(Found.assessment(found));

        for (int i = 1; i < order.size(); i++) {
            if (preference.compare(order.get(i - 1), order.get(i)) == 0) {
                assertThat(found.indexOf(order.get(i - 1))).isLessThan(found.indexOf(order.get(i)));
            }
        }
    }

    @Property
    void a_wish_moves_one_splitter_to_the_front_and_nothing_else(
            @ForAll("found") List<SplitterAssessment> found,
            @ForAll("preferences") PortPreference preference,
            @ForAll @IntRange(max = 9) int wish) {
        SplitterId wanted = new SplitterId("NAP-" + wish);
        List<SplitterAssessment> free = preferring(preference).order(Found.assessment(found));

        List<SplitterAssessment> order = preferring(preference).order(Found.assessment(found, Optional.of(wanted)));

        List<SplitterAssessment> expected = new ArrayList<>(free);
        free.stream().filter(splitter -> splitter.splitter().equals(wanted)).forEach(splitter -> {
            expected.remove(splitter);
            expected.add(0, splitter);
        });
        assertThat(order).isEqualTo(expected);
    }

    @Provide
    Arbitrary<ContractId> contracts() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                .as((high, low) -> new ContractId(new UUID(high, low)));
    }

    @Provide
    Arbitrary<PortPreference> preferences() {
        return Arbitraries.of(PortPreference.NEAREST, PortPreference.BEST_MARGIN);
    }

    @Provide
    Arbitrary<List<SplitterAssessment>> found() {
        Arbitrary<SplitterAssessment> splitter = Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.of(Result.class),
                        // few values, so that some are equal
                        Arbitraries.integers().between(-3, 3).map(Decibels::of).optional(0.8))
                .as((number, result, margin) -> Found.splitter("NAP-" + number, result, margin));
        return splitter.list().ofMaxSize(8).uniqueElements(SplitterAssessment::splitter);
    }

    private static PortAllocator preferring(PortPreference preference) {
        return new PortAllocator(AllocationPolicy.defaults().withPreference(preference));
    }

    private static List<SplitterOutputId> outputs(int free) {
        return IntStream.rangeClosed(1, free)
                .mapToObj(output -> new SplitterOutputId(new SplitterId("NAP-1"), output))
                .toList();
    }
}
