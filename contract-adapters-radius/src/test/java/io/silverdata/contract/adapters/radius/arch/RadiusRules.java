package io.silverdata.contract.adapters.radius.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.silverdata.archrules.Conditions;
import io.silverdata.archrules.SharedRules;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** The rules of this module, for its packages and for a small tree of the same shape that breaks them all. */
final class RadiusRules {
    /** The classes in which ADR 21 allows answers that complete on the client's thread. */
    static final Set<String> STAGES = Set.of(
            "dynauth.DynamicAuthorizationClient",
            "dynauth.Exchange",
            "dynauth.NasTransport",
            "internal.session.SessionUpdate",
            "internal.session.SessionUpdater",
            "internal.session.SessionCall");

    /** The class that starts the one thread of ADR 21. */
    static final String THREAD_OWNER = "dynauth.DynamicAuthorizationClient";

    /** What the builders take by default when the host gives no clock. */
    static final Map<String, Set<String>> CLOCKS = Map.of(
            "RadiusGateway$Builder", Set.of("java.time.Clock.systemUTC()"),
            "dynauth.DynamicAuthorizationClient$Builder",
                    Set.of("java.time.Clock.systemUTC()", "java.lang.System.nanoTime()"));

    /** What the builders take by default when the host gives no source of chance. */
    static final Map<String, Set<String>> CHANCE = Map.of(
            "RadiusGateway$Builder", Set.of("java.security.SecureRandom.<init>()"),
            "dynauth.DynamicAuthorizationClient$Builder", Set.of("java.util.SplittableRandom.<init>()"));

    private static final String DOMAIN = "io.silverdata.contract";
    private static final String ADAPTERS = DOMAIN + ".adapters";
    private static final String EITHER = "io.vavr.control.Either";
    private static final Set<String> TABLE_ROOMS =
            Set.of(".internal.sql", ".internal.group", ".internal.nas", ".internal.session", ".internal.subscriber");

    private final String root;

    RadiusRules(String root) {
        this.root = root;
    }

