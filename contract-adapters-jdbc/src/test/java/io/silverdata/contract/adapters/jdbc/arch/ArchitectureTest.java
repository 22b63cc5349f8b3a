package io.silverdata.contract.adapters.jdbc.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import io.silverdata.archrules.Seeds;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The adapter keeps the rules of its architecture, and each rule finds the class that was made to break it. */
class ArchitectureTest {
    private static final String ADAPTER = "io.silverdata.contract.adapters.jdbc";
    private static final String SEEDED = ADAPTER + ".arch.seeded";
    private static final JavaClasses ADAPTER_CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ADAPTER);
    private static final JavaClasses SEEDED_CLASSES = new ClassFileImporter().importPackages(SEEDED);

    /** Each rule, with what the seeded tree breaks of it: class, and the word that the report must say about it. */
    enum Rule {
        EXPORTED_DOMAIN(
                AdapterRules::the_adapter_depends_on_what_the_domain_exports_only,
                "reaching.ReachesIntoTheDomain -> io.silverdata.contract.internal."),
        NOTHING_FOREIGN(
                AdapterRules::the_adapter_knows_no_other_adapter_framework_pool_or_driver,
                "reaching.KnowsADriver -> org.h2.jdbc.JdbcConnection",
                "reaching.KnowsAnotherAdapter -> adapters.radius.seeded.AnotherAdapter"),
        PORTS_HIDDEN(
                AdapterRules::implementations_of_ports_are_hidden_but_for_the_storage_and_the_reports,
                "PortInTheOpen -> internal"),
        NO_CYCLES(
                AdapterRules::packages_have_no_cycles,
                "internal.one.OneThatKnowsTwo -> internal.two.TwoThatKnowsOne",
                "internal.two.TwoThatKnowsTheEntry -> EntryThatKnowsTwo"),
        SIGNATURES_EXPORTED(
                AdapterRules::exported_signatures_name_exported_types_the_platform_and_either_only,
                "EntryThatKnowsTwo -> internal.two.TwoThatKnowsTheEntry",
                "PortInTheOpen -> org.jdbi.v3.core.Handle"),
        PUBLIC_WHERE_NEEDED(
                AdapterRules::hidden_types_and_methods_are_public_only_where_another_package_needs_them,
                "idle.PublicForNobody -> is public for nobody",
                "two.TwoThatKnowsOne -> methodForNobody"),
        FINAL(AdapterRules::public_classes_are_final, "PublicClassThatIsOpen -> is neither final nor sealed"),
        TIME_GIVEN(
                AdapterRules::nobody_asks_for_the_time,
                "working.LooksAtTheClock -> java.time.Instant.now",
                "working.LooksAtTheClock -> java.time.LocalDate.now",
                "working.LooksAtTheClock -> java.time.Clock.systemUTC",
                "working.LooksAtTheClock -> java.lang.System.currentTimeMillis",
                "working.LooksAtTheClock -> java.lang.System.nanoTime",
                "working.LooksAtTheClock -> java.util.Date",
                "working.LooksAtTheClock -> java.util.Calendar.getInstance"),
        NO_THREADS(
                AdapterRules::nobody_owns_a_thread_an_executor_or_a_timer,
                "working.WorksInTheBackground -> java.lang.Thread",
                "working.WorksInTheBackground -> java.util.concurrent.ExecutorService",
                "working.WorksInTheBackground -> java.util.Timer",
                "working.WorksInTheBackground -> java.util.concurrent.CompletableFuture",
                "working.WorksInTheBackground -> parallelStream"),
        NULL_MARKED(AdapterRules::packages_are_null_marked, "unmarked.Unmarked -> @NullMarked");

        private final Function<AdapterRules, ArchRule> rule;
        private final String[] seeds;

        Rule(Function<AdapterRules, ArchRule> rule, String... seeds) {
            this.rule = rule;
            this.seeds = seeds;
        }

        ArchRule in(String root) {
            return rule.apply(new AdapterRules(root));
        }
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void the_adapter_keeps(Rule rule) {
        rule.in(ADAPTER).check(ADAPTER_CLASSES);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void each_seeded_violation_is_found_by(Rule rule) {
        EvaluationResult result = rule.in(SEEDED).evaluate(SEEDED_CLASSES);

        Seeds.assertFound(result, SEEDED, rule.seeds);
    }

    @Test
    void a_clean_class_in_the_seeded_tree_breaks_no_rule() {
        Stream<String> details = Stream.of(Rule.values())
                .flatMap(rule -> rule.in(SEEDED).evaluate(SEEDED_CLASSES).getFailureReport().getDetails().stream());

        assertThat(details.map(ArchitectureTest::withoutRoot)).noneMatch(detail -> detail.contains("Clean"));
    }

    @Test
    void a_host_sees_these_types_and_no_other() {
        assertThat(ADAPTER_CLASSES.stream()
                        .filter(type -> !type.getPackageName().startsWith(ADAPTER + ".internal"))
                        .filter(ArchitectureTest::isPublic)
                        .filter(type -> type.getEnclosingClass().isEmpty())
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder(
                        "JdbcStorage",
                        "JdbcReports",
                        "Schema",
                        "Dialect",
                        "ContractRange",
                        "Difference",
                        "Verification");
    }

    @Test
    void every_package_is_either_hidden_by_its_name_or_exported() throws IOException {
        ModuleDescriptor module =
                ModuleDescriptor.read(Files.newInputStream(Path.of("target/classes/module-info.class")));

        assertThat(ADAPTER_CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .distinct()
                        .filter(name -> !name.startsWith(ADAPTER + ".internal.")))
                .containsExactlyInAnyOrderElementsOf(module.exports().stream()
                        .map(ModuleDescriptor.Exports::source)
                        .toList());
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static String withoutRoot(String detail) {
        return detail.replace(SEEDED + ".", "");
    }
}
