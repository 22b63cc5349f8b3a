package io.silverdata.contract.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.silverdata.archrules.Conditions;
import io.silverdata.archrules.SharedRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of the domain, for the real packages and for a small tree of the same shape that breaks them all. */
final class HexagonRules {
    private static final List<String> PURE =
            List.of("model", "engine", "feasibility", "allocation", "dunning", "matching", "report", "query");
    // What is said of one thing at a time; java.nio.charset is how letters become octets, java.text how accents come
    // off.
    private static final String[] PURE_PLATFORM = {
        "java.lang..",
        "java.time..",
        "java.util..",
        "java.math..",
        "java.nio.charset..",
        "java.text..",
        "org.jspecify.."
    };
    private static final List<String> FACTS = List.of(
            "model.ContractEvent",
            "model.Rejection",
            "model.Command",
            "spi.DeviceOutcome",
            "spi.Observation",
            "dunning.DunningDecision",
            "dunning.NoActionReason",
            "dunning.DunningProtection",
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
        return SharedRules.packagesHaveNoCircles();
    }

    /** Rule 6. */
    ArchRule exported_signatures_name_own_types_the_platform_and_either_only() {
        return classes()
                .that(are(describe("exported", this::isExported)))
                .should(Conditions.nameInSignaturesOnly(resideInAPackage("java..")
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
        return SharedRules.publicClassesAreFinal();
    }

    /** Rule 9. The builder takes the system's clock, in UTC, and nothing else. */
    ArchRule nobody_asks_for_the_time_but_the_builders_default() {
        return SharedRules.nobodyAsksForTheTimeBeyond(
                Map.of(root + ".ContractsBuilder", Set.of("java.time.Clock.systemUTC()")));
    }

    /** Rule 10, but for the thread that renews leases, and the host's executor and scheduler. */
    ArchRule nobody_owns_a_thread_an_executor_or_a_timer() {
        return SharedRules.nobodyOwnsAThreadBut(Set.of(
                root + ".ContractsBuilder",
                root + ".internal.delivery.HeldLeases",
                root + ".internal.delivery.Wave",
                root + ".internal.delivery.WorkerSettings"));
    }

    /** Rule 11. */
    ArchRule packages_are_null_marked() {
        return SharedRules.packagesAreNullMarked();
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
}
