package io.silverdata.contract.examples.importing.arch;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.silverdata.archrules.Seeds;
import io.silverdata.archrules.SharedRules;
import org.junit.jupiter.api.Test;

class PackageCirclesTest {
    private static final String MODULE = "io.silverdata.contract.examples.importing";
    private static final String SEEDED = MODULE + ".arch.seeded";

    @Test
    void no_two_packages_depend_on_each_other() {
        SharedRules.packagesHaveNoCircles()
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(MODULE));
    }

    @Test
    void a_package_that_depends_on_the_one_above_it_is_found() {
        Seeds.assertFound(
                SharedRules.packagesHaveNoCircles().evaluate(new ClassFileImporter().importPackages(SEEDED)),
                SEEDED,
                "Above -> below.Below");
    }
}
