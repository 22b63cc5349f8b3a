package io.silverdata.contract.json.jackson2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.silverdata.contract.json.ContractJson;
import io.silverdata.contract.json.InvalidJsonException;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.testkit.ContractFixtures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Jackson2ModuleTest {
    private final ObjectMapper mapper =
            JsonMapper.builder().addModule(new ContractModule()).build();
    private final Contract contract = ContractFixtures.aDraft(1);

    /** What a host asks for. */
    record Order(PlanId plan, OnuSerial onu, Money deposit, Bandwidth least) {}

    /** What a host answers. */
    record Answer(List<Contract> contracts, Map<ContractId, Money> debts) {}

    @Test
    void a_contract_is_no_empty_object() throws Exception {
        assertThat(mapper.writeValueAsString(contract))
                .isEqualTo(ContractJson.write(contract))
                .contains("\"status\":\"DRAFT\"");
        assertThat(mapper.readValue(mapper.writeValueAsString(contract), Contract.class))
                .isEqualTo(contract);
    }

    @Test
    void contracts_stand_inside_the_objects_of_a_host_and_identities_are_keys() throws Exception {
        Answer answer = new Answer(List.of(contract), Map.of(contract.id(), Money.of("5", "USD")));

        String json = mapper.writeValueAsString(answer);

        assertThat(json)
                .contains("\"contracts\":[" + ContractJson.write(contract) + "]")
                .contains("{\"" + contract.id() + "\":\"5.00 USD\"}");
        assertThat(mapper.readValue(json, Answer.class)).isEqualTo(answer);
    }

    @Test
    void values_are_read_as_people_write_them() throws Exception {
        Order order = mapper.readValue(
                "{\"plan\":\"home-100\",\"onu\":\"ZTEG0000A0B1\",\"deposit\":\"24.90 USD\",\"least\":\"100 Mbit/s\"}",
                Order.class);

        assertThat(order)
                .isEqualTo(new Order(
                        new PlanId("home-100"),
                        new OnuSerial("ZTEG0000A0B1"),
                        Money.of("24.9", "USD"),
                        Bandwidth.ofMbps(100)));
    }

    @Test
    void what_is_no_such_value_is_told_with_what_is_allowed() {
        assertThatThrownBy(() -> mapper.readValue("{\"least\":\"fast\"}", Order.class))
                .isInstanceOf(DatabindException.class)
                .hasMessageContaining("bandwidth must be")
                .cause()
                .isInstanceOfSatisfying(
                        InvalidJsonException.class,
                        invalid -> assertThat(invalid.rejection().map(Rejection.InvalidValue::field))
                                .contains("bandwidth"));
        assertThatThrownBy(() -> mapper.readValue("{\"plan\":7}", Order.class))
                .hasMessageContaining("PlanId must be a string");
        assertThatThrownBy(() -> mapper.readValue("{\"contracts\":[],\"debts\":{\"seven\":\"5 USD\"}}", Answer.class))
                .hasMessageContaining("contractId must be");
        assertThatThrownBy(() -> mapper.readValue("{\"contracts\":[{}],\"debts\":{}}", Answer.class))
                .hasMessageContaining("field id of contract is missing");
    }

    @Test
    void events_have_their_type_and_rejections_their_code() throws Exception {
        RecordedEvent event = ContractFixtures.fullLife(7).events().get(0);

        assertThat(mapper.writeValueAsString(List.of(event))).isEqualTo("[" + ContractJson.write(event) + "]");
        assertThat(mapper.readValue(ContractJson.write(event), RecordedEvent.class))
                .isEqualTo(event);
        assertThat(mapper.readValue(mapper.writeValueAsString(event.event()), ContractEvent.class))
                .isEqualTo(event.event());
        assertThat(mapper.writeValueAsString(new Rejection.NotAssessed()))
                .isEqualTo("{\"code\":\"NOT_ASSESSED\",\"message\":\"feasibility was not assessed\"}");
    }

    @Test
    void a_summary_is_the_same_everywhere() throws Exception {
        ContractSummary summary = ContractSummary.of(contract);

        assertThat(mapper.writeValueAsString(summary)).isEqualTo(ContractJson.write(summary));
        assertThat(mapper.readValue(mapper.writeValueAsString(summary), ContractSummary.class))
                .isEqualTo(summary);
    }
}
