package io.silverdata.contract.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.ContractsBuilder;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.model.AttributeKey;
import io.silverdata.contract.model.TimeRange;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.runs.BulkRun;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.testkit.ContractFixtures;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The snippets of docs/privacy.md; what they do is tested by the kit of erasures. */
class ErasureDocumentTest {

    @Test
    void a_night_job_erases_what_ended_long_ago() {
        ContractsBuilder host = Contracts.builder()
                .personalAttributes(Set.of(new AttributeKey("contact.phone")))
                .customerActors(actor -> actor.value().startsWith("portal:")); // and the ports
        Contracts contracts = host.storage(new InMemoryStorage())
                .customers(customer -> true)
                .plans(plan -> Optional.empty())
                .radius(new InMemoryAccess())
                .olts(new InMemoryLine())
                .zone(ContractFixtures.ZONE)
                .build();
        Instant endedBefore = ContractFixtures.START;
        CommandContext nightJob = CommandContext.by("night job", Trigger.SYSTEM);

        ContractQuery ended = ContractQuery.builder()
                .cancelled(TimeRange.EARLIEST, endedBefore)
                .notErased()
                .build();
        BulkRun run = contracts
                .runs()
                .bulk("erase-2031-04", Selection.of(ended), contracts::erasePersonalData, nightJob)
                .begin()
                .get();

        assertThat(run.advance(500, item -> {}).state()).isEqualTo(RunState.FINISHED);
    }
}
