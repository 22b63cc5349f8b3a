package io.silverdata.contract;

import static io.silverdata.contract.Operator.STAFF;
import static io.silverdata.contract.Operator.ZONE;
import static io.silverdata.contract.Operator.home;
import static io.silverdata.contract.Operator.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.command.CommandPreview;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.command.Transfer;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.report.BillingFeed;
import io.silverdata.contract.report.ChurnBase;
import io.silverdata.contract.report.KpiOptions;
import io.silverdata.contract.report.KpiReport;
import io.silverdata.contract.report.Kpis;
import io.silverdata.contract.report.OneOff;
import io.silverdata.contract.report.ProrationCalculator;
import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.report.Segment;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A price of the contract's own: agreed on for the plan that it has, ended by a plan change, and nobody else's business. */
class PriceTest {
    private static final Money OWN = Money.of("17.50", "USD");
    private static final Money LESS = Money.of("12", "USD");
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final DayRange MARCH = new DayRange(LocalDate.of(2026, 3, 1), APRIL);

    private final Operator operator = Operator.small();
    private final Contracts contracts = operator.contracts;
    private final Contract contract = operator.inService(1);

    private Either<Rejection, CommandResult> agree(Money amount) {
        return contracts.agreePrice(contract.id(), amount, STAFF);
    }

    private Either<Rejection, CommandResult> schedule(Money amount, LocalDate day) {
        return contracts.schedulePrice(contract.id(), amount, day, STAFF);
    }

    private void changePlan(Operator.Plan plan) {
        assertThat(contracts
                        .changePlan(contract.id(), plan.id(), PlanChangeTiming.IMMEDIATELY, STAFF)
                        .isRight())
                .isTrue();
    }

    private Contract now() {
        return contracts.find(contract.id()).orElseThrow();
    }

    private Money price() {
        return now().plan().price().amount();
    }

    private void laterBy(int days) {
        operator.clock.advance(Duration.ofDays(days));
        contracts.worker().applyDue(10);
    }

    private List<ContractEvent> events() {
        return contracts.history(contract.id()).stream()
                .map(recorded -> recorded.event())
                .toList();
    }

    private List<Segment> segments() {
        return new BillingFeed(ReportSettings.in(ZONE)).segments(contracts.history(contract.id()));
    }

    private List<OneOff.Kind> facts() {
        return new BillingFeed(ReportSettings.in(ZONE))
                .oneOffs(contracts.history(contract.id())).stream()
                        .map(OneOff::kind)
                        .toList();
    }

    @Test
    void counts_from_the_day_on_which_it_is_agreed_on_and_changes_nothing_else() {
        operator.told.clear();
        laterBy(10);

        Contract agreed = agree(OWN).get().contract();
        contracts.worker().deliverPending(10);

        assertThat(agreed.plan())
                .isEqualTo(Operator.Plan.HOME_100.snapshot().at(agreed.plan().price()));
        assertThat(agreed.termEndsOn()).isEqualTo(contract.termEndsOn());
        assertThat(agreed.provisioning()).isEqualTo(contract.provisioning());
        assertThat(operator.told).isEmpty();
        assertThat(segments())
                .extracting(segment -> segment.from() + " " + segment.price())
                .containsExactly("2026-03-02 20 USD", "2026-03-12 17.5 USD");
        assertThat(facts()).containsExactly(OneOff.Kind.ACTIVATION);
    }

    @Test
    void is_prorated_within_the_cycle_in_which_it_begins() {
        laterBy(10);
        agree(OWN);

        List<Segment> march = segments().stream()
                .flatMap(segment -> segment.within(MARCH).stream())
                .toList();

        // 20 x 10/31 and 17.50 x 20/31
        assertThat(ProrationCalculator.ACTUAL_DAYS.owed(march))
                .containsExactly(Money.of("6.45", "USD"), Money.of("11.29", "USD"));
    }

    @Test
    void that_is_lower_is_contraction_and_no_churn() {
        laterBy(10);
        agree(OWN);

        KpiReport report = Kpis.of(List.of(contracts.history(contract.id())), ReportSettings.in(ZONE))
                .report(new DayRange(LocalDate.of(2026, 3, 5), APRIL), KpiOptions.defaults());

        assertThat(report.churn().total()).isZero();
        assertThat(report.churn().rate(ChurnBase.START)).hasToString("0.00 %");
        assertThat(report.base()).isEqualTo(1);
    }

    @Test
    void is_shown_by_a_preview() {
        CommandPreview preview =
                contracts.preview(c -> c.agreePrice(contract.id(), OWN, STAFF)).get();

        assertThat(preview.told()).isEmpty();
        assertThat(preview.owed(operator.clock.instant(), ReportSettings.in(ZONE))
                        .after())
                .extracting(Segment::price)
                .containsExactly(OWN);
        assertThat(price()).isEqualTo(Money.of("20", "USD"));
    }

    @Test
    void waits_for_its_day_and_can_be_withdrawn() {
        schedule(OWN, APRIL);

        assertThat(now().scheduled(CommandKind.AGREE_PRICE)).isPresent();
        laterBy(29);
        assertThat(price()).isEqualTo(Money.of("20", "USD"));
        laterBy(1);
        assertThat(price()).isEqualTo(OWN);
        assertThat(segments().get(1).from()).isEqualTo(APRIL);

        schedule(LESS, LocalDate.of(2026, 5, 1));
        contracts.undoScheduled(contract.id(), CommandKind.AGREE_PRICE, STAFF);
        laterBy(60);
        assertThat(price()).isEqualTo(OWN);
    }

