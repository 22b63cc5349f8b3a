package io.silverdata.contract.adapters.olt.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
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

/** The rules of this module, for its packages and for a small tree of the same shape that breaks them all. */
final class OltRules {
    private static final String DOMAIN = "io.silverdata.contract";
    private static final String ADAPTERS = DOMAIN + ".adapters";
    private static final String MODULE = ADAPTERS + ".olt";
    /** Everything but the packages of the makes. */
    private static final List<String> NO_MAKES = List.of("connection", "line", "room", "settings", "snmp", "spi");

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

    ArchRule snmp4j_is_known_in_the_room_snmp_only() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".snmp")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.snmp4j..");
    }

    ArchRule the_network_is_reached_from_the_room_snmp_only_and_databases_from_nowhere() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".snmp")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "java.nio.channels..")
                        .or(simpleNameEndingWith("Socket")));
    }

    ArchRule drivers_do_not_know_each_other() {
        return slices().matching(root + ".(*)")
                .that(describe("hold a driver", slice -> !NO_MAKES.contains(slice.getNamePart(1))))
                .should()
                .notDependOnEachOther();
    }

    ArchRule drivers_know_the_spi_only() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".*")
                .and()
                .resideOutsideOfPackages(
                        NO_MAKES.stream().map(room -> root + "." + room).toArray(String[]::new))
                .should()
                .dependOnClassesThat(resideInAPackage(MODULE)
                        .or(resideInAnyPackage(NO_MAKES.stream()
                                .filter(room -> !room.equals("spi"))
                                .map(room -> MODULE + "." + room)
                                .toArray(String[]::new))))
                .as("drivers know the SPI, and nothing else of the module");
    }

    /** The entry package is one of them. */
    ArchRule no_package_is_part_of_a_circle() {
        return slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();
    }

    ArchRule exported_signatures_name_exported_types_and_the_platform_only() {
        return classes()
                .that(are(describe("exported", this::isExported)))
                .should(nameOnly(resideInAPackage("java..").or(isIn(exported)).or(isIn(exportedByTheDomain))));
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

    /** The deadline of a network wait must not jump with the clock of the machine, and nothing else depends on it. */
    ArchRule nobody_asks_for_the_time_but_deadlines_and_the_builders_default() {
        return noClasses()
                .should(access(describe(
                        "the time of the machine",
                        access -> asksForTheTime(access.getTarget()) && !isAllowedToAskForTheTime(access))));
    }

    ArchRule nobody_owns_a_thread_an_executor_or_a_timer() {
        DescribedPredicate<JavaClass> workers = Stream.of(
                        Executor.class, ThreadFactory.class, CompletionStage.class, Timer.class, TimerTask.class)
                .map(type -> assignableTo(type))
                .reduce((one, other) -> one.or(other))
                .orElseThrow();
        return noClasses()
                .should()
                .dependOnClassesThat(workers)
                .orShould(access(describe(
                        "a thread other than the caller's",
                        access -> access.getTargetOwner().isAssignableTo(Thread.class)
                                && !Set.of("currentThread", "interrupt")
                                        .contains(access.getTarget().getName()))))
                .orShould(access(describe(
                        "the common pool by a parallel stream",
                        access -> Set.of("parallel", "parallelStream")
                                .contains(access.getTarget().getName()))));
    }

    ArchRule packages_are_null_marked() {
        return classes().should(beInANullMarkedPackage());
    }

    private static DescribedPredicate<JavaClass> isIn(Set<String> packages) {
        return describe("in " + packages, type -> packages.contains(type.getPackageName()));
    }

    private boolean isExported(JavaClass type) {
        return exported.contains(type.getPackageName())
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(this::isExported).orElse(true);
    }

    private static boolean isAllowedToAskForTheTime(JavaCodeUnitAccess<?> access) {
        String owner = access.getOriginOwner().getName();
        String asked = access.getTarget().getFullName();
        return (owner.equals(MODULE + ".OltGateway$Builder") && asked.equals("java.time.Clock.systemUTC()"))
                || (owner.equals(MODULE + ".snmp.Deadline") && asked.equals("java.lang.System.nanoTime()"));
    }

    private static boolean asksForTheTime(AccessTarget.CodeUnitAccessTarget target) {
        JavaClass owner = target.getOwner();
        return (owner.getPackageName().startsWith("java.time")
                        && (target.getName().equals("now") || target.getName().startsWith("system")))
                || (owner.isEquivalentTo(System.class)
                        && Set.of("currentTimeMillis", "nanoTime").contains(target.getName()));
    }

    private static ArchCondition<JavaClass> access(DescribedPredicate<JavaCodeUnitAccess<?>> wanted) {
        return new ArchCondition<>("access " + wanted.getDescription()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaCodeUnitAccess<?> access : type.getCodeUnitAccessesFromSelf()) {
                    if (wanted.test(access)) {
                        events.add(SimpleConditionEvent.satisfied(access, access.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> nameOnly(DescribedPredicate<JavaClass> allowed) {
        return new ArchCondition<>("name only what is " + allowed.getDescription()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream<JavaType> above = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
                check(type.getFullName(), above, events);
                for (JavaMember member : type.getMembers()) {
                    if (isVisible(member)) {
                        check(member.getFullName(), namedBy(member), events);
                    }
                }
            }

            private void check(String where, Stream<JavaType> named, ConditionEvents events) {
                named.flatMap(type -> type.getAllInvolvedRawTypes().stream())
                        .map(JavaClass::getBaseComponentType)
                        .filter(type -> !type.isPrimitive() && !allowed.test(type))
                        .distinct()
                        .forEach(type ->
                                events.add(SimpleConditionEvent.violated(type, where + " names " + type.getName())));
            }
        };
    }

    private static boolean isVisible(JavaMember member) {
        return !member.getModifiers().contains(JavaModifier.SYNTHETIC)
                && (member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED));
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

    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    }
}
