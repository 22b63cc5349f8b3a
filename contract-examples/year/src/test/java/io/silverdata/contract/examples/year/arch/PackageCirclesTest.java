package io.silverdata.contract.examples.year.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class PackageCirclesTest {
    private static final String MODULE = "io.silverdata.contract.examples.year";
    private static final ArchRule NO_CIRCLES =
            SlicesRuleDefinition.slices().assignedFrom(new ByPackage()).should().beFreeOfCycles();

    @Test
    void no_two_packages_depend_on_each_other() {
        NO_CIRCLES.check(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(MODULE));
    }

    @Test
    void a_package_that_depends_on_the_one_above_it_is_found() {
        String report = NO_CIRCLES
                .evaluate(new ClassFileImporter().importPackages(MODULE + ".arch.seeded"))
                .getFailureReport()
                .toString();

        assertThat(report).contains("Cycle detected", "arch.seeded", "arch.seeded.below");
    }

    /** Every package, the root of the module among them. */
    private static final class ByPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
