package io.silverdata.contract.json.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.silverdata.archrules.Seeds;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The module keeps its rules, and each rule finds the class that was made to break it. */
class ArchitectureTest {
    private static final String MODULE = "io.silverdata.contract.json";
    private static final String SEEDED = MODULE + ".arch.seeded";
    private static final JavaClasses MODULE_CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(MODULE);
    private static final JavaClasses SEEDED_CLASSES = new ClassFileImporter().importPackages(SEEDED);

    /** Each rule, with what the seeded tree breaks of it. */
    enum Rule {
        EXPORTED_DOMAIN(
                JsonRules::it_depends_on_what_the_domain_exports_only,
                "ReachesIntoTheDomain -> io.silverdata.contract.internal."),
        SIGNATURES(
                JsonRules::no_type_of_a_json_library_is_in_a_signature_but_of_a_binding,
                "ShowsTheGenerator -> com.fasterxml.jackson.core.JsonGenerator"),
        NO_CYCLES(JsonRules::packages_have_no_cycles, "one.KnowsTwo -> two.KnowsOne"),
        FINAL(JsonRules::public_classes_are_final, "ShowsTheGenerator -> is neither final nor sealed"),
        TIME_GIVEN(JsonRules::nobody_asks_for_the_time, "ShowsTheGenerator -> java.time.Instant.now"),
        NO_THREADS(JsonRules::nobody_owns_a_thread, "ShowsTheGenerator -> java.lang.Thread"),
        NULL_MARKED(JsonRules::packages_are_null_marked, "unmarked.Unmarked -> @NullMarked");

        private final Supplier<ArchRule> rule;
        private final String[] seeds;

        Rule(Supplier<ArchRule> rule, String... seeds) {
            this.rule = rule;
            this.seeds = seeds;
        }
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void the_module_keeps(Rule rule) {
        rule.rule.get().check(MODULE_CLASSES);
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
    void a_host_sees_these_types_and_no_other() {
        assertThat(MODULE_CLASSES.stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> type.getEnclosingClass().isEmpty())
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder(
                        "ContractJson",
                        "ContractModule",
                        "ContractModule",
                        "EventJson",
                        "InvalidJsonException",
                        "JsonForm",
                        "RejectionView",
                        "SnapshotJson",
                        "TextForm");
    }
}
