package io.silverdata.contract;

import static io.silverdata.contract.Operator.STAFF;
import static io.silverdata.contract.Operator.ZONE;
import static io.silverdata.contract.Operator.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandPreview;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.command.Transfer;
import io.silverdata.contract.model.AppliedDiscount;
import io.silverdata.contract.model.BillingCycle;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.Discount;
import io.silverdata.contract.model.DiscountCode;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.report.BillingFeed;
import io.silverdata.contract.report.OneOff;
import io.silverdata.contract.report.ProrationCalculator;
import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.report.Revision;
import io.silverdata.contract.report.Segment;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Discounts are data of the contract: their days say when they count, and the billing feed takes them off. */
class DiscountTest {
    private static final DiscountCode WELCOME = new DiscountCode("WELCOME");
    private static final DiscountCode GOLD = new DiscountCode("GOLD");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private final Operator operator = Operator.small();
    private final Contracts contracts = operator.contracts;
    private final Contract contract = operator.inService(1);
    private final BillingFeed feed = new BillingFeed(ReportSettings.in(ZONE));

    private Either<Rejection, CommandResult> grant(Discount discount) {
        return contracts.grantDiscount(contract.id(), discount, STAFF);
    }

    private Either<Rejection, CommandResult> end(DiscountCode code, LocalDate from) {
        return contracts.endDiscount(contract.id(), code, from, STAFF);
    }

    private static Discount half(LocalDate from) {
        return Discount.percent(WELCOME, 50, from);
    }

