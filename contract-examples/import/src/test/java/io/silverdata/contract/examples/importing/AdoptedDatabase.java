package io.silverdata.contract.examples.importing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.spi.QueueDepth;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is in the embedded database after the command.
 *
 * @param contracts all contracts
 * @param events how many events they have together
 * @param waiting how many are to be delivered
 */
record AdoptedDatabase(List<Contract> contracts, long events, long waiting) {
    private static final int MANY = 1_000;

    static AdoptedDatabase in(Path folder) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(
                "jdbc:h2:file:" + folder.resolve("data").toAbsolutePath().resolve("contracts"));
        pool.setUsername("sa");
        pool.setPassword("");
        try (HikariDataSource dataSource = new HikariDataSource(pool)) {
            JdbcStorage storage = JdbcStorage.builder().dataSource(dataSource).build();
            List<ContractId> ids = storage.contracts().page(Optional.empty(), MANY);
            List<Contract> contracts = ids.stream()
                    .map(id -> storage.contracts().find(id).orElseThrow())
                    .toList();
            QueueDepth queue = storage.work().depth(Instant.now());
            return new AdoptedDatabase(
                    contracts,
                    contracts.stream().mapToLong(Contract::version).sum(),
                    queue.due() + queue.waiting() + queue.leased() + queue.parked());
        }
    }
}
