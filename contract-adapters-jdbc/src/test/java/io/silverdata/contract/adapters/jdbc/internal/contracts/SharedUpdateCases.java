package io.silverdata.contract.adapters.jdbc.internal.contracts;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.aDraft;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.reassessed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.spi.ConflictException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Contracts that share one statement. Here they are saved without their events, so that it is the number of changed rows alone
 * that tells of another unit of work.
 */
public abstract class SharedUpdateCases {
    private static final int CONTRACTS = 5;
    private static final List<ContractId> ALL =
            IntStream.rangeClosed(1, CONTRACTS).mapToObj(n -> contractId(n)).toList();

    private JdbcStorage storage;

    /** The database; it is emptied. */
    protected abstract Database database();

    @BeforeEach
    void fill() {
        storage = database().emptyStorage();
        storage.unitOfWork()
                .execute(() -> IntStream.rangeClosed(1, CONTRACTS)
                        .forEach(n -> storage.contracts().save(aDraft(n), 0)));
    }

    @Test
    void all_change_together() {
        storage.unitOfWork().execute(() -> storage.contracts().findAll(ALL).forEach(this::change));

        assertThat(storage.contracts().findAll(ALL))
                .extracting(Contract::version)
                .containsOnly(2L);
    }

    @Test
    void none_changes_if_one_of_them_was_changed_meanwhile() {
        assertThatThrownBy(() -> storage.unitOfWork().execute(() -> {
                    List<Contract> read = storage.contracts().findAll(ALL);
                    CompletableFuture.runAsync(() -> change(aDraft(3))).join();
                    read.forEach(this::change);
                }))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.kind()).isEqualTo(ConflictException.Kind.CONTRACT_VERSION));

        assertThat(storage.contracts().findAll(ALL))
                .extracting(Contract::version)
                .containsExactly(1L, 1L, 2L, 1L, 1L);
    }

    private void change(Contract contract) {
        storage.contracts().save(reassessed(contract, START).contract(), contract.version());
    }
}
