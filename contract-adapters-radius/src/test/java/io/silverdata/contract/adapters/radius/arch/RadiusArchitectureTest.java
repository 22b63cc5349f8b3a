package io.silverdata.contract.adapters.radius.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import io.silverdata.contract.adapters.radius.RadiusGateway;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** This module keeps the rules of its architecture, and each rule finds the class that was made to break it. */
class RadiusArchitectureTest {
    private static final String MODULE = "io.silverdata.contract.adapters.radius";
    private static final String SEEDED = MODULE + ".arch.seeded";
    private static final List<String> EXPORTED = List.of(
            MODULE,
            MODULE + ".attribute",
            MODULE + ".credential",
            MODULE + ".dynauth",
            MODULE + ".group",
            MODULE + ".nas",
            MODULE + ".profile",
            MODULE + ".session");
    private static final List<String> HIDDEN = List.of(
            MODULE + ".internal",
            MODULE + ".internal.access",
            MODULE + ".internal.credential",
            MODULE + ".internal.decision",
            MODULE + ".internal.group",
            MODULE + ".internal.nas",
            MODULE + ".internal.session",
            MODULE + ".internal.sql",
            MODULE + ".internal.subscriber");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(MODULE);
    private static final JavaClasses SEEDED_CLASSES = new ClassFileImporter().importPackages(SEEDED);

    /** Each rule, with what the seeded tree breaks of it: class, and the word that the report must say about it. */
    enum Rule {
        DOMAIN_EXPORTED(
                RadiusRules::the_domain_is_known_by_what_it_exports,
                "UsesInternals -> contract.internal.command.RandomIds"),
        ALONE(RadiusRules::no_other_adapter_is_known, "KnowsAnotherAdapter -> elsewhere.Elsewhere"),
        STATEMENTS(
                RadiusRules::statements_are_run_in_the_rooms_of_the_tables_only,
                "dynauth.ReadsTables -> java.sql.Connection",
                "internal.access.ReadsTablesToo -> java.sql.ResultSet"),
        CONNECTIONS(
                RadiusRules::connections_are_opened_in_one_room_only,
                "internal.session.OpensConnections -> javax.sql.DataSource"),
        NETWORK(
                RadiusRules::sockets_and_tinyradius_are_the_clients,
                "OpensSockets -> java.net.DatagramSocket",
                "OpensSockets -> java.nio.channels.DatagramChannel",
                "OpensSockets -> org.tinyradius.packet.RadiusPacket"),
        DECODING(
                RadiusRules::received_octets_never_reach_tinyradius,
                "DecodesWithTinyradius -> decodeRequestPacket",
                "UsesTheClientOfTinyradius -> org.tinyradius.util.RadiusClient"),
        WORKERS(
                RadiusRules::nobody_owns_an_executor_a_timer_or_the_common_pool,
                "HasWorkers -> java.util.concurrent.ExecutorService",
                "HasWorkers -> java.util.concurrent.ThreadFactory",
                "HasWorkers -> java.util.Timer",
                "HasWorkers -> parallelStream",
                "HasWorkers -> parallel()",
                "HasWorkers -> supplyAsync",
                "HasWorkers -> orTimeout",
                "dynauth.DynamicAuthorizationClient -> java.util.concurrent.ForkJoinPool"),
        THREADS(
                RadiusRules::the_client_starts_one_thread_and_nobody_else_any,
                "dynauth.DynamicAuthorizationClient -> threads: 2",
                "StartsAThread -> java.lang.Thread",
                "IsAThread -> java.lang.Thread"),
        STAGES(
                RadiusRules::answers_of_the_client_are_awaited_in_one_room_only,
                "HasWorkers -> java.util.concurrent.CompletableFuture",
                "internal.session.AwaitsAnswers -> java.util.concurrent.CompletionStage"),
        LAYERS(
                RadiusRules::attributes_profiles_and_client_stand_by_themselves,
                "attribute.KnowsProfiles -> profile.KnowsAttributes",
                "dynauth.KnowsTheRoot -> Clean"),
        CYCLES(
                RadiusRules::packages_have_no_cycles,
                "seeded.attribute -> seeded.profile",
                "Slice seeded -> Slice seeded.internal.access"),
        SIGNATURES(
                RadiusRules::exported_signatures_name_exported_types_the_platform_and_either_only,
                "NamesALogger -> org.slf4j.Logger",
                "NamesARoom -> internal.access.KnowsTheEntry",
                "ExtendsARoom -> internal.access.Open"),
        FINAL(RadiusRules::public_classes_are_final, "IsOpen -> is neither final nor sealed"),
        TIME(
                RadiusRules::nobody_asks_for_the_time_but_the_builders_defaults,
                "LooksAtTheClock -> java.time.Instant.now",
                "LooksAtTheClock -> java.time.LocalDate.now",
                "LooksAtTheClock -> java.time.Clock.systemDefaultZone",
                "LooksAtTheClock -> java.lang.System.currentTimeMillis",
                "LooksAtTheClock -> java.lang.System.nanoTime",
                "LooksAtTheClock -> java.util.Date",
                "RadiusGateway$Builder -> java.lang.System.nanoTime"),
        CHANCE(
                RadiusRules::nobody_draws_by_chance_but_from_the_builders_defaults,
                "DrawsByChance -> java.util.Random.<init>",
                "DrawsByChance -> java.util.UUID.randomUUID",
                "DrawsByChance -> java.util.concurrent.ThreadLocalRandom.current",
                "RadiusGateway$Builder -> java.util.SplittableRandom.<init>"),
        NULL_MARKED(RadiusRules::packages_are_null_marked, "unmarked.Unmarked -> @NullMarked");

