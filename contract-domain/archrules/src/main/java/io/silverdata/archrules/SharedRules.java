package io.silverdata.archrules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Calendar;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;

/** What holds for every module. Each module shows by a seeded tree that the rule finds what breaks it. */
public final class SharedRules {
    private SharedRules() {}

    /** Every package is a slice of its own, the root package of the module too: a pattern such as {@code (*)..} leaves it out. */
    public static ArchRule packagesHaveNoCircles() {
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return SliceIdentifier.of(type.getPackageName());
                    }

                    @Override
                    public String getDescription() {
                        return "every package";
                    }
                })
                .should()
                .beFreeOfCycles();
    }

    /** What may be final is final; a class that names its few subclasses is sealed. */
    public static ArchRule publicClassesAreFinal() {
        return classes()
                .that()
                .arePublic()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotRecords()
                .should(Conditions.beFinalOrSealed());
    }

    /** No package without {@code @NullMarked}. */
    public static ArchRule packagesAreNullMarked() {
        return classes().should(Conditions.beInANullMarkedPackage());
    }

    /** Nobody asks for the time of the machine. */
    public static ArchRule nobodyAsksForTheTime() {
        return nobodyAsksForTheTimeBeyond(Map.of());
    }

    /**
     * Nobody asks for the time of the machine, but for the defaults of builders.
     *
     * @param defaults full names of classes, each with the full names of the methods that it may call
     */
    public static ArchRule nobodyAsksForTheTimeBeyond(Map<String, Set<String>> defaults) {
        return noClasses()
                .should(Conditions.accessBeyond(
                        defaults, describe("the time of the machine", SharedRules::asksForTheTime)));
    }

    /** Nobody owns a thread, an executor, a timer or a stage, or uses the common pool. */
    public static ArchRule nobodyOwnsAThread() {
        return nobodyOwnsAThreadBut(Set.of());
    }

    /**
     * The same with exceptions.
     *
     * @param exceptions full names of top-level classes
     */
    public static ArchRule nobodyOwnsAThreadBut(Set<String> exceptions) {
        return noClasses()
                .that(describe(
                        "are not among " + exceptions,
                        type -> exceptions.stream()
                                .noneMatch(exception -> type.getName().equals(exception)
                                        || type.getName().startsWith(exception + "$"))))
                .should()
                .dependOnClassesThat(anyOf(
                                Thread.class,
                                Executor.class,
                                ThreadFactory.class,
                                CompletionStage.class,
                                Timer.class,
                                TimerTask.class)
                        .or(resideInAPackage("com.google.common.util.concurrent.."))
                        .or(describe("Executors", type -> type.getName().equals("java.util.concurrent.Executors"))))
                .orShould(Conditions.access(parallelStreams()));
    }

    /** The common pool by a parallel stream. */
    public static DescribedPredicate<CodeUnitAccessTarget> parallelStreams() {
        return describe(
                "the common pool by a parallel stream",
                target -> Set.of("parallel", "parallelStream").contains(target.getName()));
    }

    /** Types that are one of these, or extend one. */
    public static DescribedPredicate<JavaClass> anyOf(Class<?>... types) {
        return Stream.of(types)
                .map(type -> assignableTo(type))
                .reduce((one, other) -> one.or(other))
                .orElseThrow();
    }

    private static boolean asksForTheTime(CodeUnitAccessTarget target) {
        JavaClass owner = target.getOwner();
        return (owner.getPackageName().startsWith("java.time")
                        && (target.getName().equals("now") || target.getName().startsWith("system")))
                || (owner.isEquivalentTo(System.class)
                        && Set.of("currentTimeMillis", "nanoTime").contains(target.getName()))
                || target.getFullName().equals(Date.class.getName() + ".<init>()")
                || (owner.isEquivalentTo(Calendar.class) && target.getName().equals("getInstance"));
    }
}
