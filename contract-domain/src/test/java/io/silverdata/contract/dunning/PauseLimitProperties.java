package io.silverdata.contract.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.Operator;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.testkit.Choices;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.statistics.Statistics;

/** Whatever a customer orders, schedules, ends early and withdraws, over years, the pauses that took place keep the rule. */
class PauseLimitProperties {
    private static final CommandContext CUSTOMER = CommandContext.by("customer", Trigger.CUSTOMER);
    private static final int ORDERS = 60;
    private static final int MIN_DAYS = 5;
    private static final int MAX_DAYS = 60;
    private static final int MAX_PER_YEAR = 3;
    private static final int REST_DAYS = 20;

    private record Pause(LocalDate from, LocalDate to) {}

    @Property(tries = 1_000)
    void the_pauses_that_took_place_keep_the_rule(@ForAll("choices") Choices choices) {
        Operator operator = Operator.small();
        Contracts contracts = operator.builder()
                .pauses(PauseRule.of(MIN_DAYS, MAX_DAYS)
                        .maxPerYear(MAX_PER_YEAR)
                        .restDays(REST_DAYS))
                .build();
        ContractId contract = contracts
                .signUp(Operator.signUp(1), Operator.STAFF)
                .get()
                .contract()
                .id();

        for (int i = 0; i < ORDERS; i++) {
            operator.clock.advance(Duration.ofDays(choices.nextInt(40)));
            order(contracts, contract, operator.clock.instant(), choices);
        }
        operator.clock.advance(Duration.ofDays(400));
        contracts.worker().applyDue(1);

        List<Pause> pauses = pauses(contracts.history(contract));
        Statistics.label("more pauses than a year allows").collect(pauses.size() > MAX_PER_YEAR);
        Statistics.label("more pauses than a year allows")
                .coverage(coverage -> coverage.check(true).count(tries -> tries > 0));
        checkRule(pauses);
    }

    private static void order(Contracts contracts, ContractId contract, Instant now, Choices choices) {
        Suspension pause = Suspension.of(SuspensionReason.CUSTOMER_REQUEST);
        Instant start = now.plus(1 + choices.nextInt(90), ChronoUnit.DAYS);
        int days = choices.nextInt(MAX_DAYS + MIN_DAYS);
        switch (choices.nextInt(6)) {
            case 0, 1 -> contracts.suspend(contract, pause.until(now.plus(days, ChronoUnit.DAYS)), CUSTOMER);
            case 2, 3 ->
                contracts.scheduleSuspension(contract, pause.until(start.plus(days, ChronoUnit.DAYS)), start, CUSTOMER);
            case 4 -> contracts.liftHold(contract, SuspensionReason.CUSTOMER_REQUEST, CUSTOMER);
            default -> contracts.undoScheduled(contract, CommandKind.SUSPEND, CUSTOMER);
        }
    }

    private static List<Pause> pauses(List<RecordedEvent> history) {
        List<Pause> pauses = new ArrayList<>();
        for (RecordedEvent recorded : history) {
            if (recorded.event() instanceof ContractEvent.HoldLifted lifted
                    && lifted.hold().placedAt().isBefore(recorded.effectiveAt())) {
                pauses.add(new Pause(day(lifted.hold().placedAt()), day(recorded.effectiveAt())));
            }
        }
        return pauses;
    }

    private static void checkRule(List<Pause> pauses) {
        for (int i = 0; i < pauses.size(); i++) {
            Pause pause = pauses.get(i);
            assertThat(pause.from.until(pause.to, ChronoUnit.DAYS)).isLessThanOrEqualTo(MAX_DAYS);
            if (i > 0) {
                assertThat(pause.from).isAfterOrEqualTo(pauses.get(i - 1).to.plusDays(REST_DAYS));
            }
            if (i >= MAX_PER_YEAR) {
                assertThat(pause.from)
                        .isAfterOrEqualTo(pauses.get(i - MAX_PER_YEAR).from.plusDays(365));
            }
        }
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, Operator.ZONE);
    }

    @Provide
    Arbitrary<Choices> choices() {
        return Arbitraries.integers()
                .withDistribution(RandomDistribution.uniform())
                .list()
                .ofMaxSize(400)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(Choices::new);
    }
}
