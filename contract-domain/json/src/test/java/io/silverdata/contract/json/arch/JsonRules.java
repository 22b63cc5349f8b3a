package io.silverdata.contract.json.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import io.silverdata.archrules.Conditions;
import io.silverdata.archrules.SharedRules;

/** The rules of the module. */
final class JsonRules {
    private static final String LIBRARY = "io.silverdata.contract";

    private JsonRules() {}

    static ArchRule it_depends_on_what_the_domain_exports_only() {
        return noClasses().should().dependOnClassesThat().resideInAPackage(LIBRARY + ".internal..");
    }

    static ArchRule no_type_of_a_json_library_is_in_a_signature_but_of_a_binding() {
        return classes()
                .that()
                .arePublic()
                .and(describe("are not within what is not public", JsonRules::isWithinPublicOnly))
                .and()
                .resideOutsideOfPackages("..jackson2..", "..jackson3..")
                .should(Conditions.nameInSignaturesOnly(resideInAPackage("java..")
                        .or(resideInAPackage(LIBRARY + "..").and(not(resideInAnyPackage(LIBRARY + ".internal.."))))
                        .or(describe("Either", type -> type.getName().equals("io.vavr.control.Either")))));
    }

    private static boolean isWithinPublicOnly(JavaClass type) {
        return type.getEnclosingClass()
                .map(outer -> outer.getModifiers().contains(JavaModifier.PUBLIC) && isWithinPublicOnly(outer))
                .orElse(true);
    }

    static ArchRule packages_have_no_cycles() {
        return SharedRules.packagesHaveNoCircles();
    }

    static ArchRule public_classes_are_final() {
        return SharedRules.publicClassesAreFinal();
    }

    static ArchRule nobody_asks_for_the_time() {
        return SharedRules.nobodyAsksForTheTime();
    }

    static ArchRule nobody_owns_a_thread() {
        return SharedRules.nobodyOwnsAThread();
    }

    static ArchRule packages_are_null_marked() {
        return SharedRules.packagesAreNullMarked();
    }
}
