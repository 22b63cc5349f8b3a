package io.silverdata.archrules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;

/** Asserts that a rule finds what was seeded to break it. */
public final class Seeds {
    private Seeds() {}

    /**
     * Asserts that a report has a detail for each seed.
     *
     * @param root the package of the seeded tree, left out of the seeds
     * @param seeds each two texts with an arrow between them, such as {@code model.Late -> java.time.Instant.now}, that one detail
     *     has
     */
    public static void assertFound(EvaluationResult result, String root, String... seeds) {
        List<String> details = result.getFailureReport().getDetails().stream()
                .map(detail -> detail.replace(root + ".", ""))
                .toList();
        for (String seed : seeds) {
            String[] ends = seed.split(" -> ", -1);
            assertThat(details).as(seed).anyMatch(detail -> detail.contains(ends[0]) && detail.contains(ends[1]));
        }
    }
}
