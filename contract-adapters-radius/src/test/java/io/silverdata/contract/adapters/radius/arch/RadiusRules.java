package io.silverdata.contract.adapters.radius.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules of this module, for its packages and for a small tree of the same shape that breaks them all. */
final class RadiusRules {
    private static final String DOMAIN = "io.silverdata.contract";
    private static final String ADAPTERS = DOMAIN + ".adapters";
    private static final String EITHER = "io.vavr.control.Either";

    private final String root;

    RadiusRules(String root) {
        this.root = root;
    }

    /** Rule 12 of the project. */
    ArchRule the_domain_is_known_by_what_it_exports() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage(DOMAIN + ".internal..")
                .as("of the domain only the exported packages are known");
    }

    /** Rule 13. */
    ArchRule no_other_adapter_is_known() {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage(ADAPTERS + "..").and(not(resideInAPackage(root + ".."))))
                .as("no other adapter is known");
    }

    /** Rule 15, first half: the tables are the business of the root package. */
    ArchRule databases_are_reached_from_the_root_package_only() {
        return noClasses()
                .that(not(resideInAPackage(root)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .as("databases are reached from the root package only");
    }

    /** Rule 15, second half: the network is the business of the client. */
    ArchRule sockets_threads_and_tinyradius_are_the_clients() {
        DescribedPredicate<JavaClass> network = resideInAnyPackage("java.nio.channels..", "org.tinyradius..")
                .or(describe("a socket", type -> type.getFullName().matches("java\\.net\\..*Socket")))
                .or(describe(
                        "a thread or an executor",
                        type -> type.isEquivalentTo(ThreadGroup.class) || type.isAssignableTo(Executor.class)))
                .or(resideInAPackage("java.util.concurrent..")
                        .and(describe(
                                "a factory of threads",
                                type -> type.getSimpleName().equals("ThreadFactory"))));
        return noClasses()
                .that(not(resideInAPackage(root + ".dynauth..")))
                .should()
                .dependOnClassesThat(network)
                .orShould(access(describe(
                        "a thread that is started",
                        target -> target.getOwner().isEquivalentTo(Thread.class)
                                && Set.of("start", "<init>").contains(target.getName()))))
                .as("sockets, threads and tinyradius are the client's");
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

    /** The packages build on each other: attributes, then profiles and the client, which do not see each other. */
    ArchRule attributes_profiles_and_client_stand_by_themselves() {
        return noClasses()
                .that(resideInAnyPackage(root + ".attribute..", root + ".profile..", root + ".dynauth.."))
                .should(dependOnWhatStandsAbove());
    }

    ArchRule packages_have_no_cycles() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    ArchRule exported_signatures_name_own_types_the_platform_and_either_only() {
        return classes()
                .that(are(describe("exported", this::isExported)))
                .should(nameInSignaturesOnly(resideInAPackage("java..")
                        .or(resideInAPackage("javax.sql.."))
                        .or(resideInAPackage(DOMAIN + ".."))
                        .or(describe("Either", type -> type.getName().equals(EITHER)))));
    }

    /** Rule 14. */
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

    ArchRule nobody_asks_for_the_time_but_the_builders_defaults() {
        return noClasses()
                .that(not(describe("builders", type -> type.getSimpleName().equals("Builder"))))
                .should(access(describe("the time of the machine", RadiusRules::asksForTheTime)));
    }

    ArchRule packages_are_null_marked() {
        return classes().should(beInANullMarkedPackage());
    }

    private boolean isExported(JavaClass type) {
        return !resideInAPackage(root + ".internal..").test(type)
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(this::isExported).orElse(true);
    }

    private ArchCondition<JavaClass> dependOnWhatStandsAbove() {
        return new ArchCondition<>("depend on the root package, or on each other but for attributes") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().forEach(dependency -> {
                    String from = type.getPackageName();
                    String to = dependency.getTargetClass().getPackageName();
                    boolean own =
                            to.equals(from) || to.startsWith(root + ".attribute") || to.startsWith(root + ".internal");
                    if (to.startsWith(root) && !own) {
                        events.add(SimpleConditionEvent.satisfied(dependency, dependency.getDescription()));
                    }
                });
            }
        };
    }

    private static ArchCondition<JavaClass> nameInSignaturesOnly(DescribedPredicate<JavaClass> allowed) {
        return new ArchCondition<>("name own types, the platform and Either in public signatures only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaMember member : type.getMembers()) {
                    if (member.getModifiers().contains(JavaModifier.PUBLIC)
                            && !member.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                        namedBy(member)
                                .flatMap(named -> named.getAllInvolvedRawTypes().stream())
                                .map(JavaClass::getBaseComponentType)
                                .filter(named -> !named.isPrimitive() && !allowed.test(named))
                                .distinct()
                                .forEach(named -> events.add(SimpleConditionEvent.violated(
                                        member, member.getFullName() + " names " + named.getName())));
                    }
                }
            }
        };
    }

    private static Stream<JavaType> namedBy(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        JavaCodeUnit unit = (JavaCodeUnit) member;
        return Stream.concat(
                Stream.of(unit.getReturnType()),
                Stream.concat(unit.getParameterTypes().stream(), unit.getExceptionTypes().stream()));
    }

    private static boolean asksForTheTime(AccessTarget.CodeUnitAccessTarget target) {
        JavaClass owner = target.getOwner();
        return (owner.getPackageName().startsWith("java.time")
                        && (target.getName().equals("now") || target.getName().startsWith("system")))
                || (owner.isEquivalentTo(System.class)
                        && Set.of("currentTimeMillis", "nanoTime").contains(target.getName()));
    }

    private static ArchCondition<JavaClass> access(DescribedPredicate<AccessTarget.CodeUnitAccessTarget> wanted) {
        return new ArchCondition<>("ask for " + wanted.getDescription()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaCodeUnitAccess<?> access : type.getCodeUnitAccessesFromSelf()) {
                    if (wanted.test(access.getTarget())) {
                        events.add(SimpleConditionEvent.satisfied(access, access.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package marked with @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " is in a package without @NullMarked"));
                }
            }
        };
    }
}
