package io.silverdata.contract.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import io.silverdata.archrules.Seeds;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The domain keeps the rules of its architecture, and each rule finds the class that was made to break it. */
class HexagonTest {
    private static final String DOMAIN = "io.silverdata.contract";
    private static final String SEEDED = DOMAIN + ".arch.seeded";
    private static final JavaClasses DOMAIN_CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(DOMAIN);
    private static final JavaClasses SEEDED_CLASSES = new ClassFileImporter().importPackages(SEEDED);

    /** Each rule, with what the seeded tree breaks of it: class, and the word that the report must say about it. */
    enum Rule {
        MODEL_ALONE(
                HexagonRules::the_model_depends_on_itself_only,
                "model.ModelThatKnowsAPort -> spi.DeviceOutcome",
                "model.ModelThatLogs -> org.slf4j.Logger",
                "model.ModelThatReadsFiles -> java.io.File",
                "model.ModelWithVavrList -> io.vavr.collection.List"),
        PURE_PACKAGES_APART(
                HexagonRules::the_other_pure_packages_depend_on_the_model_and_themselves_not_on_each_other,
                "feasibility.FeasibilityThatAllocates -> allocation.AllocationThatAssesses",
                "allocation.AllocationThatAssesses -> feasibility.FeasibilityThatAllocates",
                "feasibility.FeasibilityThatKnowsAPort -> spi.DeviceOutcome"),
        PORTS_PLAIN(
                HexagonRules::the_ports_depend_on_pure_packages_and_the_platform_only,
                "spi.PortWithGuava -> com.google.common.collect.ImmutableList",
                "spi.PortThatLogs -> org.slf4j.Logger"),
        MEMORY_BEHIND_PORTS(
                HexagonRules::memory_depends_on_pure_packages_and_ports_only,
                "memory.MemoryThatKnowsTheFacade -> Contracts"),
        INTERNAL_HIDDEN(
                HexagonRules::internal_is_used_by_the_facade_only, "memory.MemoryThatUsesInternals -> internal.Hidden"),
        NO_CYCLES(
                HexagonRules::packages_have_no_cycles,
                "feasibility -> allocation",
                "internal.InternalThatKnowsTheFacade -> Contracts"),
        SIGNATURES_OWN(
                HexagonRules::exported_signatures_name_own_types_the_platform_and_either_only,
                "spi.PortWithGuava -> com.google.common.collect.ImmutableList",
                "model.ModelWithVavrList -> io.vavr.collection.List",
                "memory.MemoryThatUsesInternals -> internal.Hidden",
                "model.ModelThatLogs -> org.slf4j.Logger"),
        RECORDS(
                HexagonRules::events_rejections_commands_and_outcomes_are_records,
                "model.EventThatIsAClass -> record",
                "model.RejectionThatIsAnEnum -> record",
                "model.CommandThatIsAClass -> record",
                "spi.OutcomeThatIsAClass -> record"),
        FINAL(HexagonRules::public_classes_are_final, "model.PublicClassThatIsOpen -> is neither final nor sealed"),
        TIME_GIVEN(
                HexagonRules::nobody_asks_for_the_time_but_the_builders_default,
                "Contracts -> java.time.Clock.systemUTC",
                "model.ModelThatLooksAtTheClock -> java.time.Instant.now",
                "model.ModelThatLooksAtTheClock -> java.time.LocalDate.now",
                "model.ModelThatLooksAtTheClock -> java.time.Clock.systemDefaultZone",
                "model.ModelThatLooksAtTheClock -> java.lang.System.currentTimeMillis",
                "model.ModelThatLooksAtTheClock -> java.lang.System.nanoTime",
                "ContractsBuilder -> java.time.Clock.systemDefaultZone"),
        NO_THREADS(
                HexagonRules::nobody_owns_a_thread_an_executor_or_a_timer,
                "memory.MemoryWithThreads -> java.lang.Thread",
                "memory.MemoryWithThreads -> java.util.concurrent.ExecutorService",
                "memory.MemoryWithThreads -> java.util.Timer",
                "memory.MemoryWithThreads -> java.util.concurrent.CompletableFuture",
                "memory.MemoryWithThreads -> parallelStream"),
        NULL_MARKED(HexagonRules::packages_are_null_marked, "unmarked.Unmarked -> @NullMarked");

        private final Function<HexagonRules, ArchRule> rule;
        private final String[] seeds;

        Rule(Function<HexagonRules, ArchRule> rule, String... seeds) {
            this.rule = rule;
            this.seeds = seeds;
        }

        ArchRule in(String root) {
            return rule.apply(new HexagonRules(root));
        }
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void the_domain_keeps(Rule rule) {
        rule.in(DOMAIN).check(DOMAIN_CLASSES);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void each_seeded_violation_is_found_by(Rule rule) {
        EvaluationResult result = rule.in(SEEDED).evaluate(SEEDED_CLASSES);

        assertThat(result.hasViolation()).isTrue();
        Seeds.assertFound(result, SEEDED, rule.seeds);
    }

    @Test
    void a_clean_class_in_the_seeded_tree_breaks_no_rule() {
        Stream<String> details = Stream.of(Rule.values())
                .flatMap(rule -> rule.in(SEEDED).evaluate(SEEDED_CLASSES).getFailureReport().getDetails().stream());

        assertThat(details.map(HexagonTest::withoutRoot)).noneMatch(detail -> detail.contains("model.Clean"));
    }

    @Test
    void all_packages_of_the_domain_were_looked_at() {
        assertThat(DOMAIN_CLASSES.stream().map(type -> type.getPackageName()).distinct())
                .containsExactlyInAnyOrder(
                        DOMAIN,
                        DOMAIN + ".allocation",
                        DOMAIN + ".coexistence",
                        DOMAIN + ".command",
                        DOMAIN + ".dunning",
                        DOMAIN + ".engine",
                        DOMAIN + ".feasibility",
                        DOMAIN + ".internal.command",
                        DOMAIN + ".internal.delivery",
                        DOMAIN + ".internal.moves",
                        DOMAIN + ".internal.plant",
                        DOMAIN + ".internal.runs",
                        DOMAIN + ".internal.transaction",
                        DOMAIN + ".listener",
                        DOMAIN + ".matching",
                        DOMAIN + ".memory",
                        DOMAIN + ".model",
                        DOMAIN + ".move",
                        DOMAIN + ".note",
                        DOMAIN + ".plant",
                        DOMAIN + ".query",
                        DOMAIN + ".report",
                        DOMAIN + ".runs",
                        DOMAIN + ".spi",
                        DOMAIN + ".worker");
    }

    private static String withoutRoot(String detail) {
        return detail.replace(SEEDED + ".", "");
    }
}
