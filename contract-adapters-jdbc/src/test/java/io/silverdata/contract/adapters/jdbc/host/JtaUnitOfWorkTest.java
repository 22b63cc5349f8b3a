package io.silverdata.contract.adapters.jdbc.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.UnitOfWorkTck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The host has a transaction manager, which begins and ends the transactions, and a pool that enlists its connections. */
class JtaUnitOfWorkTest extends UnitOfWorkTck {
    private final JtaHost host = JtaHost.on(Database.H2);

    @Override
    protected Storage storage() {
        Database.H2.empty();
        return new HostStorage(host.storage(), JtaHost::transactional);
    }

    @AfterEach
    void close() {
        host.close();
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
