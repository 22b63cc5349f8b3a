package io.silverdata.contract.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandPreview;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.listener.CommandReport;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.CommandScenario.Step;
import io.silverdata.contract.testkit.CommandScenario.Subject;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What {@code Contracts} promises of every command, whatever the storage: a key that was used answers with the first result,
 * and each command is reported once under its own name. Extend it, and give an empty storage to each test.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class CommandsTck {
    private static final CommandContext STAFF = CommandContext.by("staff", Trigger.ADMIN);

    private final Race race = new Race();
    private CommandScenario scenario;

    /** For the test of an adapter. */
    protected CommandsTck() {}

    /** A storage with nothing in it, for one test alone. The kit does not close it. */
    protected abstract Storage storage();

    /** How many times two threads give each command at once: 20 by default. */
    protected int rounds() {
        return 20;
    }

    /** Whether two units of work can be under way at once: true by default. */
    protected boolean runsUnitsOfWorkConcurrently() {
        return true;
    }

    @BeforeEach
    void begin() {
        scenario = new CommandScenario(storage());
    }

    @AfterEach
    void end() {
        race.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_command_under_a_used_key_answers_with_the_first_result_whatever_has_changed(Step step) {
        Subject subject = scenario.prepare(step);
        CommandResult first = scenario.give(step, subject, STAFF.once("key")).get();

        CommandResult same = scenario.give(step, subject, STAFF.once("key")).get();
        scenario.changeTheWorld();
        CommandResult later = scenario.give(step, subject, STAFF.once("key")).get();

        assertThat(first.repeated()).isFalse();
        assertThat(first.events()).isNotEmpty();
        assertThat(List.of(same, later)).containsOnly(new CommandResult(first.contract(), first.events(), true));
    }

    @ParameterizedTest
    @EnumSource
    void a_command_given_twice_at_once_under_a_key_has_one_result(Step step) {
        for (int round = 1; round <= rounds(); round++) {
            Subject subject = scenario.prepare(step);
            CommandContext once = STAFF.once("key-" + round);

            List<Either<Rejection, CommandResult>> outcomes = race.run(2, runner -> scenario.give(step, subject, once));

            assertThat(outcomes)
                    .allSatisfy(outcome ->
                            assertThat(outcome.isRight()).as("%s", outcome).isTrue());
            CommandResult one = outcomes.get(0).get();
            CommandResult other = outcomes.get(1).get();
            assertThat(one.events()).isEqualTo(other.events());
            assertThat(one.repeated()).isNotEqualTo(other.repeated());
            scenario.cleanUp(one.contract().id());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_command_whose_twin_is_committed_after_the_key_was_looked_up_has_the_twins_result(Step step) {
        assumeTrue(runsUnitsOfWorkConcurrently(), "a second unit of work waits until the first one ends");
        Subject subject = scenario.prepare(step);
        CommandContext once = STAFF.once("key");
        List<CommandResult> twin = new ArrayList<>();

        CommandResult result = scenario.giveInterrupted(
                        step,
                        subject,
                        once,
                        () -> twin.addAll(race.run(
                                1, runner -> scenario.give(step, subject, once).get())))
                .get();

        assertThat(twin).hasSize(1);
        assertThat(twin.get(0).repeated()).isFalse();
        assertThat(result)
                .isEqualTo(new CommandResult(twin.get(0).contract(), twin.get(0).events(), true));
    }

    @ParameterizedTest
    @EnumSource
    void a_preview_says_what_the_command_then_does_and_leaves_no_trace(Step step) {
        Subject subject = scenario.prepare(step);
        List<Object> before = scenario.state();
        scenario.takeReports();

        CommandPreview preview =
                scenario.preview(step, subject, STAFF.once("key")).get();

        assertThat(scenario.state()).isEqualTo(before);
        assertThat(scenario.takeReports()).isEmpty();
        CommandResult result = scenario.give(step, subject, STAFF.once("key")).get();
        assertThat(result.repeated()).isFalse();
        assertThat(kinds(preview.events())).isEqualTo(kinds(result.events()));
        assertThat(preview.contract().status()).isEqualTo(result.contract().status());
        if (preview.before().isPresent()) {
            assertThat(preview.events()).isEqualTo(result.events());
            assertThat(preview.contract()).isEqualTo(result.contract());
        }
    }

    private static List<String> kinds(List<RecordedEvent> events) {
        return events.stream()
                .map(recorded -> recorded.event().getClass().getSimpleName())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_preview_of_a_command_that_is_refused_says_why(Step step) {
        Subject nobody = new Subject(99, ContractFixtures.contractId(99));
        assumeTrue(step != Step.DRAFT && step != Step.SIGN_UP && step != Step.ADOPT, "it begins a contract");

        assertThat(scenario.preview(step, nobody, STAFF).getLeft())
                .isEqualTo(new Rejection.ContractNotFound(nobody.id()));
    }

    @ParameterizedTest
    @EnumSource
    void another_command_under_a_used_key_is_refused(Step step) {
        Step first = step == Step.DRAFT ? Step.SIGN_UP : Step.DRAFT;
        scenario.give(first, scenario.prepare(first), STAFF.once("key")).get();
        Subject subject = scenario.prepare(step);

        Either<Rejection, CommandResult> outcome = scenario.give(step, subject, STAFF.once("key"));

        assertThat(outcome.getLeft()).isInstanceOf(Rejection.IdempotencyKeyReused.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_command_is_reported_once_under_its_name_when_accepted_repeated_and_refused(Step step) {
        Subject subject = scenario.prepare(step);
        scenario.takeReports();

        Either<Rejection, CommandResult> accepted = scenario.give(step, subject, STAFF.once("key"));
        Either<Rejection, CommandResult> repeated = scenario.give(step, subject, STAFF.once("key"));
        scenario.changeTheWorld();
        Either<Rejection, CommandResult> refused =
                scenario.give(step, subject, STAFF.once("other").expecting(1_000));

        List<CommandReport> reports = scenario.takeReports();
        assertThat(reports).extracting(CommandReport::command).containsOnly(step.command());
        assertThat(reports).hasSize(3);
        assertThat(accepted.isRight()).isTrue();
        assertThat(reports.get(0).refusal()).isEmpty();
        assertThat(reports.get(0).repeated()).isFalse();
        assertThat(repeated.get().repeated()).isTrue();
        assertThat(reports.get(1).repeated()).isTrue();
        assertThat(reports.get(2).refusal()).contains(refused.getLeft());
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "DRAFT",
                "SIGN_UP",
                "ADOPT",
                "ACTIVATE",
                "CHANGE_PLAN",
                "SCHEDULE_PLAN_CHANGE",
                "SCHEDULE_TRANSFER",
                "TRANSFER_OWNERSHIP",
                "SWAP_ONU"
            })
    void a_command_that_the_host_refuses_is_reported_too(Step step) {
        Subject subject = scenario.prepare(step);
        scenario.changeTheWorld();
        scenario.takeReports();

        Either<Rejection, CommandResult> refused = scenario.give(step, subject, STAFF);

        assertThat(scenario.takeReports()).singleElement().satisfies(report -> {
            assertThat(report.command()).isEqualTo(step.command());
            assertThat(report.refusal()).contains(refused.getLeft());
        });
    }
}
