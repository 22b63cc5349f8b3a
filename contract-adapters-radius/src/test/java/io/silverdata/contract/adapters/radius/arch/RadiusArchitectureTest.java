package io.silverdata.contract.adapters.radius.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** This module keeps the rules of its architecture, and each rule finds the class that was made to break it. */
class RadiusArchitectureTest {
    private static final String MODULE = "io.silverdata.contract.adapters.radius";
    private static final String SEEDED = MODULE + ".arch.seeded";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(MODULE);
    private static final JavaClasses SEEDED_CLASSES = new ClassFileImporter().importPackages(SEEDED);

    /** Each rule, with what the seeded tree breaks of it: class, and the word that the report must say about it. */
    enum Rule {
        DOMAIN_EXPORTED(
                RadiusRules::the_domain_is_known_by_what_it_exports, "UsesInternals -> contract.internal.RandomIds"),
        ALONE(RadiusRules::no_other_adapter_is_known, "KnowsAnotherAdapter -> arch.elsewhere.Elsewhere"),
        DATABASES(
                RadiusRules::databases_are_reached_from_the_root_package_only,
                "dynauth.ReadsTables -> java.sql.Connection"),
        NETWORK(
                RadiusRules::sockets_threads_and_tinyradius_are_the_clients,
                "OpensSockets -> java.net.DatagramSocket",
                "OpensSockets -> java.nio.channels.DatagramChannel",
                "OpensSockets -> java.util.concurrent.ExecutorService",
                "OpensSockets -> java.lang.Thread",
                "OpensSockets -> org.tinyradius.packet.RadiusPacket"),
        DECODING(
                RadiusRules::received_octets_never_reach_tinyradius,
                "DecodesWithTinyradius -> decodeRequestPacket",
                "UsesTheClientOfTinyradius -> org.tinyradius.util.RadiusClient"),
        LAYERS(
                RadiusRules::attributes_profiles_and_client_stand_by_themselves,
                "attribute.KnowsProfiles -> profile.KnowsAttributes",
                "dynauth.KnowsTheRoot -> Clean"),
        CYCLES(RadiusRules::packages_have_no_cycles, "attribute -> profile"),
        SIGNATURES(
                RadiusRules::exported_signatures_name_own_types_the_platform_and_either_only,
                "NamesALogger -> org.slf4j.Logger"),
        FINAL(RadiusRules::public_classes_are_final, "IsOpen -> FINAL"),
        TIME(
                RadiusRules::nobody_asks_for_the_time_but_the_builders_defaults,
                "LooksAtTheClock -> java.time.Instant.now",
                "LooksAtTheClock -> java.lang.System.nanoTime"),
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
            assertThat(result.getFailureReport().getDetails())
                    .as(seed)
                    .anyMatch(detail -> detail.contains(ends[0]) && detail.contains(ends[1]));
        }
    }

    @Test
    void all_packages_of_the_module_were_looked_at() {
        assertThat(CLASSES.stream().map(type -> type.getPackageName()).distinct())
                .contains(MODULE, MODULE + ".attribute", MODULE + ".dynauth", MODULE + ".profile", MODULE + ".internal")
                .noneMatch(name -> name.startsWith(MODULE + ".arch"));
    }
}
