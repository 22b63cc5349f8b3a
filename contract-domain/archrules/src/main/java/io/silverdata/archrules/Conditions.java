package io.silverdata.archrules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Conditions of which rules are made. */
public final class Conditions {
    private Conditions() {}

    /** That a class calls what is wanted. */
    public static ArchCondition<JavaClass> access(DescribedPredicate<CodeUnitAccessTarget> wanted) {
        return accessBeyond(Map.of(), wanted);
    }

    /**
     * That a class calls what is wanted, beyond what it may.
     *
     * @param allowed full names of classes, each with the full names of the methods that it may call
     */
    public static ArchCondition<JavaClass> accessBeyond(
            Map<String, Set<String>> allowed, DescribedPredicate<CodeUnitAccessTarget> wanted) {
        return new ArchCondition<>("ask for " + wanted.getDescription()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Set<String> own = allowed.getOrDefault(type.getName(), Set.of());
                for (JavaCodeUnitAccess<?> access : type.getCodeUnitAccessesFromSelf()) {
                    if (wanted.test(access.getTarget())
                            && !own.contains(access.getTarget().getFullName())) {
                        events.add(SimpleConditionEvent.satisfied(access, access.getDescription()));
                    }
                }
            }
        };
    }

    /** That the signatures that others see, supertypes included, name allowed types only. */
    public static ArchCondition<JavaClass> nameInSignaturesOnly(DescribedPredicate<JavaClass> allowed) {
        return new ArchCondition<>("name in its signatures only " + allowed.getDescription()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
                        .forEach(parent -> check(type, type.getName(), parent, events));
                for (JavaMember member : type.getMembers()) {
                    if (isSeen(member)) {
                        namedBy(member).forEach(named -> check(member, member.getFullName(), named, events));
                    }
                }
            }

            private void check(Object where, String name, JavaType named, ConditionEvents events) {
                named.getAllInvolvedRawTypes().stream()
                        .map(JavaClass::getBaseComponentType)
                        .filter(type -> !type.isPrimitive() && !allowed.test(type))
                        .distinct()
                        .forEach(type ->
                                events.add(SimpleConditionEvent.violated(where, name + " names " + type.getName())));
            }
        };
    }

    /** That its package is marked with {@code @NullMarked}. */
    public static ArchCondition<JavaClass> beInANullMarkedPackage() {
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

    /** That nobody else can extend it. */
    public static ArchCondition<JavaClass> beFinalOrSealed() {
        return new ArchCondition<>("be final or sealed") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getModifiers().contains(JavaModifier.FINAL)
                        && !type.reflect().isSealed()) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is neither final nor sealed"));
                }
            }
        };
    }

    private static boolean isSeen(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
                && !modifiers.contains(JavaModifier.SYNTHETIC);
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
}
