package io.silverdata.contract.adapters.radius.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.net.DatagramSocket;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules of the adapter, for the real packages and for a small tree of the same shape that breaks them all. */
final class RadiusRules {
    private final String root;

    RadiusRules(String root) {
        this.root = root;
    }

    ArchRule knows_of_the_domain_only_what_it_exports() {
        return noClasses().should().dependOnClassesThat().resideInAPackage("io.silverdata.contract.internal..");
    }

    ArchRule knows_no_other_adapter() {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.silverdata.contract.adapters..")
                        .and(not(resideInAPackage("io.silverdata.contract.adapters.radius.."))))
                .allowEmptyShould(false);
    }

    /** A forged datagram can keep its decoder busy for ever. */
    ArchRule received_octets_never_reach_tinyradius() {
        return noClasses()
                .should(access(describe(
                        "a decoder of tinyradius",
                        target -> target.getOwner().getPackageName().startsWith("org.tinyradius")
                                && (target.getName().startsWith("decode")
                                        || target.getName().startsWith("read")))))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("org.tinyradius.util..", "org.tinyradius.proxy..");
    }

    ArchRule only_dynamic_authorization_knows_tinyradius() {
        return outside("dynauth").should().dependOnClassesThat().resideInAPackage("org.tinyradius..");
    }

    ArchRule only_dynamic_authorization_opens_sockets() {
        return outside("dynauth")
                .should()
                .dependOnClassesThat(resideInAPackage("java.nio.channels..").or(assignableTo(DatagramSocket.class)));
    }

    ArchRule only_dynamic_authorization_owns_a_thread() {
        return outside("dynauth")
                .should()
                .dependOnClassesThat(assignableTo(Thread.class).or(assignableTo(Executor.class)));
    }

    ArchRule dynamic_authorization_knows_no_database() {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".dynauth..", root + ".attribute..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql.."));
    }

    ArchRule nobody_asks_for_the_time_but_a_builders_default() {
        return noClasses()
                .that(not(describe("a builder", type -> type.getSimpleName().equals("Builder"))))
                .should(access(describe("the time of the machine", RadiusRules::asksForTheTime)));
    }

    ArchRule public_signatures_name_own_types_the_platform_and_either_only() {
        return classes()
                .that()
                .arePublic()
                .should(nameInSignaturesOnly(resideInAnyPackage("java..", "javax.sql..")
                        .or(resideInAPackage("io.silverdata.contract.."))
                        .or(describe("Either", type -> type.getName().equals("io.vavr.control.Either")))));
    }

    ArchRule public_classes_are_final() {
        return classes()
                .that()
                .arePublic()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotRecords()
                .should()
                .haveModifier(JavaModifier.FINAL);
    }

    ArchRule packages_are_null_marked() {
        return classes().should(new ArchCondition<>("be in a package marked with @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " is in a package without @NullMarked"));
                }
            }
        });
    }

    private GivenClassesConjunction outside(String name) {
        return noClasses().that().resideOutsideOfPackage(root + "." + name + "..");
    }

    private static boolean asksForTheTime(CodeUnitAccessTarget target) {
        JavaClass owner = target.getOwner();
        return (owner.getPackageName().startsWith("java.time")
                        && (target.getName().equals("now") || target.getName().startsWith("system")))
                || (owner.isEquivalentTo(System.class)
                        && Set.of("currentTimeMillis", "nanoTime").contains(target.getName()));
    }

    private static ArchCondition<JavaClass> access(DescribedPredicate<CodeUnitAccessTarget> wanted) {
        return new ArchCondition<>("access " + wanted.getDescription()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getCodeUnitAccessesFromSelf().stream()
                        .filter(access -> wanted.test(access.getTarget()))
                        .forEach(access -> events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> nameInSignaturesOnly(DescribedPredicate<JavaClass> allowed) {
        return new ArchCondition<>("name own types, the platform and Either in public signatures only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaCodeUnit unit : type.getCodeUnits()) {
                    if (unit.getModifiers().contains(JavaModifier.PUBLIC)) {
                        Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
                                .flatMap(named -> named.getAllInvolvedRawTypes().stream())
                                .map(JavaClass::getBaseComponentType)
                                .filter(named -> !named.isPrimitive() && !allowed.test(named))
                                .forEach(named -> events.add(SimpleConditionEvent.violated(
                                        unit, unit.getFullName() + " names " + named.getName())));
                    }
                }
            }
        };
    }
}
