package io.silverdata.contract;

import static io.silverdata.contract.Operator.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.silverdata.contract.command.CommandPreview;
import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.PortCondition;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.report.Segment;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What an operator sees before a command is given. */
class PreviewTest {
    private final Operator operator = Operator.small();
    private final Contracts contracts = operator.contracts;
    private final Contract contract = operator.inService(1);

    @Test
    void of_an_upgrade_says_what_the_network_is_told_and_what_the_present_period_costs() {
        operator.clock.advance(Duration.ofDays(8));

        CommandPreview preview = contracts
                .preview(c ->
                        c.changePlan(contract.id(), Operator.Plan.HOME_300.id(), PlanChangeTiming.IMMEDIATELY, STAFF))
                .get();

        assertThat(preview.told()).containsExactlyInAnyOrder(NetworkTarget.values());
        assertThat(preview.network().access().service().orElseThrow().rates())
                .isEqualTo(Operator.Plan.HOME_300.snapshot().rates());
        CommandPreview.OwedInPeriod owed = preview.owed(operator.clock.instant(), ReportSettings.in(Operator.ZONE));
        assertThat(owed.period().days()).isEqualTo(new DayRange(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1)));
        assertThat(owed.before()).extracting(Segment::plan).containsExactly(Operator.Plan.HOME_100.id());
        assertThat(owed.after())
                .extracting(Segment::plan)
                .containsExactly(Operator.Plan.HOME_100.id(), Operator.Plan.HOME_300.id());
        assertThat(owed.after().get(1).from()).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(contracts.find(contract.id())).contains(contract);
    }

    @Test
    void of_a_corrected_output_says_that_no_device_is_told() {
        SplitterOutputId right = new SplitterOutputId(Operator.FAR, 5);

        CommandPreview preview = contracts
                .preview(c -> c.correctOutput(contract.id(), right, STAFF))
                .get();

        assertThat(preview.told()).isEmpty();
        assertThat(preview.contract().line().orElseThrow().ports().splitterOutput())
                .isEqualTo(right);
    }

    @Test
    void shows_what_is_settled_first() {
        contracts.suspend(
                contract.id(),
                Suspension.of(SuspensionReason.TECHNICAL)
                        .until(operator.clock.instant().plus(Duration.ofHours(1))),
                STAFF);
        operator.clock.advance(Duration.ofHours(2));

        CommandPreview preview =
                contracts.preview(c -> c.agreeTerm(contract.id(), 24, STAFF)).get();

        assertThat(preview.events())
                .extracting(recorded -> recorded.event().getClass().getSimpleName())
                .containsExactly("HoldLifted", "ContractReconnected", "TermAgreed");
    }

    @Test
    void is_refused_inside_a_unit_of_work_which_it_would_roll_back() {
        assertThatIllegalStateException()
                .isThrownBy(() -> operator.storage
                        .unitOfWork()
                        .execute(() -> contracts.preview(c -> c.agreeTerm(contract.id(), 24, STAFF))));
    }

    @Test
    void of_a_move_to_the_present_address_finds_nothing_to_change_unless_the_output_is_faulty() {
        assertThat(contracts
                        .preview(c -> c.relocate(contract.id(), contract.address(), STAFF))
                        .getLeft())
                .isEqualTo(new Rejection.NothingToChange(
                        "address", contract.address().text()));

        operator.storage
                .plant()
                .setCondition(contract.line().orElseThrow().ports().splitterOutput(), PortCondition.FAULTY);

        assertThat(contracts
                        .preview(c -> c.relocate(contract.id(), contract.address(), STAFF))
                        .isRight())
                .isTrue();
    }
}
