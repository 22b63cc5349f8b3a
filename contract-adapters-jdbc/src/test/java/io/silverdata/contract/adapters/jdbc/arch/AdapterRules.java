package io.silverdata.contract.adapters.jdbc.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.silverdata.archrules.Conditions;
import io.silverdata.archrules.SharedRules;
import java.util.stream.Stream;

/** The rules of an adapter, for its real packages and for a small tree of the same shape that breaks them all. */
final class AdapterRules {
    private static final String LIBRARY = "io.silverdata.contract";
    private static final String[] FOREIGN = {
        "org.springframework..",
        "jakarta..",
        "com.zaxxer..",
        "io.agroal..",
        "org.h2..",
        "org.postgresql..",
        "org.mariadb..",
        "org.flywaydb..",
        "liquibase.."
    };
    private static final String EITHER = "io.vavr.control.Either";

    private final String root;

    AdapterRules(String root) {
        this.root = root;
    }

    ArchRule the_adapter_depends_on_what_the_domain_exports_only() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(LIBRARY + ".internal..");
    }

    ArchRule the_adapter_knows_no_other_adapter_framework_pool_or_driver() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(FOREIGN)
                        .or(resideInAPackage(LIBRARY + ".adapters..").and(not(resideInAPackage(ownTree())))));
    }

    /** A host makes them by the storage; what they are is nobody's business. */
    ArchRule implementations_of_ports_are_hidden_but_for_the_storage_and_the_reports() {
        return classes()
                .that(are(describe("implementations of ports", AdapterRules::implementsAPort)))
                .and()
                .haveSimpleNameNotEndingWith("Storage")
                .and()
                .haveSimpleNameNotEndingWith("Reports")
                .should()
                .resideInAPackage(hidden());
    }

    ArchRule packages_have_no_cycles() {
        return SharedRules.packagesHaveNoCircles();
    }

    ArchRule exported_signatures_name_exported_types_the_platform_and_either_only() {
        return classes()
                .that(are(describe("exported", this::isExported)))
                .should(Conditions.nameInSignaturesOnly(resideInAnyPackage("java..", "javax.sql..")
                        .or(resideInAPackage(LIBRARY + "..")
                                .and(not(resideInAnyPackage(hidden(), LIBRARY + ".internal.."))))
                        .or(describe("Either", type -> type.getName().equals(EITHER)))));
    }

    ArchRule hidden_types_and_methods_are_public_only_where_another_package_needs_them() {
        return classes().that().resideInAPackage(hidden()).should(bePublicForAnotherPackageOnly());
    }

    ArchRule public_classes_are_final() {
        return SharedRules.publicClassesAreFinal();
    }

    ArchRule nobody_asks_for_the_time() {
        return SharedRules.nobodyAsksForTheTime();
    }

    ArchRule nobody_owns_a_thread_an_executor_or_a_timer() {
        return SharedRules.nobodyOwnsAThread();
    }

    ArchRule packages_are_null_marked() {
        return SharedRules.packagesAreNullMarked();
    }

    private String hidden() {
        return root + ".internal..";
    }

    /** The module, with what is seeded in it. */
    private String ownTree() {
        return LIBRARY + ".adapters.jdbc..";
    }

    private boolean isExported(JavaClass type) {
        return !resideInAPackage(hidden()).test(type)
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(this::isExported).orElse(true);
    }

    private static boolean implementsAPort(JavaClass type) {
        return !type.isInterface()
                && type.getAllRawInterfaces().stream()
                        .anyMatch(port -> port.getPackageName().equals(LIBRARY + ".spi"));
    }

    private static ArchCondition<JavaClass> bePublicForAnotherPackageOnly() {
        return new ArchCondition<>("be public, and have public methods, for another package only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                // a lambda leaves no trace of its interface
                if (!type.getModifiers().contains(JavaModifier.PUBLIC) || type.isInterface()) {
                    return;
                }
                if (type.getDirectDependenciesToSelf().stream()
                        .noneMatch(use -> isForeign(use.getOriginClass(), type))) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is public for nobody"));
                }
                type.getCodeUnits().stream()
                        .filter(AdapterRules::isFreelyPublic)
                        .filter(unit -> unit.getAccessesToSelf().stream()
                                .noneMatch(use -> isForeign(use.getOriginOwner(), type)))
                        .forEach(unit -> events.add(
                                SimpleConditionEvent.violated(unit, unit.getFullName() + " is public for nobody")));
            }
        };
    }

    private static boolean isForeign(JavaClass user, JavaClass type) {
        return !user.getPackageName().equals(type.getPackageName());
    }

    /** Public, and neither by a language rule nor for an interface. */
    private static boolean isFreelyPublic(JavaCodeUnit unit) {
        JavaClass owner = unit.getOwner();
        return unit.getModifiers().contains(JavaModifier.PUBLIC)
                && !unit.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !unit.getModifiers().contains(JavaModifier.BRIDGE)
                && !owner.isEnum()
                && !(owner.isRecord() && !unit.getModifiers().contains(JavaModifier.STATIC))
                && Stream.concat(owner.getAllRawInterfaces().stream(), owner.getAllRawSuperclasses().stream())
                        .flatMap(parent -> parent.getMethods().stream())
                        .noneMatch(inherited -> inherited.getName().equals(unit.getName()));
    }
}
