package io.silverdata.contract.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.json.ContractJson;
import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spring.host.Desk;
import io.silverdata.contract.spring.host.Host;
import io.silverdata.contract.testkit.ContractFixtures;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests of a web host, and what they are told. */
class WebHostTest {
    private static Host host;
    private static Desk desk;

    @BeforeAll
    static void start() {
        host = Host.inMemory(
                "contract.worker.enabled=false", "contract.web.trigger=DUNNING", "contract.web.anonymous=portal");
        desk = host.bean(Desk.class);
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @Test
    void a_contract_is_no_empty_object_and_its_version_is_the_entity_tag() {
        ContractId id = desk.signUp(1);

        HttpResponse<String> answer = host.get("/contracts/" + id);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        ContractJson.write(host.bean(Contracts.class).find(id).orElseThrow()));
        assertThat(answer.headers().firstValue("ETag"))
                .hasValueSatisfying(tag -> assertThat(tag)
                        .isEqualTo("\""
                                + host.bean(Contracts.class)
                                        .find(id)
                                        .orElseThrow()
                                        .version() + "\""));
    }

    @Test
    void events_have_their_type_and_lists_their_summaries() {
        ContractId id = desk.signUp(2);

        assertThat(host.get("/contracts/" + id + "/history").body())
                .startsWith("[{\"type\":\"ContractDrafted\"")
                .contains("\"data\":{\"number\":");
        assertThat(host.get("/contracts?size=500").body())
                .startsWith("{\"items\":[{\"id\":\"")
                .contains("\"accessState\":\"PENDING\"");
    }

    @Test
    void an_identity_is_taken_from_path_and_parameter_and_a_wrong_one_is_told() {
        ContractId id = desk.signUp(3);

        assertThat(host.get("/contracts/by-parameter?id=" + id).statusCode()).isEqualTo(200);
        for (HttpResponse<String> wrong :
                List.of(host.get("/contracts/seven"), host.get("/contracts/by-parameter?id=seven"))) {
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(wrong.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(wrong.body())
                    .contains(
                            "\"code\":\"INVALID_VALUE\"",
                            "\"field\":\"contractId\"",
                            "\"type\":\"urn:contract:rejection:INVALID_VALUE\"",
                            "\"detail\":\"contractId must be a UUID of 36 characters, was \\\"seven\\\"\"");
        }
    }

    @Test
    void what_is_no_value_of_the_library_is_left_to_the_application() {
        HttpResponse<String> wrong = host.get("/contracts?size=many");

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("the provider's own words about size");
    }

    @Test
    void a_rejection_is_a_problem_with_code_message_and_status() {
        ContractId id = desk.signUp(4);
        desk.suspend(id);

        HttpResponse<String> held = host.post("/contracts/" + id + "/suspension", "");
        HttpResponse<String> none = host.get("/contracts/" + new UUID(0, 1));

        assertThat(held.statusCode()).isEqualTo(409);
        assertThat(held.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(held.body())
                .contains(
                        "\"code\":\"ALREADY_HELD\"",
                        "\"title\":\"Already held\"",
                        "\"status\":409",
                        "\"field\":\"reason\"",
                        "\"detail\":\"the contract is already held for");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("\"code\":\"CONTRACT_NOT_FOUND\"");
    }

    @Test
    void a_value_in_a_body_is_read_as_people_write_it_and_a_wrong_one_is_told_with_its_field() {
        ContractId id = desk.signUp(5);

        HttpResponse<String> swapped = host.post(
                "/contracts/" + id + "/onu", "{\"onu\":\"" + ContractFixtures.onu(905) + "\",\"fee\":\"5 USD\"}");
        HttpResponse<String> wrong = host.post(
                "/contracts/" + id + "/onu", "{\"onu\":\"" + ContractFixtures.onu(906) + "\",\"fee\":\"five\"}");
        HttpResponse<String> noJson = host.post("/contracts/" + id + "/onu", "{");

        assertThat(swapped.statusCode()).isEqualTo(200);
        assertThat(swapped.body())
                .contains("\"contract\":{\"id\":\"" + id, "\"repeated\":false", "\"type\":\"OnuSwapped\"");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("\"code\":\"INVALID_VALUE\"", "\"field\":\"money\"");
        assertThat(noJson.statusCode()).isEqualTo(400);
    }

    @Test
    void a_key_makes_a_command_that_is_carried_out_once() {
        ContractId id = desk.signUp(6);
        String path = "/contracts/" + id + "/suspension";

        HttpResponse<String> first = host.post(path, "", "Idempotency-Key", "\"cut-1\"");
        HttpResponse<String> again = host.post(path, "", "Idempotency-Key", "cut-1");
        HttpResponse<String> wrong = host.post(path, "", "Idempotency-Key", "two words");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("\"repeated\":false");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("\"repeated\":true");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("\"field\":\"Idempotency-Key\"");
    }

    @Test
    void a_command_without_a_user_has_the_actor_and_the_trigger_of_the_properties() {
        ContractId id = desk.signUp(10);

        host.post("/contracts/" + id + "/suspension", "");

        assertThat(host.bean(Contracts.class).history(id)).last().satisfies(event -> {
            assertThat(event.metadata().actor()).isEqualTo(new Actor("portal"));
            assertThat(event.metadata().trigger()).isEqualTo(Trigger.DUNNING);
        });
    }

    @Test
    void a_tag_makes_a_command_that_expects_a_version() {
        ContractId id = desk.signUp(7);
        String path = "/contracts/" + id + "/suspension";
        String tag = host.get("/contracts/" + id).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> stale = host.post(path, "", "If-Match", "\"1\"");
        HttpResponse<String> wrong = host.post(path, "", "If-Match", "W/\"1\"");
        HttpResponse<String> fresh = host.post(path, "", "If-Match", tag);

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.body())
                .contains(
                        "\"code\":\"STALE_VERSION\"",
                        "\"field\":\"expectedVersion\"",
                        "\"values\":{\"expected\":1,\"actual\":" + tag.replace("\"", "") + "}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(fresh.statusCode()).isEqualTo(200);
        assertThat(fresh.headers().firstValue("ETag")).isNotEmpty().isNotEqualTo(Optional.of(tag));
    }
}
