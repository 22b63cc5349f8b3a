package io.silverdata.contract.examples.firstlife;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The BOM lists what is published, and nothing else. */
class BomTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path BOM = ROOT.resolve("contract-domain/bom/pom.xml");
    private static final Pattern OWN = Pattern.compile("</parent>.*?<artifactId>(\\S+?)</artifactId>", Pattern.DOTALL);
    private static final Pattern MANAGED =
            Pattern.compile("<dependency>.*?<artifactId>(\\S+?)</artifactId>", Pattern.DOTALL);
    private static final Pattern DEPLOY_SKIP = Pattern.compile("<maven.deploy.skip>(true|false)</maven.deploy.skip>");

    @Test
    void the_bom_lists_every_published_artifact() throws IOException {
        List<String> published = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path pom : files.filter(file -> file.endsWith("pom.xml"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList()) {
                String text = Files.readString(pom);
                if (!text.contains("<packaging>pom</packaging>") && isPublished(pom, text)) {
                    published.add(first(OWN, text).orElseThrow());
                }
            }
        }

        List<String> listed = MANAGED.matcher(Files.readString(BOM))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(published)
                .contains("contract-domain", "contract-adapters-jdbc")
                .doesNotContain("contract-archrules");
        assertThat(listed).containsExactlyInAnyOrderElementsOf(published);
    }

    /** Examples are not, unless they say so; everything else is, unless it says otherwise. */
    private static boolean isPublished(Path pom, String text) {
        boolean example = pom.startsWith(ROOT.resolve("contract-examples"));
        return first(DEPLOY_SKIP, text).map("false"::equals).orElse(!example);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
