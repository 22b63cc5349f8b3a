package io.silverdata.contract.examples.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.network.MemoryNetwork;
import io.silverdata.contract.examples.network.Plans;
import io.silverdata.contract.memory.InMemoryCustomers;
import io.silverdata.contract.memory.InMemoryStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

@Timeout(60)
class WorkerTest {

    @Test
    void goes_round_until_it_is_stopped_and_ends_then() throws InterruptedException {
        CountDownLatch rounds = new CountDownLatch(3);
        MemoryNetwork network = new MemoryNetwork();
        Contracts contracts = Contracts.builder()
                .storage(new InMemoryStorage())
                .customers(new InMemoryCustomers())
                .plans(Plans.onSale())
                .radius(network.access())
                .olts(network.lines())
                .zone(ZoneOffset.UTC)
                .build();
        Worker worker = new Worker(contracts, Duration.ofMillis(1), rounds::countDown);

        worker.start();
        rounds.await();
        worker.stop();
        long left = rounds.getCount();

        assertThat(left).isZero();
        assertThat(contracts.worker().health().queue().leased()).isZero();
    }

    @Test
    void the_page_shows_the_options_as_help_prints_them() throws IOException {
        String page = Files.readString(Path.of("../../docs/worker.md"));

        assertThat(page).contains("```text\n" + new CommandLine(Main.class).getUsageMessage(Ansi.OFF) + "```");
    }
}