        private final Function<RadiusRules, ArchRule> rule;
        private final String[] seeds;

        Rule(Function<RadiusRules, ArchRule> rule, String... seeds) {
            this.rule = rule;
            this.seeds = seeds;
        }

        ArchRule in(String root) {
            return rule.apply(new RadiusRules(root));
        }
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void the_module_keeps(Rule rule) {
        rule.in(MODULE).check(CLASSES);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void each_seeded_violation_is_found_by(Rule rule) {
        EvaluationResult result = rule.in(SEEDED).evaluate(SEEDED_CLASSES);

        assertThat(result.hasViolation()).isTrue();
        for (String seed : rule.seeds) {
            String[] ends = seed.split(" -> ", -1);
            assertThat(result.getFailureReport().getDetails().stream().map(RadiusArchitectureTest::withoutRoot))
                    .as(seed)
                    .anyMatch(detail -> detail.contains(ends[0]) && detail.contains(ends[1]));
        }
    }

    @Test
    void a_clean_class_in_the_seeded_tree_breaks_no_rule() {
        Stream<String> details = Stream.of(Rule.values())
                .flatMap(rule -> rule.in(SEEDED).evaluate(SEEDED_CLASSES).getFailureReport().getDetails().stream());

        assertThat(details.map(RadiusArchitectureTest::withoutRoot))
                .noneMatch(detail -> detail.startsWith("Class <seeded.Clean>") || detail.contains("<seeded.Clean."));
    }

    @Test
    void all_packages_of_the_module_were_looked_at() {
        assertThat(CLASSES.stream().map(type -> type.getPackageName()).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(EXPORTED.stream(), HIDDEN.stream()).toList());
    }

    @Test
    void the_module_exports_every_package_but_the_internal_ones() throws Exception {
        URI classes = RadiusGateway.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();

        try (InputStream descriptor = Files.newInputStream(Path.of(classes).resolve("module-info.class"))) {
            assertThat(ModuleDescriptor.read(descriptor).exports())
                    .extracting(ModuleDescriptor.Exports::source)
                    .containsExactlyInAnyOrderElementsOf(EXPORTED);
        }
    }

    @Test
    void every_class_that_a_rule_excepts_is_there() {
        Stream<String> excepted = Stream.of(
                        RadiusRules.STAGES,
                        RadiusRules.CLOCKS.keySet(),
                        RadiusRules.CHANCE.keySet(),
                        List.of(RadiusRules.THREAD_OWNER))
                .flatMap(names -> names.stream());

        assertThat(excepted).allMatch(name -> CLASSES.contain(MODULE + "." + name));
    }

    private static String withoutRoot(String detail) {
        return detail.replace(MODULE + ".arch.", "");
    }
}
