package io.silverdata.contract.adapters.olt.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import io.silverdata.archrules.Conditions;
import io.silverdata.archrules.SharedRules;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;

/** The rules of this module, for its packages and for a small tree of the same shape that breaks them all. */
final class OltRules {
    /** A deadline must not jump with the clock of the machine; the builder takes the clock that a host does not give. */
    private static final Map<String, Set<String>> CLOCKS = Map.of(
            "OltGateway$Builder", Set.of("java.time.Clock.systemUTC()"),
            "internal.snmp.Deadline", Set.of("java.lang.System.nanoTime()"));

    private static final String DOMAIN = "io.silverdata.contract";
    private static final String ADAPTERS = DOMAIN + ".adapters";
    private static final String MODULE = ADAPTERS + ".olt";

    private final String root;
    private final Set<String> exported;
    private final Set<String> exportedByTheDomain;

    /**
     * @param root the tree that the rules are about
     * @param exported its packages that are exported
     */
    OltRules(String root, Set<String> exported, Set<String> exportedByTheDomain) {
        this.root = root;
        this.exported = exported;
        this.exportedByTheDomain = exportedByTheDomain;
    }

    ArchRule the_domain_is_known_by_what_it_exports() {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage(DOMAIN + "..")
                        .and(not(resideInAPackage(ADAPTERS + "..")))
                        .and(not(isIn(exportedByTheDomain))))
                .as("of the domain only the exported packages are known");
    }

    ArchRule no_other_adapter_is_known() {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage(ADAPTERS + "..").and(not(resideInAPackage(MODULE + ".."))))
                .as("no other adapter is known");
    }

    ArchRule snmp4j_is_known_in_one_room_only() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".internal.snmp")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.snmp4j..");
    }

    ArchRule the_network_is_reached_from_one_room_only_and_databases_from_none() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".internal.snmp")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "java.nio.channels..")
                        .or(simpleNameEndingWith("Socket")));
    }

    ArchRule drivers_do_not_know_each_other() {
        return slices().matching(root + ".(*)")
                .that(describe("hold a driver", slice -> isMake(slice.getNamePart(1))))
                .should()
                .notDependOnEachOther();
    }

    ArchRule drivers_know_the_spi_only() {
        return noClasses()
                .that(describe(
                        "are of a driver",
                        type -> type.getPackageName().startsWith(root + ".")
                                && isMake(type.getPackageName().substring(root.length() + 1))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(MODULE, MODULE + ".settings", MODULE + ".internal.."))
                .as("drivers know the SPI, and nothing else of the module");
    }

    ArchRule no_package_is_part_of_a_circle() {
        return SharedRules.packagesHaveNoCircles();
    }

    ArchRule exported_signatures_name_exported_types_and_the_platform_only() {
        return classes()
                .that(are(describe("exported", this::isExported)))
                .should(Conditions.nameInSignaturesOnly(
                        resideInAPackage("java..").or(isIn(exported)).or(isIn(exportedByTheDomain))));
    }

    ArchRule public_classes_are_final() {
        return SharedRules.publicClassesAreFinal();
    }

    ArchRule nobody_asks_for_the_time_but_deadlines_and_the_builders_default() {
        return SharedRules.nobodyAsksForTheTimeBeyond(CLOCKS.entrySet().stream()
                .collect(Collectors.toMap(named -> root + "." + named.getKey(), Map.Entry::getValue)));
    }

    /** The caller's own thread may be told that it was interrupted. */
    ArchRule nobody_owns_a_thread_an_executor_or_a_timer() {
        return noClasses()
                .should()
                .dependOnClassesThat(SharedRules.anyOf(
                        Executor.class, ThreadFactory.class, CompletionStage.class, Timer.class, TimerTask.class))
                .orShould(Conditions.access(describe(
                        "a thread other than the caller's",
                        target -> target.getOwner().isAssignableTo(Thread.class)
                                && !Set.of("currentThread", "interrupt").contains(target.getName()))))
                .orShould(Conditions.access(SharedRules.parallelStreams()));
    }

    ArchRule packages_are_null_marked() {
        return SharedRules.packagesAreNullMarked();
    }

    private static boolean isMake(String name) {
        return !name.equals("spi") && !name.equals("settings") && !name.startsWith("internal");
    }

    private static DescribedPredicate<JavaClass> isIn(Set<String> packages) {
        return describe("in " + packages, type -> packages.contains(type.getPackageName()));
    }

    private boolean isExported(JavaClass type) {
        return exported.contains(type.getPackageName())
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(this::isExported).orElse(true);
    }
}