    ArchRule the_domain_is_known_by_what_it_exports() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage(DOMAIN + ".internal..")
                .as("of the domain only the exported packages are known");
    }

    ArchRule no_other_adapter_is_known() {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage(ADAPTERS + "..").and(not(resideInAPackage(root + ".."))))
                .as("no other adapter is known");
    }

    ArchRule statements_are_run_in_the_rooms_of_the_tables_only() {
        return noClasses()
                .that(not(resideInAnyPackage(
                        TABLE_ROOMS.stream().map(room -> root + room).toArray(String[]::new))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.sql..");
    }

    ArchRule connections_are_opened_in_one_room_only() {
        return noClasses()
                .that(not(resideInAnyPackage(root, root + ".internal.sql")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javax.sql..")
                .as("the data source goes from the builder to internal.sql, and nowhere else");
    }

    ArchRule sockets_and_tinyradius_are_the_clients() {
        return noClasses()
                .that(not(resideInAPackage(root + ".dynauth")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.nio.channels..", "org.tinyradius..")
                        .or(describe("a socket", type -> type.getFullName().matches("java\\.net\\..*Socket"))))
                .as("sockets and tinyradius are the client's");
    }

    /** A forged datagram can keep its decoder busy for ever. */
    ArchRule received_octets_never_reach_tinyradius() {
        return noClasses()
                .should(Conditions.access(describe(
                        "a decoder of tinyradius",
                        target -> target.getOwner().getPackageName().startsWith("org.tinyradius")
                                && (target.getName().startsWith("decode")
                                        || target.getName().startsWith("read")))))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("org.tinyradius.util..", "org.tinyradius.proxy..");
    }

    /** ADR 3, of which ADR 21 excepts one thread and nothing else. */
    ArchRule nobody_owns_an_executor_a_timer_or_the_common_pool() {
        DescribedPredicate<JavaClass> workers =
                SharedRules.anyOf(Executor.class, ThreadFactory.class, Timer.class, TimerTask.class);
        return noClasses()
                .should()
                .dependOnClassesThat(workers)
                .orShould(Conditions.access(SharedRules.parallelStreams()))
                .orShould(Conditions.access(
                        describe("the common pool by a stage", RadiusRules::completesOnAnotherThread)));
    }

    /** ADR 21. */
    ArchRule the_client_starts_one_thread_and_nobody_else_any() {
        return classes().should(new ArchCondition<>("start no thread, but for the one of the client") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Set<JavaConstructorCall> made = type.getConstructorCallsFromSelf();
                long threads = made.stream()
                        .filter(call -> call.getTargetOwner().isAssignableTo(Thread.class))
                        .count();
                boolean starts = type.getCodeUnitAccessesFromSelf().stream()
                        .anyMatch(access -> access.getTargetOwner().isAssignableTo(Thread.class)
                                && access.getTarget().getName().equals("start"));
                if (type.getName().equals(root + "." + THREAD_OWNER)) {
                    if (threads != 1) {
                        events.add(SimpleConditionEvent.violated(type, type.getName() + " makes threads: " + threads));
                    }
                } else if (threads > 0 || starts) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " makes or starts a java.lang.Thread"));
                }
            }
        });
    }

    /** ADR 21: what is chained to an answer runs on the client's thread, so that stages go no further than these. */
    ArchRule answers_of_the_client_are_awaited_in_one_room_only() {
        return noClasses()
                .that(not(describe(
                        "named by ADR 21",
                        type -> STAGES.stream().anyMatch(name -> type.getName().equals(root + "." + name)))))
                .should()
                .dependOnClassesThat(assignableTo(CompletionStage.class));
    }

    /** Attributes, then profiles and the client, which do not see each other. */
    ArchRule attributes_profiles_and_client_stand_by_themselves() {
        return noClasses()
                .that(resideInAnyPackage(root + ".attribute", root + ".profile", root + ".dynauth"))
                .should(dependOnWhatStandsAbove());
    }

    ArchRule packages_have_no_cycles() {
        return SharedRules.packagesHaveNoCircles();
    }

    ArchRule exported_signatures_name_exported_types_the_platform_and_either_only() {
        DescribedPredicate<JavaClass> exportedOfOurs = resideInAPackage(DOMAIN + "..")
                .and(not(resideInAnyPackage(DOMAIN + ".internal..", root + ".internal..")));
        return classes()
                .that(are(describe("exported", this::isExported)))
                .should(Conditions.nameInSignaturesOnly(resideInAnyPackage("java..", "javax.sql..")
                        .or(exportedOfOurs)
                        .or(describe("Either", type -> type.getName().equals(EITHER)))));
    }

    ArchRule public_classes_are_final() {
        return SharedRules.publicClassesAreFinal();
    }

    ArchRule nobody_asks_for_the_time_but_the_builders_defaults() {
        return SharedRules.nobodyAsksForTheTimeBeyond(below(CLOCKS));
    }

    ArchRule nobody_draws_by_chance_but_from_the_builders_defaults() {
        return noClasses()
                .should(Conditions.accessBeyond(
                        below(CHANCE), describe("a source of chance", RadiusRules::makesChance)));
    }

    ArchRule packages_are_null_marked() {
        return SharedRules.packagesAreNullMarked();
    }

    private Map<String, Set<String>> below(Map<String, Set<String>> defaults) {
        return defaults.entrySet().stream()
                .collect(Collectors.toMap(named -> root + "." + named.getKey(), Map.Entry::getValue));
    }

    private boolean isExported(JavaClass type) {
        return !resideInAPackage(root + ".internal..").test(type)
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(this::isExported).orElse(true);
    }

    private ArchCondition<JavaClass> dependOnWhatStandsAbove() {
        return new ArchCondition<>("depend on another package of this module but attributes and the checks") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().forEach(dependency -> {
                    String from = type.getPackageName();
                    String to = dependency.getTargetClass().getPackageName();
                    boolean below = to.equals(from) || to.equals(root + ".attribute") || to.equals(root + ".internal");
                    if (resideInAPackage(root + "..").test(dependency.getTargetClass()) && !below) {
                        events.add(SimpleConditionEvent.satisfied(dependency, dependency.getDescription()));
                    }
                });
            }
        };
    }

    private static boolean completesOnAnotherThread(CodeUnitAccessTarget target) {
        return target.getOwner().isAssignableTo(CompletionStage.class)
                && (target.getName().endsWith("Async")
                        || Set.of("orTimeout", "completeOnTimeout", "delayedExecutor")
                                .contains(target.getName()));
    }

    private static boolean makesChance(CodeUnitAccessTarget target) {
        boolean generator = target.getOwner().isAssignableTo(RandomGenerator.class)
                && Set.of("<init>", "current", "getInstanceStrong").contains(target.getName());
        return generator
                || Set.of("java.lang.Math.random()", "java.util.UUID.randomUUID()")
                        .contains(target.getFullName());
    }
}
