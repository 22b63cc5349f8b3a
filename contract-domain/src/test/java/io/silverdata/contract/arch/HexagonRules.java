package io.silverdata.contract.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
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
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules of the domain, for the real packages and for a small tree of the same shape that breaks them all. */
final class HexagonRules {
    private static final List<String> PURE = List.of("model", "feasibility", "allocation", "dunning", "report");
    // What is said of one thing at a time; java.nio.charset is how letters become octets.
    private static final String[] PURE_PLATFORM = {
        "java.lang..", "java.time..", "java.util..", "java.math..", "java.nio.charset..", "org.jspecify.."
    };
    private static final List<String> FACTS = List.of(
            "model.ContractEvent",
            "model.Rejection",
            "model.Command",
            "spi.DeviceOutcome",
            "spi.Observation",
            "dunning.DunningDecision",
            "dunning.Hindrance",
            "dunning.Shield",
            "command.LiftOutcome");
    private static final String EITHER = "io.vavr.control.Either";

    private final String root;

    HexagonRules(String root) {
        this.root = root;
    }

    /** Rule 1, first half. */
    ArchRule the_model_depends_on_itself_only() {
        return only("model", own("model"));
    }

    /** Rule 1, second half. */
    ArchRule the_other_pure_packages_depend_on_the_model_and_themselves_not_on_each_other() {
        return classes()
                .that(resideInAnyPackage(PURE.stream()
                        .filter(name -> !name.equals("model"))
                        .map(this::own)
                        .toArray(String[]::new)))
                .should(dependOnNoOtherPurePackage())
                .andShould()
                .onlyDependOnClassesThat(pureLibraries().or(resideInAnyPackage(ownPurePackages())))
                .as("the pure packages depend on the model and themselves, not on each other");
    }

    /** Rule 2. */
    ArchRule the_ports_depend_on_pure_packages_and_the_platform_only() {
        return classes()
                .that()
                .resideInAPackage(own("spi"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PURE_PLATFORM)
                        .or(resideInAnyPackage(ownPurePackages()))
                        .or(resideInAPackage(own("spi"))))
                .as("the ports depend on pure packages and the platform only: no guava, no slf4j");
    }

    /** Rule 3. */
    ArchRule memory_depends_on_pure_packages_and_ports_only() {
        return only(
                "memory",
                Stream.concat(Stream.of(ownPurePackages()), Stream.of(own("spi"), own("memory")))
                        .toArray(String[]::new));
    }

    /** Rule 4. */
    ArchRule internal_is_used_by_the_facade_only() {
        return classes()
                .that()
                .resideInAPackage(own("internal"))
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAnyPackage(root, own("internal"))
                .as("internal is used by the facade only");
    }

    /** Rule 5. Every package is a slice of its own, the root package too. */
    ArchRule packages_have_no_cycles() {
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return SliceIdentifier.of(type.getPackageName());
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles();
    }

    /** Rule 6. */
    ArchRule exported_signatures_name_own_types_the_platform_and_either_only() {
        return classes()
                .that(are(describe("exported", this::isExported)))
                .should(nameInSignaturesOnly(resideInAPackage("java..")
                        .or(resideInAPackage(root + "..").and(not(resideInAPackage(own("internal")))))
                        .or(describe("Either", type -> type.getName().equals(EITHER)))));
    }

    /** Rule 7. */
    ArchRule events_rejections_commands_and_outcomes_are_records() {
        DescribedPredicate<JavaClass> fact = FACTS.stream()
                .map(name -> assignableTo(root + "." + name))
                .reduce((one, other) -> one.or(other))
                .orElseThrow();
        return classes().that(fact).and().areNotInterfaces().should().beRecords();
    }

    /** Rule 8. */
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

    /** Rule 9. */
    ArchRule nobody_asks_for_the_time_but_the_builders_default() {
        return noClasses()
                .that(not(describe("the builder", type -> type.getName().equals(root + ".ContractsBuilder"))))
                .should(access(describe("the time of the machine", HexagonRules::asksForTheTime)));
    }

    /** Rule 9, for the builder: it takes the system's clock and nothing else. */
    ArchRule the_builder_asks_for_the_systems_clock_only() {
        return noClasses()
                .that()
                .haveFullyQualifiedName(root + ".ContractsBuilder")
                .should(access(describe(
                        "the time of the machine other than by Clock.systemUTC()",
                        target -> asksForTheTime(target)
                                && !target.getFullName().equals("java.time.Clock.systemUTC()"))));
    }

    /** Rule 10. */
    ArchRule nobody_owns_a_thread_an_executor_or_a_timer() {
        DescribedPredicate<JavaClass> workers = Stream.of(
                        Thread.class,
                        Executor.class,
                        ThreadFactory.class,
                        CompletionStage.class,
                        Timer.class,
                        TimerTask.class)
                .map(type -> assignableTo(type))
                .reduce((one, other) -> one.or(other))
                .orElseThrow();
        return noClasses()
                .should()
                .dependOnClassesThat(workers.or(resideInAPackage("com.google.common.util.concurrent..")))
                .orShould(access(describe(
                        "the common pool by a parallel stream",
                        target -> target.getName().equals("parallel")
                                || target.getName().equals("parallelStream"))));
    }

    /** Rule 11. */
    ArchRule packages_are_null_marked() {
        return classes().should(beInANullMarkedPackage());
    }

    private ArchRule only(String name, String... ownPackages) {
        return classes()
                .that()
                .resideInAPackage(own(name))
                .should()
                .onlyDependOnClassesThat(pureLibraries().or(resideInAnyPackage(ownPackages)))
                .as(name + " depends on " + String.join(", ", ownPackages)
                        + ", the pure platform, guava and Either only");
    }

    private static DescribedPredicate<JavaClass> pureLibraries() {
        return resideInAnyPackage(PURE_PLATFORM)
                .or(resideInAPackage("com.google.common.."))
                .or(describe("Either", type -> type.getName().equals(EITHER)));
    }

    private String own(String name) {
        return root + "." + name + "..";
    }

    private String[] ownPurePackages() {
        return PURE.stream().map(this::own).toArray(String[]::new);
    }

    private boolean isExported(JavaClass type) {
        return !resideInAPackage(own("internal")).test(type)
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(this::isExported).orElse(true);
    }

    private ArchCondition<JavaClass> dependOnNoOtherPurePackage() {
        return new ArchCondition<>("depend on no pure package beside their own but the model") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    boolean foreign = PURE.stream()
                            .filter(pure -> !pure.equals("model"))
                            .map(pure -> resideInAPackage(own(pure)))
                            .anyMatch(pure -> pure.test(dependency.getTargetClass()) && !pure.test(type));
                    if (foreign) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
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
        return Stream.of(
                        Stream.of(unit.getReturnType()),
                        unit.getParameterTypes().stream(),
                        unit.getExceptionTypes().stream())
                .flatMap(named -> named);
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
