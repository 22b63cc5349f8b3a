package io.silverdata.contract.spring.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.silverdata.archrules.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;

/** The starter keeps its rules, and each rule finds the class that was made to break it. */
class ArchitectureTest {
    private static final String STARTER = "io.silverdata.contract.spring";
    private static final String SEEDED = STARTER + ".arch.seeded";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(STARTER);
    private static final JavaClasses SEEDED_CLASSES = new ClassFileImporter().importPackages(SEEDED);

    /** Each rule, with what the seeded tree breaks of it. */
    enum Rule {
        NOTHING_INTERNAL(
                StarterRules::it_uses_nothing_internal, "ReachesIntoTheLibrary -> io.silverdata.contract.internal."),
        RADIUS(StarterRules::radius_is_known_in_one_package, "KnowsWhatIsOptional -> RadiusGateway"),
        OLTS(StarterRules::olts_are_known_in_one_package_and_to_what_saves_them, "KnowsWhatIsOptional -> OltGateway"),
        ACTUATOR(
                StarterRules::the_actuator_and_meters_are_known_in_one_package,
                "KnowsWhatIsOptional -> MeterRegistry",
                "KnowsWhatIsOptional -> annotation.Endpoint"),
        WEB(StarterRules::the_web_is_known_in_one_package, "KnowsWhatIsOptional -> NativeWebRequest"),
        JSON(StarterRules::json_is_known_in_one_package, "KnowsWhatIsOptional -> JacksonModule"),
        BOTH_VERSIONS(
                StarterRules::what_only_one_version_of_boot_has_is_known_to_the_health_alone,
                "KnowsOneVersionOfBoot -> HealthIndicator"),
        NO_CIRCLES(StarterRules::packages_have_no_circles, "one.KnowsTwo -> two.KnowsOne"),
        FINAL(StarterRules::public_classes_are_final, "OpenAndBusy -> is neither final nor sealed"),
        TIME_GIVEN(StarterRules::nobody_asks_for_the_time, "OpenAndBusy -> java.time.Instant.now"),
        THREADS(StarterRules::only_the_worker_owns_threads, "OpenAndBusy -> java.lang.Thread"),
        NULL_MARKED(StarterRules::packages_are_null_marked, "unmarked.Unmarked -> @NullMarked");

        private final Supplier<ArchRule> rule;
        private final String[] seeds;

        Rule(Supplier<ArchRule> rule, String... seeds) {
            this.rule = rule;
            this.seeds = seeds;
        }
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void the_starter_keeps(Rule rule) {
        rule.rule.get().check(CLASSES);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void each_seeded_violation_is_found_by(Rule rule) {
        Seeds.assertFound(rule.rule.get().evaluate(SEEDED_CLASSES), SEEDED, rule.seeds);
    }

    @Test
    void a_clean_class_in_the_seeded_tree_breaks_no_rule() {
        Stream<String> details = Stream.of(Rule.values())
                .flatMap(rule -> rule.rule.get().evaluate(SEEDED_CLASSES).getFailureReport().getDetails().stream());

        assertThat(details).noneMatch(detail -> detail.contains(".Clean"));
    }

    @Test
    void every_configuration_is_in_the_list_that_spring_reads() throws IOException {
        Path list = Path.of(
                "src/main/resources/META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports");

        assertThat(Files.readAllLines(list))
                .containsExactlyElementsOf(CLASSES.stream()
                        .filter(type -> type.isAnnotatedWith(AutoConfiguration.class))
                        .map(JavaClass::getName)
                        .sorted()
                        .toList());
    }

    @Test
    void a_host_sees_these_types_beside_the_configurations_and_their_properties_and_no_other() {
        assertThat(CLASSES.stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> type.getEnclosingClass().isEmpty())
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.endsWith("AutoConfiguration") && !name.endsWith("Properties")))
                .containsExactlyInAnyOrder(
                        "CommandRequest",
                        "ContractsCustomizer",
                        "ContractsEndpoint",
                        "InvalidPropertyException",
                        "MissingBeanException",
                        "PropertyName",
                        "RejectedException",
                        "RejectionProblems",
                        "StartException",
                        "WorkerRound");
    }
}
