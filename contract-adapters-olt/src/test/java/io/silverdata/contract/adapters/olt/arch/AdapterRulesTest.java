package io.silverdata.contract.adapters.olt.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveModifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.spi.LineProvisioner;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The module keeps the rules for adapters, and each rule finds the class that was made to break it. */
class AdapterRulesTest {
    private static final String MODULE = "io.silverdata.contract.adapters.olt";
    private static final String SEEDED = MODULE + ".arch.seeded";
    private static final Set<String> NO_DRIVERS = Set.of("spi", "connection", "line", "settings", "snmp");
    private static final JavaClasses MODULE_CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(MODULE);
    private static final JavaClasses SEEDED_CLASSES = new ClassFileImporter().importPackages(SEEDED);

    enum Rule {
        EXPORTED_DOMAIN_ONLY(AdapterRulesTest::exportedDomainOnly, "DriverThatKnowsInternals"),
        NO_OTHER_ADAPTER(AdapterRulesTest::noOtherAdapter, "DriverThatKnowsAnotherAdapter"),
        ADAPTERS_FINAL(AdapterRulesTest::adaptersFinal, "OpenAdapter", "OpenProvider"),
        SNMP_IN_ONE_PLACE(AdapterRulesTest::snmpInOnePlace, "DriverWithSnmp4j"),
        SOCKETS_IN_ONE_PLACE(AdapterRulesTest::socketsInOnePlace, "DriverWithSockets"),
        DRIVERS_APART(AdapterRulesTest::driversApart, "DriverThatKnowsAnother"),
        DRIVERS_BY_THE_SPI(AdapterRulesTest::driversByTheSpi, "DriverThatKnowsAnother");

        private final Function<String, ArchRule> rule;
        private final String[] seeds;

        Rule(Function<String, ArchRule> rule, String... seeds) {
            this.rule = rule;
            this.seeds = seeds;
        }
    }

    @ParameterizedTest
    @EnumSource
    void is_kept(Rule rule) {
        rule.rule.apply(MODULE).check(MODULE_CLASSES);
    }

    @ParameterizedTest
    @EnumSource
    void finds_what_was_made_to_break_it(Rule rule) {
        String report = rule.rule
                .apply(SEEDED)
                .evaluate(SEEDED_CLASSES)
                .getFailureReport()
                .toString();

        assertThat(report).contains(rule.seeds);
    }

    private static ArchRule exportedDomainOnly(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.silverdata.contract.internal..");
    }

    private static ArchRule noOtherAdapter(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.silverdata.contract.adapters.jdbc..", "io.silverdata.contract.adapters.radius..");
    }

    private static ArchRule adaptersFinal(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .areNotInterfaces()
                .and()
                .areAssignableTo(LineProvisioner.class)
                .or()
                .areAssignableTo(OltDriverProvider.class)
                .and()
                .areNotInterfaces()
                .should(haveModifier(FINAL));
    }

    private static ArchRule snmpInOnePlace(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(MODULE + ".snmp..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.snmp4j..");
    }

    private static ArchRule socketsInOnePlace(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(MODULE + ".snmp..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "java.nio.channels..")
                        .or(simpleNameEndingWith("Socket")));
    }

    private static ArchRule driversApart(String root) {
        return slices().matching(root + ".(*)")
                .that(describe("hold a driver", slice -> !NO_DRIVERS.contains(slice.getNamePart(1))))
                .should()
                .notDependOnEachOther();
    }

    private static ArchRule driversByTheSpi(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".*")
                .and()
                .resideOutsideOfPackages(
                        MODULE + ".connection",
                        MODULE + ".line",
                        MODULE + ".settings",
                        MODULE + ".snmp",
                        MODULE + ".spi")
                .should()
                .dependOnClassesThat(resideInAnyPackage(MODULE, MODULE + ".snmp..", SEEDED + ".other"));
    }
}
