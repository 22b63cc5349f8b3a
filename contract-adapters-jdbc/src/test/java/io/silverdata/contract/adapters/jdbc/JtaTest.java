package io.silverdata.contract.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JtaTest extends JtaCases {
    @Override
    Database database() {
        return Database.H2;
    }

    @Test
    void the_documents_show_what_is_tested() throws IOException {
        String shown = Files.readString(Path.of("../docs/databases.md"))
                .split("### JTA", 2)[1]
                .split("```java", 2)[1]
                .split("```", 2)[0];
        String tested = Files.readString(
                Path.of("src/test/java", JtaHost.class.getName().replace('.', '/') + ".java"));

        assertThat(withoutIndentation(tested)).contains(withoutIndentation(shown));
    }

    private static String withoutIndentation(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
