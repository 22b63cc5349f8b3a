package io.silverdata.contract.spring.tenlines;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.spring.host.Host;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The application of README.md starts, and answers. */
class ProviderTest {

    @Test
    void starts_and_answers() {
        try (Host host = Host.of(
                Provider.class,
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                "contract.worker.enabled=true")) {
            HttpResponse<String> none = host.post("/contracts/" + new UUID(0, 7) + "/suspension", "");

            assertThat(none.statusCode()).isEqualTo(404);
            assertThat(none.body()).contains("\"code\":\"CONTRACT_NOT_FOUND\"");
        }
    }
}
