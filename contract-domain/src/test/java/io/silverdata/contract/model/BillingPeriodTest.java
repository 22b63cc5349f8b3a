package io.silverdata.contract.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.engine.CommandMetadata;
import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.testkit.ContractFixtures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BillingPeriodTest {
    private static final ZoneId ZONE = ContractFixtures.ZONE;
    private static final PlanSnapshot MONTHLY = plan(BillingCycle.MONTHLY);
    private static final PlanSnapshot YEARLY = plan(BillingCycle.ANNUAL);

    /** Monthly since May 2012, yearly from February 2013: the year that was paid ends in February 2014, not in May. */
    @Test
    void a_cycle_of_another_length_is_counted_from_the_change() {
        Contract contract = changed(begun("2012-05-01", 1), YEARLY, "2013-02-01", "2013-02-01");

        assertThat(BillingPeriod.of(contract, LocalDate.parse("2013-03-10"), ZONE))
                .isEqualTo(new BillingPeriod(
                        BillingCycle.ANNUAL,
                        new DayRange(LocalDate.parse("2013-02-01"), LocalDate.parse("2014-02-01")),
                        37));
    }

    @Test
    void a_change_that_is_recorded_late_and_puts_another_right_leaves_the_count_as_it_was() {
        Contract yearly = changed(begun("2012-05-01", 1), YEARLY, "2013-02-01", "2013-02-01");
        Contract mistaken = changed(yearly, MONTHLY, "2013-04-01", "2013-04-01");

        Contract putRight = changed(mistaken, withVersion(YEARLY, 9), "2013-03-20", "2013-04-20");

        assertThat(putRight.billingAnchor(LocalDate.parse("2013-05-01"), ZONE))
                .isEqualTo(new BillingAnchor(LocalDate.parse("2013-02-01"), 1));
    }

    @Test
    void a_contract_that_began_within_a_period_has_used_it_since_then() {
        Contract contract = begun("2026-05-10", 31);

        assertThat(BillingPeriod.of(contract, LocalDate.parse("2026-05-12"), ZONE))
                .isEqualTo(new BillingPeriod(
                        BillingCycle.MONTHLY,
                        new DayRange(LocalDate.parse("2026-04-30"), LocalDate.parse("2026-05-31")),
                        2));
        assertThat(BillingPeriod.of(contract, LocalDate.parse("2026-06-02"), ZONE)
                        .daysUsed())
                .isEqualTo(2);
    }

    private static Contract begun(String day, int billingDay) {
        Instant at = time(day);
        Contract drafted = Decider.draft(
                        ContractFixtures.contractId(1),
                        new ContractEvent.ContractDrafted(
                                ContractFixtures.contractNumber(1),
                                Optional.empty(),
                                ContractFixtures.customer(1),
                                MONTHLY,
                                ContractFixtures.address(1),
                                billingDay),
                        metadata(at, at))
                .get()
                .contract();
        Contract assessed = decided(
                drafted, new Command.Assess(ContractFixtures.assessment(1, at.plusSeconds(60))), metadata(at, at));
        return decided(
                assessed,
                new Command.Activate(
                        ContractFixtures.ports(1), ContractFixtures.onu(1), ContractFixtures.radiusUser(1)),
                metadata(at, at));
    }

    private static Contract changed(Contract contract, PlanSnapshot plan, String effective, String recorded) {
        return decided(contract, new Command.ChangePlan(plan), metadata(time(effective), time(recorded)));
    }

    private static Contract decided(Contract contract, Command command, CommandMetadata metadata) {
        Contract decided = Decider.decide(contract, command, metadata).get().contract();
        assertThat(Contract.restore(decided.snapshot())).isEqualTo(decided);
        return decided;
    }

    private static CommandMetadata metadata(Instant effective, Instant recorded) {
        return new CommandMetadata(effective, recorded, ZONE, new Actor("test"), Trigger.ADMIN, Optional.empty());
    }

    private static Instant time(String day) {
        return LocalDate.parse(day).atStartOfDay(ZONE).toInstant();
    }

    private static PlanSnapshot plan(BillingCycle cycle) {
        PlanSnapshot plan = ContractFixtures.plan();
        return new PlanSnapshot(
                plan.id(),
                cycle.months(),
                plan.name(),
                plan.technology(),
                plan.rates(),
                new PlanSnapshot.Price(plan.price().amount(), cycle),
                plan.profiles(),
                0);
    }

    private static PlanSnapshot withVersion(PlanSnapshot plan, int version) {
        return new PlanSnapshot(
                plan.id(), version, plan.name(), plan.technology(), plan.rates(), plan.price(), plan.profiles(), 0);
    }
}
