package io.silverdata.contract.adapters.jdbc.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentsTest {

    @ParameterizedTest
    @CsvSource({"JTA, JtaHost", "Spring, SpringTransactionCases"})
    void show_what_is_tested(String host, String test) throws IOException {
        String shown = Files.readString(Path.of("../docs/databases.md"))
                .split("### " + host + "\n", 2)[1]
                .split("```java", 2)[1]
                .split("```", 2)[0];
        Path code =
                Path.of("src/test/java", DocumentsTest.class.getPackageName().replace('.', '/'), test + ".java");

        assertThat(withoutIndentation(Files.readString(code))).contains(withoutIndentation(shown));
    }

    private static String withoutIndentation(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
