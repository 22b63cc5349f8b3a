package io.silverdata.contract.allocation;

import static io.silverdata.contract.allocation.Found.assessment;
import static io.silverdata.contract.allocation.Found.qualified;
import static io.silverdata.contract.allocation.Found.splitter;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.FeasibilityCheck.Result;
import io.silverdata.contract.model.SplitterAssessment;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PortAllocatorTest {
    private static final SplitterAssessment FIRST = qualified("FIRST", 3);
    private static final SplitterAssessment SECOND = qualified("SECOND", 5);
    private static final SplitterAssessment THIRD = qualified("THIRD", 4);
    private static final SplitterId NAP = new SplitterId("NAP-1");

    @Test
    void keeps_the_order_of_the_assessment_by_default() {
        PortAllocator allocator = new PortAllocator(AllocationPolicy.defaults());

        List<SplitterAssessment> order = allocator.order(assessment(FIRST, SECOND, THIRD));

        assertThat(order).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void leaves_out_what_did_not_qualify() {
        PortAllocator allocator = new PortAllocator(AllocationPolicy.defaults());
        SplitterAssessment close = splitter("CLOSE", Result.WARN, Optional.empty());
        SplitterAssessment unknown = splitter("UNKNOWN", Result.UNKNOWN, Optional.empty());
        SplitterAssessment failed = splitter("FAILED", Result.FAIL, Optional.empty());

        List<SplitterAssessment> order = allocator.order(assessment(unknown, close, failed, FIRST));

        assertThat(order).containsExactly(close, FIRST);
    }

    @Test
    void tries_the_best_margin_first_and_an_unknown_one_last() {
        PortAllocator allocator = preferring(PortPreference.BEST_MARGIN);
        SplitterAssessment unknown = splitter("UNKNOWN", Result.PASS, Optional.empty());
        SplitterAssessment negative = splitter("NEGATIVE", Result.PASS, Optional.of(Decibels.of(-199)));
        SplitterAssessment alsoThree = qualified("ALSO-THREE", 3);

        List<SplitterAssessment> order =
                allocator.order(assessment(unknown, negative, FIRST, SECOND, THIRD, alsoThree));

        assertThat(order).containsExactly(SECOND, THIRD, FIRST, alsoThree, negative, unknown);
    }

    @Test
    void follows_the_preference_of_the_host() {
        PortAllocator allocator =
                preferring(Comparator.comparing(SplitterAssessment::splitter).reversed()::compare);

        List<SplitterAssessment> order = allocator.order(assessment(FIRST, THIRD, SECOND));

        assertThat(order).containsExactly(THIRD, SECOND, FIRST);
    }

    @Test
    void tries_the_splitter_asked_for_first_whatever_is_preferred() {
        PortAllocator allocator = preferring(PortPreference.BEST_MARGIN);

        List<SplitterAssessment> order =
                allocator.order(assessment(List.of(FIRST, SECOND, THIRD), Optional.of(FIRST.splitter())));

        assertThat(order).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void does_not_try_a_splitter_asked_for_that_did_not_qualify() {
        PortAllocator allocator = new PortAllocator(AllocationPolicy.defaults());
        SplitterAssessment failed = splitter("FAILED", Result.FAIL, Optional.empty());
        Assessment assessment = assessment(List.of(failed, FIRST, SECOND), Optional.of(failed.splitter()));

        List<SplitterAssessment> order = allocator.order(assessment);

        assertThat(order).containsExactly(FIRST, SECOND);
    }

    @Test
    void begins_at_a_place_that_depends_on_the_contract() {
        PortAllocator allocator = new PortAllocator(AllocationPolicy.defaults());
        List<SplitterOutputId> free = outputs(2, 3, 5, 7);

        assertThat(allocator.candidates(free, contract(0))).isEqualTo(outputs(2, 3, 5, 7));
        assertThat(allocator.candidates(free, contract(1))).isEqualTo(outputs(3, 5, 7, 2));
        assertThat(allocator.candidates(free, contract(6))).isEqualTo(outputs(5, 7, 2, 3));
        assertThat(allocator.candidates(free, contract(0xFFFF_FFFFL))).isEqualTo(outputs(7, 2, 3, 5));
    }

    @Test
    void has_nothing_to_try_when_nothing_is_free() {
        PortAllocator allocator = new PortAllocator(AllocationPolicy.defaults());

        assertThat(allocator.candidates(List.of(), contract(1))).isEmpty();
    }

    private static PortAllocator preferring(PortPreference preference) {
        return new PortAllocator(AllocationPolicy.defaults().withPreference(preference));
    }

    private static ContractId contract(long low) {
        return new ContractId(new UUID(0, low));
    }

    private static List<SplitterOutputId> outputs(Integer... outputs) {
        return List.of(outputs).stream()
                .map(output -> new SplitterOutputId(NAP, output))
                .toList();
    }
}
