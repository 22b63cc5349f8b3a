package io.silverdata.contract.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.spring.host.Desk;
import io.silverdata.contract.spring.host.Host;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the actuator tells of the queue. */
class ActuatorTest {
    private static Host host;
    private static Desk desk;

    @BeforeAll
    static void start() {
        host = Host.inMemory("contract.worker.enabled=false");
        desk = host.bean(Desk.class);
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @Test
    void health_meters_and_endpoint_say_how_the_queue_is() {
        desk.signUp(8);

        assertThat(host.get("/actuator/health").body())
                .contains("\"contracts\":{\"details\":{", "\"queue\":{\"due\":", "\"status\":\"UP\"");
        assertThat(host.get("/actuator/contracts").body()).contains("\"queue\":{\"due\":", "\"parked\":[]");
        assertThat(host.get("/actuator/metrics/contract.commands?tag=command:signUp")
                        .body())
                .contains("\"name\":\"contract.commands\"", "\"statistic\":\"COUNT\"");
    }

    @Test
    void a_contract_is_delivered_again_by_the_endpoint() {
        ContractId id = desk.signUp(9);

        assertThat(host.post("/actuator/contracts/" + id, "{}").statusCode()).isEqualTo(204);
    }

    @Test
    void the_health_is_down_while_a_delivery_is_due_for_longer_than_is_allowed() {
        try (Host impatient = Host.inMemory("contract.worker.enabled=false", "contract.health.max-lag=0s")) {
            assertThat(impatient.get("/actuator/health").statusCode()).isEqualTo(200);
            impatient.bean(Desk.class).signUp(1);

            HttpResponse<String> down = impatient.get("/actuator/health");

            assertThat(down.statusCode()).isEqualTo(503);
            assertThat(down.body()).contains("\"contracts\":{\"details\":{\"queue\":{\"due\":1");
        }
    }
}
