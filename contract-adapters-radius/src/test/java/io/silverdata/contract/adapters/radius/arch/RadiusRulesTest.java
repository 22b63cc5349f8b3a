package io.silverdata.contract.adapters.radius.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The adapter keeps the rules of its architecture, and each rule finds the class that was made to break it. */
class RadiusRulesTest {
    private static final String ADAPTER = "io.silverdata.contract.adapters.radius";
    private static final String SEEDED = ADAPTER + ".arch.seeded";
    private static final JavaClasses ADAPTER_CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ADAPTER);
    private static final JavaClasses SEEDED_CLASSES = new ClassFileImporter().importPackages(SEEDED);

    /** Each rule, with the classes of the seeded tree that break it. */
    enum Rule {
        EXPORTED_DOMAIN_ONLY(RadiusRules::knows_of_the_domain_only_what_it_exports, "KnowsSqlAndInternals"),
        DECODES_ITSELF(
                RadiusRules::received_octets_never_reach_tinyradius,
                "DecodesWithTinyradius",
                "UsesTheClientOfTinyradius"),
        TINYRADIUS_IN_ONE_PLACE(RadiusRules::only_dynamic_authorization_knows_tinyradius, "NamesTinyradius"),
        SOCKETS_IN_ONE_PLACE(RadiusRules::only_dynamic_authorization_opens_sockets, "OpensASocket"),
        THREAD_IN_ONE_PLACE(RadiusRules::only_dynamic_authorization_owns_a_thread, "OwnsAThread"),
        NETWORK_WITHOUT_DATABASE(RadiusRules::dynamic_authorization_knows_no_database, "KnowsSqlAndInternals"),
        TIME_GIVEN(RadiusRules::nobody_asks_for_the_time_but_a_builders_default, "AsksForTheTime"),
        SIGNATURES_OWN(RadiusRules::public_signatures_name_own_types_the_platform_and_either_only, "NamesTinyradius"),
        FINAL(RadiusRules::public_classes_are_final, "NamesTinyradius"),
        NULL_MARKED(RadiusRules::packages_are_null_marked, "Unmarked");

        private final Function<RadiusRules, ArchRule> rule;
        private final List<String> seeds;

        Rule(Function<RadiusRules, ArchRule> rule, String... seeds) {
            this.rule = rule;
            this.seeds = List.of(seeds);
        }

        ArchRule in(String root) {
            return rule.apply(new RadiusRules(root));
        }
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void the_adapter_keeps(Rule rule) {
        rule.in(ADAPTER).check(ADAPTER_CLASSES);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void each_seeded_violation_is_found_by(Rule rule) {
        EvaluationResult result = rule.in(SEEDED).evaluate(SEEDED_CLASSES);

        assertThat(rule.seeds)
                .allSatisfy(seed ->
                        assertThat(result.getFailureReport().getDetails()).anyMatch(detail -> detail.contains(seed)));
    }

    // no class of another adapter can be on this class path, so nothing can be seeded
    @Test
    void the_adapter_knows_no_other_adapter() {
        new RadiusRules(ADAPTER).knows_no_other_adapter().check(ADAPTER_CLASSES);
    }
}