    @Test
    void of_now_answers_for_one_that_waits() {
        schedule(OWN, APRIL);

        agree(LESS);
        laterBy(60);

        assertThat(price()).isEqualTo(LESS);
    }

    @Test
    void ends_with_a_plan_change_and_so_does_one_that_waits_for_the_plan() {
        agree(OWN);
        schedule(LESS, APRIL);

        changePlan(Operator.Plan.HOME_300);
        laterBy(60);

        assertThat(price()).isEqualTo(Money.of("30", "USD"));
        assertThat(now().scheduled()).isEmpty();
    }

    @Test
    void of_the_catalogue_comes_back_with_a_change_to_the_same_plan() {
        agree(OWN);

        changePlan(Operator.Plan.HOME_100);

        assertThat(now().plan()).isEqualTo(Operator.Plan.HOME_100.snapshot());
        assertThat(facts()).containsExactly(OneOff.Kind.ACTIVATION);
    }

    @Test
    void may_come_with_a_plan_change_of_the_same_day_or_follow_it() {
        contracts.schedulePlanChange(contract.id(), Operator.Plan.HOME_300.id(), APRIL, STAFF);
        assertThat(schedule(Money.of("30", "USD"), APRIL).getLeft())
                .isEqualTo(new Rejection.NothingToChange("price", "30 USD"));

        schedule(Money.of("25", "USD"), APRIL);
        laterBy(60);

        assertThat(now().plan().id()).isEqualTo(Operator.Plan.HOME_300.id());
        assertThat(price()).isEqualTo(Money.of("25", "USD"));
        assertThat(segments()).hasSize(2);
    }

    @Test
    void for_a_plan_that_did_not_come_is_refused_when_it_is_due() {
        contracts.schedulePlanChange(contract.id(), Operator.Plan.HOME_300.id(), APRIL, STAFF);
        schedule(Money.of("25", "USD"), APRIL.plusDays(1));
        contracts.undoScheduled(contract.id(), CommandKind.CHANGE_PLAN, STAFF);

        laterBy(60);

        assertThat(price()).isEqualTo(Money.of("20", "USD"));
        assertThat(events().get(events().size() - 1))
                .isInstanceOfSatisfying(
                        ContractEvent.ChangeRejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo(Rejection.OtherPlan.CODE));
    }

    @Test
    void stays_through_holds_a_relocation_and_a_transfer() {
        agree(OWN);

        contracts.suspend(contract.id(), Suspension.of(SuspensionReason.FRAUD_ABUSE), STAFF);
        contracts.liftHold(contract.id(), SuspensionReason.FRAUD_ABUSE, STAFF);
        contracts.relocate(contract.id(), new ServiceAddress("next door", home().position()), STAFF);
        contracts.transferOwnership(contract.id(), Transfer.to(new CustomerId("heir")), STAFF);

        assertThat(now().customer()).isEqualTo(new CustomerId("heir"));
        assertThat(price()).isEqualTo(OWN);
    }

    @Test
    void may_be_agreed_on_under_a_hold_that_forbids_a_plan_change() {
        contracts.suspend(contract.id(), Suspension.of(SuspensionReason.FRAUD_ABUSE), STAFF);

        assertThat(agree(OWN).isRight()).isTrue();
    }

    @Test
    void may_be_agreed_on_before_the_contract_is_active() {
        Contract draft = contracts.draft(terms(), STAFF).get().contract();

        Contract agreed = contracts.agreePrice(draft.id(), OWN, STAFF).get().contract();

        assertThat(agreed.plan().price().amount()).isEqualTo(OWN);
    }

    @Test
    void counts_from_the_past_but_not_from_before_the_plan() {
        laterBy(5);
        changePlan(Operator.Plan.HOME_300);
        Instant changed = operator.clock.instant();
        laterBy(5);

        Rejection tooEarly = contracts
                .agreePrice(contract.id(), OWN, STAFF.effectiveAt(changed.minusSeconds(1)))
                .getLeft();

        assertThat(tooEarly)
                .isInstanceOfSatisfying(
                        Rejection.EffectiveTimeOutOfRange.class,
                        range -> assertThat(range.earliest()).isEqualTo(changed));
        assertThat(contracts
                        .agreePrice(contract.id(), OWN, STAFF.effectiveAt(changed))
                        .isRight())
                .isTrue();
        assertThat(segments())
                .extracting(segment -> segment.from() + " " + segment.plan() + " " + segment.price())
                .containsExactly("2026-03-02 home_100 20 USD", "2026-03-07 home_300 17.5 USD");
    }

    @Test
    void is_refused_with_what_is_wrong() {
        Money foreign = Money.of("17.50", "EUR");
        Currency dollar = Currency.getInstance("USD");

        assertThat(agree(foreign).getLeft()).isEqualTo(new Rejection.OtherCurrency(foreign, dollar));
        assertThat(schedule(foreign, APRIL).getLeft()).isEqualTo(new Rejection.OtherCurrency(foreign, dollar));
        assertThat(agree(Money.of("20.00", "USD")).getLeft())
                .isEqualTo(new Rejection.NothingToChange("price", "20 USD"));
        assertThat(schedule(OWN, LocalDate.of(2026, 3, 2)).getLeft()).isInstanceOf(Rejection.InvalidValue.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("-1", "USD"))
                .withMessageContaining("amount");

        contracts.cancel(contract.id(), CancellationReason.CUSTOMER_REQUEST, STAFF);
        assertThat(agree(OWN).getLeft()).isEqualTo(new Rejection.ContractEnded(contract.id()));
    }
}
