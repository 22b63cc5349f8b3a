package io.silverdata.contract;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.silverdata.contract.dunning.CutCalendar;
import io.silverdata.contract.dunning.DunningPolicy;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryCustomers;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.worker.RetryPolicy;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractsBuilderTest {

    private static final ZoneId GUAYAQUIL = ZoneId.of("America/Guayaquil");

    private static ContractsBuilder complete() {
        return complete(new InMemoryStorage());
    }

    private static ContractsBuilder complete(InMemoryStorage storage) {
        return Contracts.builder()
                .storage(storage)
                .customers(new InMemoryCustomers())
                .plans(new InMemoryPlans())
                .radius(new InMemoryAccess())
                .olts(new InMemoryLine())
                .zone(ZoneOffset.UTC);
    }

    static Stream<Arguments> requiredSlots() {
        return Stream.of(
                Arguments.of("storage", required(builder -> builder)),
                Arguments.of("radius", required(builder -> builder.storage(new InMemoryStorage()))),
                Arguments.of(
                        "olts",
                        required(builder ->
                                builder.storage(new InMemoryStorage()).radius(new InMemoryAccess()))),
                Arguments.of(
                        "customers",
                        required(builder -> builder.storage(new InMemoryStorage())
                                .radius(new InMemoryAccess())
                                .olts(new InMemoryLine()))),
                Arguments.of(
                        "plans",
                        required(builder -> builder.storage(new InMemoryStorage())
                                .radius(new InMemoryAccess())
                                .olts(new InMemoryLine())
                                .customers(new InMemoryCustomers()))),
                Arguments.of(
                        "zone",
                        required(builder -> builder.storage(new InMemoryStorage())
                                .radius(new InMemoryAccess())
                                .olts(new InMemoryLine())
                                .customers(new InMemoryCustomers())
                                .plans(new InMemoryPlans()))));
    }

    private static UnaryOperator<ContractsBuilder> required(UnaryOperator<ContractsBuilder> slots) {
        return slots;
    }

    @ParameterizedTest
    @MethodSource("requiredSlots")
    void build_names_the_first_required_slot_that_is_empty(String slot, UnaryOperator<ContractsBuilder> slots) {
        assertThatIllegalStateException()
                .isThrownBy(() -> slots.apply(Contracts.builder()).build())
                .withMessage(slot + " is required");
    }

    @Test
    void build_needs_no_more_than_the_required_slots() {
        assertThatNoException().isThrownBy(() -> complete().build());
    }

    @Test
    void a_second_value_for_a_slot_is_refused_and_both_are_named() {
        ContractsBuilder builder = complete();

        assertThatIllegalStateException()
                .isThrownBy(() -> builder.zone(GUAYAQUIL))
                .withMessage("zone is set already, to Z; a second value is America/Guayaquil");
    }

    @Test
    void contracts_and_reports_of_one_storage_are_in_one_zone() {
        InMemoryStorage reported = new InMemoryStorage();
        reported.reports(ReportSettings.in(GUAYAQUIL));
        InMemoryStorage wired = new InMemoryStorage();
        complete(wired).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> complete(reported).build())
                .withMessage("the zone of the contracts must be that of the reports, America/Guayaquil, was Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wired.reports(ReportSettings.in(GUAYAQUIL)))
                .withMessage("the zone of the reports must be that of the contracts, Z, was America/Guayaquil");
        assertThatNoException().isThrownBy(() -> wired.reports(ReportSettings.in(ZoneId.of("UTC"))));
    }

    @Test
    void the_calendar_of_dunning_is_in_the_zone_of_the_contracts() {
        DunningPolicy elsewhere = DunningPolicy.simple(15, CutCalendar.always(GUAYAQUIL));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> complete()
                        .debts(contract -> Optional.empty())
                        .dunning(elsewhere)
                        .build())
                .withMessage("the calendar of dunning must be in the zone of the contracts, Z, was America/Guayaquil");
        assertThatNoException()
                .isThrownBy(() -> complete()
                        .debts(contract -> Optional.empty())
                        .dunning(DunningPolicy.simple(15, CutCalendar.always(ZoneOffset.UTC)))
                        .build());
    }

    @Test
    void a_missing_value_is_named() {
        assertThatNullPointerException()
                .isThrownBy(() -> Contracts.builder().retries(missing()))
                .withMessage("retries");
    }

    @SuppressWarnings("NullAway") // what a host without null checks may pass
    private static RetryPolicy missing() {
        return null;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\nlines"})
    void a_worker_name_that_is_empty_or_has_control_characters_is_refused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contracts.builder().workerName(name))
                .withMessage(
                        "workerName must be 1 to 128 characters without control characters or lone surrogates, was \""
                                + name + "\"");
    }

    @Test
    void a_worker_name_fits_the_column_that_keeps_it() {
        assertThatNoException().isThrownBy(() -> Contracts.builder().workerName("n".repeat(128)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contracts.builder().workerName("n".repeat(129)));
    }

    @Test
    void a_lease_out_of_range_is_refused_where_it_is_set() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contracts.builder().lease(Duration.ofMillis(999)))
                .withMessage("lease must be 1 second to 1 day, was \"PT0.999S\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contracts.builder().lease(Duration.ofDays(1).plusNanos(1)));
    }

    @Test
    void conflict_attempts_below_one_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contracts.builder().conflictAttempts(0))
                .withMessage("conflictAttempts must be 1 or more, was \"0\"");
    }

    @Test
    void dunning_without_debts_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> complete()
                        .dunning(contract -> Optional.<DunningPolicy>empty())
                        .build())
                .withMessageStartingWith("dunning needs debts");
    }
}
