package io.silverdata.contract.micrometer.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.silverdata.archrules.Seeds;
import io.silverdata.archrules.SharedRules;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.RadiusUser;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The module keeps its rules, and each rule finds the class that was made to break it. */
class ArchitectureTest {
    private static final String MODULE = "io.silverdata.contract.micrometer";
    private static final String SEEDED = MODULE + ".arch.seeded";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(MODULE);
    private static final JavaClasses SEEDED_CLASSES = new ClassFileImporter().importPackages(SEEDED);

    /** Each rule, with what the seeded tree breaks of it. */
    enum Rule {
        REPORTS_ALONE(
                () -> classes()
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                "java..",
                                "io.micrometer.core.instrument..",
                                "org.jspecify.annotations",
                                MODULE,
                                "io.silverdata.contract.listener",
                                "io.silverdata.contract.model",
                                "io.silverdata.contract.spi",
                                "io.silverdata.contract.worker"),
                "ReachesFurther -> io.silverdata.contract.internal.",
                "ReachesFurther -> org.assertj"),
        NO_IDENTITIES(
                () -> noClasses()
                        .should()
                        .dependOnClassesThat()
                        .belongToAnyOf(
                                ContractId.class,
                                ContractNumber.class,
                                CustomerId.class,
                                OnuSerial.class,
                                RadiusUser.class),
                "ReachesFurther -> io.silverdata.contract.model.ContractId"),
        FINAL(SharedRules::publicClassesAreFinal, "OpenAndBusy -> is neither final nor sealed"),
        TIME_GIVEN(SharedRules::nobodyAsksForTheTime, "OpenAndBusy -> java.time.Instant.now"),
        NO_THREADS(SharedRules::nobodyOwnsAThread, "OpenAndBusy -> java.lang.Thread"),
        NULL_MARKED(SharedRules::packagesAreNullMarked, "unmarked.Unmarked -> @NullMarked");

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
}
