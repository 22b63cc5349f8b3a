package io.silverdata.contract.model;

import static io.silverdata.contract.model.Situations.CONTRACT;
import static io.silverdata.contract.model.Situations.FIBRE_100;
import static io.silverdata.contract.model.Situations.HOME_PORT;
import static io.silverdata.contract.model.Situations.LOGIN;
import static io.silverdata.contract.model.Situations.ONU;
import static io.silverdata.contract.model.Situations.OPERATOR;
import static io.silverdata.contract.model.Situations.assessment;
import static io.silverdata.contract.model.Situations.policy;
import static io.silverdata.contract.model.Situations.suspend;
import static io.silverdata.contract.model.Situations.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.engine.CommandMetadata;
import io.silverdata.contract.engine.Decider;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Three reasons come and go in any order, overlapping as they like, in a zone whose days have 23, 24 and 25 hours. */
class TermProperties {
    private static final ZoneId SANTIAGO = ZoneId.of("America/Santiago");
    // Clocks go back on 5 April 2026 and forward on 6 September.
    private static final Instant START = Instant.parse("2026-03-20T02:30:00Z");
    private static final List<SuspensionPolicy> REASONS =
            List.of(policy("FIRST", true), policy("SECOND", true), policy("THIRD", true), policy("NEVER", false));

    /** After some hours, the hold for a reason is placed if it is not there, and lifted if it is. */
    record Turn(int hours, int reason) {}

    @Property
    void each_day_under_any_hold_lengthens_the_term_by_one(@ForAll("turns") @Size(max = 14) List<Turn> turns) {
        Contract contract = activeContract();
        Set<LocalDate> days = new HashSet<>();
        Instant now = START;

        for (Turn turn : turns) {
            Instant next = now.plus(Duration.ofHours(turn.hours()));
            if (anyHoldLengthensTheTerm(contract)) {
                addDays(days, now, next);
            }
            now = next;
            contract = toggled(contract, REASONS.get(turn.reason()), now);
        }
        for (SuspensionHold hold : contract.holds()) {
            contract = toggled(contract, hold.policy(), now);
        }

        assertThat(contract.termEndsOn()).contains(day(START).plusMonths(12).plusDays(days.size()));
    }

    /** A hold for a reason of its own, and the moments at which it is written down and lifted: late, and in any order. */
    record Stay(int fromHour, int hours, int recorded, int liftedAfter) {
        Instant from() {
            return START.plus(Duration.ofHours(fromHour));
        }

        Instant to() {
            return from().plus(Duration.ofHours(hours));
        }
    }

    @Property
    void each_day_counts_once_in_whatever_order_holds_are_recorded_and_lifted(
            @ForAll("stays") @Size(max = 5) List<Stay> stays) {
        Contract contract = activeContract();
        Set<LocalDate> days = new HashSet<>();
        Instant now = START.plus(Duration.ofDays(400));

        for (int turn = 0; turn <= 20; turn++) {
            for (int number = 0; number < stays.size(); number++) {
                Stay stay = stays.get(number);
                SuspensionPolicy policy = policy("STAY_" + number, true);
                if (stay.recorded() == turn) {
                    contract = happened(contract, suspend(policy), stay.from(), now);
                }
                if (stay.recorded() + stay.liftedAfter() == turn) {
                    contract = happened(contract, new Command.LiftHold(policy.reason()), stay.to(), now);
                    addDays(days, stay.from(), stay.to());
                    assertThat(contract.termEndsOn())
                            .contains(day(START).plusMonths(12).plusDays(days.size()));
                }
            }
        }
    }

    @Property
    void what_is_left_at_the_end_counts_the_days_of_holds_that_still_go_on(
            @ForAll("turns") @Size(max = 14) List<Turn> turns) {
        Contract contract = activeContract();
        Instant now = START;
        for (Turn turn : turns) {
            now = now.plus(Duration.ofHours(turn.hours()));
            contract = toggled(contract, REASONS.get(turn.reason()), now);
        }
        Contract lifted = contract;
        for (SuspensionHold hold : contract.holds()) {
            lifted = toggled(lifted, hold.policy(), now);
        }

        assertThat(remainingDays(contract, now)).isEqualTo(remainingDays(lifted, now));
    }

    private static Contract happened(Contract contract, Command command, Instant effectiveAt, Instant now) {
        CommandMetadata metadata =
                new CommandMetadata(effectiveAt, now, SANTIAGO, OPERATOR, Trigger.ADMIN, Optional.empty());
        return Decider.decide(contract, command, metadata).get().contract();
    }

    private static Contract activeContract() {
        CommandMetadata now = at(START);
        return Decider.draft(CONTRACT, terms(FIBRE_100), now)
                .flatMap(drafted -> Decider.decide(
                        drafted.contract(),
                        new Command.Assess(assessment(Verdict.QUALIFIED, START.plusSeconds(1))),
                        now))
                .flatMap(assessed ->
                        Decider.decide(assessed.contract(), new Command.Activate(HOME_PORT, ONU, LOGIN), now))
                .get()
                .contract();
    }

    private static Contract toggled(Contract contract, SuspensionPolicy policy, Instant now) {
        Command command =
                contract.hold(policy.reason()).isPresent() ? new Command.LiftHold(policy.reason()) : suspend(policy);
        return Decider.decide(contract, command, at(now)).get().contract();
    }

    private static boolean anyHoldLengthensTheTerm(Contract contract) {
        return contract.holds().stream().anyMatch(hold -> hold.policy().extendsTerm());
    }

    /** Every midnight passed counts for the day that ended with it. */
    private static void addDays(Set<LocalDate> days, Instant from, Instant to) {
        for (LocalDate day = day(from); day.isBefore(day(to)); day = day.plusDays(1)) {
            days.add(day);
        }
    }

    private static int remainingDays(Contract contract, Instant now) {
        return Decider.decide(contract, Situations.cancel(CancellationReason.CUSTOMER_REQUEST), at(now))
                .get()
                .events()
                .stream()
                .map(recorded -> (ContractEvent.ContractCancelled) recorded.event())
                .findFirst()
                .orElseThrow()
                .remainingTermDays();
    }

    private static CommandMetadata at(Instant now) {
        return CommandMetadata.at(now, SANTIAGO, OPERATOR, Trigger.ADMIN);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(SANTIAGO).toLocalDate();
    }

    @Provide
    Arbitrary<List<Turn>> turns() {
        Arbitrary<Integer> hours = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 30), Arbitraries.integers().between(0, 900));
        return Combinators.combine(hours, Arbitraries.integers().between(0, REASONS.size() - 1))
                .as(Turn::new)
                .list();
    }

    @Provide
    Arbitrary<List<Stay>> stays() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2_000),
                        Arbitraries.integers().between(0, 1_500),
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.integers().between(1, 10))
                .as(Stay::new)
                .list();
    }
}
