package io.silverdata.contract.adapters.olt.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import io.silverdata.archrules.Seeds;
import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.testkit.SettableClock;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The module keeps the rules of its architecture, and each rule finds the class that was made to break it. */
class OltArchitectureTest {
    private static final String MODULE = "io.silverdata.contract.adapters.olt";
    private static final String KIT = MODULE + ".testkit";
    private static final String SEEDED = MODULE + ".arch.seeded";
    private static final Set<String> DOMAIN_EXPORTS = exports(LineProvisioner.class);
    private static final Set<String> MODULE_EXPORTS = exports(OltGateway.class);
    private static final Set<String> KIT_EXPORTS = Set.of(KIT, KIT + ".vendor");
    private static final JavaClasses MODULE_CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(MODULE);
    private static final JavaClasses KIT_CLASSES = new ClassFileImporter().importPackages(KIT);
    private static final JavaClasses SEEDED_CLASSES = new ClassFileImporter().importPackages(SEEDED);

    /** Each rule, with what the seeded tree breaks of it: class, and the word that the report must say about it. */
    enum Rule {
        DOMAIN_EXPORTED(
                OltRules::the_domain_is_known_by_what_it_exports,
                "acme.KnowsDomainInternals -> internal.command.RandomIds"),
        ALONE(OltRules::no_other_adapter_is_known, "acme.KnowsAnotherAdapter -> another.AnotherAdapter"),
        SNMP4J(OltRules::snmp4j_is_known_in_one_room_only, "acme.NamesSnmp4j -> org.snmp4j.smi.OID"),
        NETWORK(
                OltRules::the_network_is_reached_from_one_room_only_and_databases_from_none,
                "acme.OpensSockets -> java.net.DatagramSocket",
                "acme.OpensSockets -> java.nio.channels.DatagramChannel",
                "acme.OpensSockets -> java.sql.Connection"),
        DRIVERS_APART(OltRules::drivers_do_not_know_each_other, "acme.KnowsAnotherDriver -> other.OtherDriver"),
        DRIVERS_BY_THE_SPI(OltRules::drivers_know_the_spi_only, "acme.KnowsTheGateway -> olt.OltGateway"),
        NO_CIRCLES(OltRules::no_package_is_part_of_a_circle, "Entry -> internal.Room", "internal.Room -> Entry"),
        SIGNATURES(
                OltRules::exported_signatures_name_exported_types_and_the_platform_only,
                "Entry.room() -> internal.Room",
                "acme.NamesSnmp4j.name() -> org.snmp4j.smi.OID"),
        FINAL(OltRules::public_classes_are_final, "other.OtherDriver -> is neither final nor sealed"),
        TIME(
                OltRules::nobody_asks_for_the_time_but_deadlines_and_the_builders_default,
                "internal.LooksAtTheClock -> java.time.Clock.systemUTC",
                "internal.LooksAtTheClock -> java.time.Instant.now",
                "internal.LooksAtTheClock -> java.time.LocalDate.now",
                "internal.LooksAtTheClock -> java.lang.System.currentTimeMillis",
                "internal.LooksAtTheClock -> java.lang.System.nanoTime"),
        NO_THREADS(
                OltRules::nobody_owns_a_thread_an_executor_or_a_timer,
                "internal.HasThreads -> java.lang.Thread",
                "internal.HasThreads -> java.util.concurrent.ExecutorService",
                "internal.HasThreads -> java.util.Timer",
                "internal.HasThreads -> java.util.concurrent.CompletableFuture",
                "internal.HasThreads -> parallelStream"),
        NULL_MARKED(OltRules::packages_are_null_marked, "unmarked.Unmarked -> @NullMarked");

        private final Function<OltRules, ArchRule> rule;
        private final String[] seeds;

        Rule(Function<OltRules, ArchRule> rule, String... seeds) {
            this.rule = rule;
            this.seeds = seeds;
        }

        ArchRule in(String root, Set<String> exported) {
            return in(root, exported, DOMAIN_EXPORTS);
        }

        ArchRule in(String root, Set<String> exported, Set<String> exportedByTheDomain) {
            return rule.apply(new OltRules(root, exported, exportedByTheDomain));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_module_keeps(Rule rule) {
        rule.in(MODULE, MODULE_EXPORTS).check(MODULE_CLASSES);
    }

    @ParameterizedTest
    @EnumSource
    void each_seeded_violation_is_found_by(Rule rule) {
        EvaluationResult result = rule.in(SEEDED, Set.of(SEEDED, SEEDED + ".acme", SEEDED + ".other"))
                .evaluate(SEEDED_CLASSES);

        Seeds.assertFound(result, SEEDED, rule.seeds);
    }

    @ParameterizedTest
    @EnumSource
    void a_clean_class_breaks_no_rule(Rule rule) {
        assertThat(rule.in(SEEDED, Set.of(SEEDED))
                        .evaluate(SEEDED_CLASSES)
                        .getFailureReport()
                        .getDetails())
                .noneMatch(detail -> detail.contains(SEEDED + ".Clean"));
    }

    @ParameterizedTest
    @EnumSource(names = {"DOMAIN_EXPORTED", "ALONE", "NO_CIRCLES", "NULL_MARKED"})
    void the_kit_keeps(Rule rule) {
        rule.in(KIT, KIT_EXPORTS, both(DOMAIN_EXPORTS, exports(SettableClock.class)))
                .check(KIT_CLASSES);
    }

    @Test
    void the_kit_names_no_type_of_an_SNMP_library_to_its_users() {
        Set<String> known =
                Stream.of(KIT_EXPORTS, MODULE_EXPORTS).flatMap(Set::stream).collect(Collectors.toSet());

        Rule.SIGNATURES.in(KIT, known).check(KIT_CLASSES);
    }

    @Test
    void every_package_of_the_module_is_looked_at() {
        assertThat(packages(MODULE_CLASSES))
                .containsExactlyInAnyOrder(
                        MODULE,
                        MODULE + ".bdcom",
                        MODULE + ".internal.connection",
                        MODULE + ".huawei",
                        MODULE + ".ifmib",
                        MODULE + ".internal.line",
                        MODULE + ".nscrtv",
                        MODULE + ".raisecom",
                        MODULE + ".settings",
                        MODULE + ".internal.snmp",
                        MODULE + ".spi",
                        MODULE + ".vsol",
                        MODULE + ".zte");
        assertThat(packages(KIT_CLASSES)).isEqualTo(KIT_EXPORTS);
    }

    @Test
    void the_rooms_are_the_packages_that_are_not_exported() {
        Set<String> rooms = packages(MODULE_CLASSES);
        rooms.removeAll(MODULE_EXPORTS);

        assertThat(rooms)
                .containsExactlyInAnyOrder(
                        MODULE + ".internal.connection", MODULE + ".internal.line", MODULE + ".internal.snmp");
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }

    private static Set<String> packages(JavaClasses classes) {
        return classes.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    }

    /** The packages that the module of a class exports to everyone. */
    private static Set<String> exports(Class<?> type) {
        Path home = Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
        ModuleDescriptor module =
                ModuleFinder.of(home).findAll().iterator().next().descriptor();
        return module.exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
    }
}
