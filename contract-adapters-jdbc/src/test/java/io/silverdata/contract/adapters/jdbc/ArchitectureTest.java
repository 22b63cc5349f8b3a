package io.silverdata.contract.adapters.jdbc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.silverdata.contract.internal.transaction.Transactions;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.UnitOfWork;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What this adapter may see, and what may be seen of it. Each rule is shown to bite on a class that breaks it. */
class ArchitectureTest {
    private static final String ADAPTER = "io.silverdata.contract.adapters.jdbc..";
    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.silverdata.contract.adapters.jdbc");

    /** A rule and a class that breaks it. */
    record Case(String name, ArchRule rule, Class<?> violation) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> rules() {
        return Stream.of(
                new Case(
                        "depends on what the domain exports, never on its inside",
                        noClasses()
                                .that()
                                .resideInAPackage(ADAPTER)
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("io.silverdata.contract.internal.."),
                        SeesTheInside.class),
                new Case(
                        "depends on no other adapter, host framework, pool or driver",
                        noClasses()
                                .that()
                                .resideInAPackage(ADAPTER)
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "io.silverdata.contract.adapters.radius..",
                                        "io.silverdata.contract.adapters.olt..",
                                        "org.springframework..",
                                        "com.zaxxer..",
                                        "org.h2..",
                                        "org.postgresql..",
                                        "org.mariadb.."),
                        SeesADriver.class),
                new Case(
                        "classes that implement a port are final, and package-private but for the storage and its unit of work",
                        classes()
                                .that()
                                .implement(Storage.class)
                                .or()
                                .implement(UnitOfWork.class)
                                .or()
                                .haveSimpleNameEndingWith("Rows")
                                .should()
                                .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL),
                        OpenRows.class),
                new Case(
                        "nobody reads a clock",
                        noClasses()
                                .that()
                                .resideInAPackage(ADAPTER)
                                .should()
                                .callMethod(Instant.class, "now")
                                .orShould()
                                .callMethod(System.class, "currentTimeMillis"),
                        ReadsAClock.class),
                new Case(
                        "nobody starts a thread",
                        noClasses()
                                .that()
                                .resideInAPackage(ADAPTER)
                                .should()
                                .dependOnClassesThat()
                                .belongToAnyOf(Thread.class, java.util.concurrent.Executors.class),
                        StartsAThread.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(Case rule) {
        rule.rule().check(LIBRARY);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void bites(Case rule) {
        JavaClasses seeded = new ClassFileImporter().importClasses(rule.violation());

        assertThat(rule.rule().allowEmptyShould(true).evaluate(seeded).hasViolation())
                .isTrue();
    }

    @Test
    void public_types_are_the_five_that_a_host_needs() {
        assertThat(LIBRARY.stream()
                        .filter(type ->
                                type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                        .map(type -> type.getSimpleName()))
                .contains("JdbcStorage", "JdbcUnitOfWork", "Schema", "Dialect", "Builder");
    }

    static final class SeesTheInside {
        int attempts(Transactions transactions) {
            return transactions.hashCode();
        }
    }

    static final class SeesADriver {
        boolean is(Object connection) {
            return connection instanceof org.h2.jdbc.JdbcConnection;
        }
    }

    static class OpenRows {}

    static final class ReadsAClock {
        Instant time() {
            return Instant.now();
        }
    }

    static final class StartsAThread {
        Thread thread() {
            return new Thread(() -> {});
        }
    }
}