    private static Discount off(String amount) {
        return Discount.amount(GOLD, usd(amount), BillingCycle.MONTHLY, APRIL);
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private Contract now() {
        return contracts.find(contract.id()).orElseThrow();
    }

    private List<Segment> segments() {
        return feed.segments(contracts.history(contract.id()));
    }

    private List<String> nets() {
        return segments().stream()
                .map(segment -> segment.from() + " " + segment.net())
                .toList();
    }

    @Test
    void three_months_at_half_split_the_feed_at_their_first_day_and_after_their_last() {
        operator.told.clear();

        Contract granted = grant(half(APRIL).forMonths(3)).get().contract();

        assertThat(granted.provisioning()).isEqualTo(contract.provisioning());
        assertThat(operator.told).isEmpty();
        assertThat(segments())
                .extracting(segment -> segment.from() + " " + segment.price() + " " + segment.net())
                .containsExactly("2026-03-02 20 USD 20 USD", "2026-04-01 20 USD 10 USD", "2026-07-01 20 USD 20 USD");
        assertThat(segments().get(1).discounts()).containsExactly(new AppliedDiscount(WELCOME, usd("10")));
        assertThat(feed.oneOffs(contracts.history(contract.id())))
                .extracting(OneOff::kind)
                .containsExactly(OneOff.Kind.ACTIVATION);
        assertThat(granted.discountsOn(APRIL)).hasSize(1);
        assertThat(granted.discountsOn(LocalDate.of(2026, 7, 1))).isEmpty();
    }

    @Test
    void what_is_owed_is_a_part_of_the_net_price() {
        grant(half(LocalDate.of(2026, 3, 12)));
        DayRange march = new DayRange(LocalDate.of(2026, 3, 1), APRIL);

        List<Segment> segments = feed.segments(contracts.history(contract.id()), march);

        // 20 x 10/31 and 10 x 20/31
        assertThat(ProrationCalculator.ACTUAL_DAYS.owed(segments)).containsExactly(usd("6.45"), usd("6.45"));
    }

    @Test
    void shares_are_of_the_full_price_amounts_come_off_beside_and_nothing_is_below_zero() {
        grant(half(APRIL));
        grant(off("4"));
        assertThat(segments().get(1).net()).isEqualTo(usd("6"));

        grant(Discount.percent(new DiscountCode("HALF-AGAIN"), 50, APRIL));
        assertThat(segments().get(1).net()).isEqualTo(usd("0"));
        assertThat(segments().get(1).discounts())
                .containsExactly(
                        new AppliedDiscount(GOLD, usd("4")),
                        new AppliedDiscount(new DiscountCode("HALF-AGAIN"), usd("10")),
                        new AppliedDiscount(WELCOME, usd("6")));
    }

    @Test
    void halves_of_a_cent_are_kept_until_the_bill() {
        contracts.agreePrice(contract.id(), usd("24.99"), STAFF);
        grant(half(APRIL));

        Segment april = segments().get(segments().size() - 1);

        assertThat(april.net()).isEqualTo(usd("12.495"));
        assertThat(ProrationCalculator.ACTUAL_DAYS.owed(
                        List.of(april.within(new DayRange(APRIL, LocalDate.of(2026, 5, 1)))
                                .orElseThrow())))
                .containsExactly(usd("12.5"));
    }

    @Test
    void a_discount_follows_the_price_and_an_amount_rests_where_the_price_is_for_something_else() {
        grant(half(APRIL));
        grant(off("20"));
        contracts.agreePrice(contract.id(), usd("12"), STAFF);

        assertThat(segments().get(1).net()).isEqualTo(usd("0"));

        contracts.changePlan(contract.id(), Operator.Plan.HOME_300.id(), PlanChangeTiming.IMMEDIATELY, STAFF);
        contracts.transferOwnership(contract.id(), Transfer.to(new CustomerId("heir")), STAFF);
        assertThat(now().discounts()).hasSize(2);
        assertThat(segments().get(1).net()).isEqualTo(usd("0"));
    }

    @Test
    void a_hold_owes_its_share_of_the_net_price() {
        grant(half(APRIL));
        operator.clock.advance(Duration.ofDays(40));
        contracts.suspend(contract.id(), Suspension.of(SuspensionReason.NON_PAYMENT), STAFF);

        Segment held = segments().get(2);

        assertThat(held.cause()).isEqualTo("NON_PAYMENT");
        assertThat(held.net()).isEqualTo(usd("10"));
    }

    @Test
    void that_ends_early_is_over_from_that_day_and_those_to_come_do_not_begin() {
        grant(half(APRIL).forMonths(3));
        grant(half(LocalDate.of(2026, 10, 1)).forMonths(1));

        end(WELCOME, LocalDate.of(2026, 5, 1));

        assertThat(now().discounts()).containsExactly(half(APRIL).until(LocalDate.of(2026, 5, 1)));
        assertThat(nets()).containsExactly("2026-03-02 20 USD", "2026-04-01 10 USD", "2026-05-01 20 USD");
    }

    @Test
    void that_never_began_was_never_there() {
        grant(half(APRIL));

        end(WELCOME, TODAY);

        assertThat(now().discounts()).isEmpty();
        assertThat(nets()).containsExactly("2026-03-02 20 USD");
        assertThat(end(WELCOME, TODAY).getLeft()).isEqualTo(new Rejection.NoSuchDiscount(WELCOME, TODAY));
    }

    @Test
    void of_the_past_issues_its_days_again() {
        operator.clock.advance(Duration.ofDays(60));
        long seen = now().version();

        grant(half(APRIL).until(APRIL.plusDays(5)));

        List<Revision> revisions = feed.revisions(contracts.history(contract.id()), seen);
        assertThat(revisions).hasSize(1);
        assertThat(revisions.get(0).from()).contains(TODAY);
        assertThat(nets()).containsExactly("2026-03-02 20 USD", "2026-04-01 10 USD", "2026-04-06 20 USD");
    }

    @Test
    void is_shown_by_a_preview_and_agreed_on_with_a_draft() {
        CommandPreview preview = contracts
                .preview(c -> c.grantDiscount(contract.id(), half(TODAY), STAFF))
                .get();
        Contract draft = contracts.draft(terms(), STAFF).get().contract();

        assertThat(preview.told()).isEmpty();
        assertThat(preview.owed(operator.clock.instant(), ReportSettings.in(ZONE))
                        .after())
                .extracting(Segment::net)
                .containsExactly(usd("10"));
        assertThat(contracts
                        .grantDiscount(draft.id(), half(TODAY), STAFF)
                        .get()
                        .contract()
                        .discounts())
                .hasSize(1);
    }

    @Test
    void is_refused_with_what_is_wrong() {
        Discount present = half(APRIL).forMonths(3);
        grant(present);

        assertThat(grant(half(LocalDate.of(2026, 6, 30))).getLeft()).isEqualTo(new Rejection.DiscountOverlaps(present));
        assertThat(grant(half(LocalDate.of(2026, 7, 1))).isRight()).isTrue();
        assertThat(grant(off("20.01")).getLeft()).isEqualTo(new Rejection.DiscountAbovePrice(usd("20.01"), usd("20")));
        assertThat(grant(Discount.amount(GOLD, Money.of("5", "EUR"), BillingCycle.MONTHLY, APRIL))
                        .getLeft())
                .isEqualTo(new Rejection.OtherCurrency(Money.of("5", "EUR"), Currency.getInstance("USD")));
        assertThat(grant(Discount.amount(GOLD, usd("5"), BillingCycle.ANNUAL, APRIL))
                        .getLeft())
                .isInstanceOfSatisfying(
                        Rejection.InvalidValue.class,
                        wrong -> assertThat(wrong.field()).isEqualTo("cycle"));

        contracts.cancel(contract.id(), CancellationReason.CUSTOMER_REQUEST, STAFF);
        assertThat(grant(off("5")).getLeft()).isEqualTo(new Rejection.ContractEnded(contract.id()));
    }

    @Test
    void of_a_contract_there_are_a_hundred_at_most() {
        IntStream.range(0, Discount.MAX_OF_A_CONTRACT)
                .forEach(n -> grant(Discount.percent(new DiscountCode("D" + n), 1, APRIL)));

        assertThat(grant(half(APRIL)).getLeft())
                .isEqualTo(new Rejection.InvalidValue("discounts", "101 discounts", "at most 100"));
        assertThat(segments().get(1).net()).isEqualTo(usd("0"));
    }

    @Test
    void whose_values_cannot_be_names_field_value_and_what_is_allowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Discount.percent(WELCOME, 101, APRIL))
                .withMessage("percent must be 1 to 100, was \"101\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Discount.PercentOff(0))
                .withMessage("basisPoints must be 1 to 10000, was \"0\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Discount(WELCOME, new Discount.PercentOff(1), APRIL, Optional.of(APRIL)))
                .withMessage("to must be after 2026-04-01, was \"2026-04-01\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> half(LocalDate.MAX))
                .withMessageStartingWith("from must be 1900-01-01 to 9999-12-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> off("0"))
                .withMessage("amount must be more than zero, was \"0 USD\"");
    }

    @Test
    void is_granted_for_three_months_and_ended_early_as_the_page_shows() {
        ContractId id = contract.id();
        CommandContext staff = STAFF;
        LocalDate firstDay = APRIL;
        LocalDate lastDay = LocalDate.of(2026, 4, 30);

        Discount welcome =
                Discount.percent(new DiscountCode("WELCOME"), 50, firstDay).forMonths(3);
        contracts.grantDiscount(id, welcome, staff);
        contracts.endDiscount(id, welcome.code(), lastDay.plusDays(1), staff); // early

        assertThat(nets()).containsExactly("2026-03-02 20 USD", "2026-04-01 10 USD", "2026-05-01 20 USD");
    }
}
