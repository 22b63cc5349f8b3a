package io.silverdata.contract.examples.console.moves;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.examples.console.background.Ends;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Filled;
import io.silverdata.contract.examples.console.support.Visitor;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.spi.Storage;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriteOffTest {
    private static final OltId DEAD = MovedPlants.CENTRO.olt();
    private static final String PAGE = "/plant/olts/" + DEAD + "/write-off";

    private Console console;
    private Contracts contracts;
    private Visitor administrator;
    private Contract ended;
    private OnuSerial onu;

    @BeforeEach
    void start() {
        console = Console.start("contract.worker.enabled=false");
        contracts = console.bean(Contracts.class);
        administrator = Visitor.of(console, Role.ADMIN);
        MovedPlants plants = new MovedPlants(console);
        ended = plants.on(plants.splitter(MovedPlants.CENTRO));
        onu = ended.line().orElseThrow().onu();
        contracts
                .cancel(ended.id(), CancellationReason.CUSTOMER_REQUEST, CommandContext.by("staff", Trigger.ADMIN))
                .get();
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void what_an_olt_that_burnt_down_holds_is_free_after_a_look_a_reason_and_its_name() {
        console.bean(Storage.class).plant().setState(DEAD, ServiceState.DOWN);
        String page = administrator.get(PAGE).body();
        assertThat(page)
                .contains("The risk", "service that nobody pays", "1 contracts wait for this OLT")
                .contains(ended.number().value(), onu.value());
        Filled form = Filled.open(administrator, PAGE);

        Visitor.Answer refused = form.with("name", "olt-sur").send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"reason-error\"", "id=\"name-error\"", "Type the name of the OLT: " + DEAD);
        assertThat(contracts.find(ended.id()).orElseThrow().retiredLines()).isNotEmpty();

        Visitor.Answer begun = form.with("name", DEAD.value())
                .with("reason", "Burnt down, scrapped")
                .send();
        assertThat(begun.status()).as(begun.body()).isEqualTo(302);
        String done = Ends.of(
                administrator, begun.location().substring(begun.location().indexOf("/plant")));

        assertThat(done).contains("Finished", ended.number().value(), "Burnt down, scrapped");
        assertThat(contracts.find(ended.id()).orElseThrow().retiredLines()).isEmpty();
        RecordedEvent event = contracts.history(ended.id(), Page.first(10)).items().stream()
                .filter(recorded -> recorded.event() instanceof ContractEvent.LinesWrittenOff)
                .findFirst()
                .orElseThrow();
        assertThat(((ContractEvent.LinesWrittenOff) event.event()).reason()).isEqualTo("Burnt down, scrapped");
        assertThat(event.actor().value()).isEqualTo("admin");
    }

    @Test
    void of_an_olt_that_is_up_nothing_is_written_off() {
        assertThat(administrator.get(PAGE).body())
                .contains("this OLT is up", "Put in or out of service")
                .doesNotContain("method=\"post\" action=\"" + PAGE + "\"");

        Visitor.Answer refused = administrator.post(
                PAGE, PAGE, Map.of("key", UUID.randomUUID().toString(), "name", DEAD.value(), "reason", "burnt"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(contracts.find(ended.id()).orElseThrow().retiredLines()).isNotEmpty();
    }

    @Test
    void only_an_administrator_writes_off() {
        Visitor operator = Visitor.of(console, Role.OPERATE);

        assertThat(operator.get(PAGE).status()).isEqualTo(403);
        assertThat(operator.get("/plant/olts/" + DEAD).body()).doesNotContain(PAGE);
        assertThat(administrator.get("/plant/olts/" + DEAD).body()).contains(PAGE);
        assertThat(administrator.get("/plant/olts/nobody/write-off").status()).isEqualTo(404);
    }
}
