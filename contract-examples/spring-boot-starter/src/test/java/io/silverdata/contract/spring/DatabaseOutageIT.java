package io.silverdata.contract.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.spring.host.Desk;
import io.silverdata.contract.spring.host.Host;
import io.silverdata.contract.spring.host.Rounds;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that goes away, or does not answer, under a running application, and comes back. */
class DatabaseOutageIT {
    private static PostgresDatabases databases;

    private String url;
    private Host host;
    private ContractId contract;

    @BeforeAll
    static void startServer() {
        databases = PostgresDatabases.start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        databases.close();
    }

    @BeforeEach
    void start() {
        url = databases.empty();
        host = Host.on(
                url + "&connectTimeout=2&socketTimeout=2",
                "spring.datasource.hikari.connection-timeout=1000",
                "spring.datasource.hikari.validation-timeout=500",
                "contract.worker.deliver-every=20ms",
                "contract.worker.apply-due-every=20ms");
        contract = host.bean(Desk.class).signUp(1);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void a_database_that_is_gone_ends_each_request_with_503_and_work_goes_on_when_it_is_back() throws Exception {
        databases.takeAway(url);

        assertUnavailable(host.get("/contracts/" + contract));
        assertUnavailable(host.post("/contracts/" + contract + "/suspension", ""));
        assertUnavailable(host.post("/contracts/" + contract + "/suspension/in-transaction", ""));
        assertDown(host.get("/actuator/health"));

        databases.bringBack(url);

        assertWorkGoesOn();
        assertThat(host.get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(host.post("/contracts/" + contract + "/suspension", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_database_that_does_not_answer_ends_each_request_with_503_and_work_goes_on_when_it_does() throws Exception {
        try (PostgresDatabases.Locks held = databases.lock(url, "ct_work", "ct_contract")) {
            assertThat(held.tables()).hasSize(2);
            assertUnavailable(host.get("/contracts/" + contract));
            assertUnavailable(host.post("/contracts/" + contract + "/suspension", ""));
            assertUnavailable(host.post("/contracts/" + contract + "/suspension/in-transaction", ""));
            assertDown(host.get("/actuator/health"));
        }

        assertWorkGoesOn();
        assertThat(host.get("/actuator/health").statusCode()).isEqualTo(200);
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"code\":\"STORAGE_UNAVAILABLE\"", "\"outcome\":\"NOT_COMMITTED\"")
                .doesNotContain("jdbc", "localhost", "SQL");
    }

    private static void assertDown(HttpResponse<String> health) {
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("\"contracts\":{\"details\":{", "\"status\":\"DOWN\"");
    }

    /** The worker has a round again, without anybody's help, and delivers a contract that is signed up then. */
    private void assertWorkGoesOn() throws InterruptedException {
        assertThat(host.bean(Rounds.class).reaches(contracts -> true)).isTrue();
        ContractId next = host.bean(Desk.class).signUp(2);

        assertThat(host.bean(Rounds.class)
                        .reaches(contracts -> contracts
                                .find(next)
                                .orElseThrow()
                                .inServiceSince()
                                .isPresent()))
                .isTrue();
    }
}
