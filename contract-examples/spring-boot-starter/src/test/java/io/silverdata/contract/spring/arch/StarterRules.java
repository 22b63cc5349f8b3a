package io.silverdata.contract.spring.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import io.silverdata.archrules.SharedRules;
import java.util.Set;

/** The rules of the starter: what is optional is known in one package, where a condition stands before it. */
final class StarterRules {
    private static final String SPRING = "io.silverdata.contract.spring";

    private StarterRules() {}

    static ArchRule it_uses_nothing_internal() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.silverdata.contract.internal..", "io.silverdata.contract.adapters.*.internal..");
    }

    static ArchRule radius_is_known_in_one_package() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(SPRING + ".radius")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.silverdata.contract.adapters.radius..");
    }

    static ArchRule olts_are_known_in_one_package_and_to_what_saves_them() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(SPRING + ".olt")
                .and()
                .doNotHaveFullyQualifiedName(SPRING + ".worker.OltSavingAutoConfiguration")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.silverdata.contract.adapters.olt..");
    }

    static ArchRule the_actuator_and_meters_are_known_in_one_package() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(SPRING + ".actuate")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.boot.actuate..", "io.micrometer..");
    }

    static ArchRule the_web_is_known_in_one_package() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(SPRING + ".web")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..");
    }

    static ArchRule json_is_known_in_one_package() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(SPRING + ".json")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..");
    }

    /** Spring Boot 4 moved its configurations and its health into modules: what is to run on 3.5, too, knows their names as text. */
    static ArchRule what_only_one_version_of_boot_has_is_known_to_the_health_alone() {
        return noClasses()
                .that(describe(
                        "are not the health", type -> !type.getSimpleName().startsWith("ContractHealth")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.boot.health..",
                        "org.springframework.boot.*.autoconfigure..",
                        "org.springframework.boot.autoconfigure.jdbc..",
                        "org.springframework.boot.autoconfigure.jackson..",
                        "org.springframework.boot.actuate.autoconfigure..");
    }

    static ArchRule packages_have_no_circles() {
        return SharedRules.packagesHaveNoCircles();
    }

    static ArchRule public_classes_are_final() {
        return SharedRules.publicClassesAreFinal();
    }

    static ArchRule nobody_asks_for_the_time() {
        return SharedRules.nobodyAsksForTheTime();
    }

    static ArchRule only_the_worker_owns_threads() {
        return SharedRules.nobodyOwnsAThreadBut(Set.of(SPRING + ".worker.WorkerLifecycle"));
    }

    static ArchRule packages_are_null_marked() {
        return SharedRules.packagesAreNullMarked();
    }
}
