package io.silverdata.contract.adapters.jdbc.internal.contracts;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.adapters.jdbc.testing.HostShop;
import io.silverdata.contract.adapters.jdbc.testing.Shop;
import io.silverdata.contract.adapters.jdbc.testing.Verify;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.runs.BulkItem;
import io.silverdata.contract.runs.BulkProgress;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.testkit.SettableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many contracts in one unit of work, whose rows share statements. */
class BulkIT {
    private static final int CONTRACTS = 120;
    private static final CommandContext ANA = CommandContext.by("ana", Trigger.ADMIN);
    private static final Suspension DEBT = Suspension.of(SuspensionReason.NON_PAYMENT);

    @ParameterizedTest
    @EnumSource
    void a_contract_that_another_changes_meanwhile_loses_neither_change(Database database) {
        JdbcStorage storage = database.emptyStorage();
        Shop shop = shop(storage);
        List<ContractId> ids = contracts(shop);
        ContractId contested = ids.get(3);
        List<BulkItem> items = new ArrayList<>();
        List<ContractId> asked = new ArrayList<>();

        BulkProgress progress = shop.contracts()
                .runs()
                .bulk(
                        "cut",
                        Selection.live(),
                        (id, context) -> {
                            if (id.equals(ids.get(9)) && !asked.contains(id)) {
                                CompletableFuture.runAsync(() -> shop.contracts()
                                                .suspend(
                                                        contested,
                                                        Suspension.of(SuspensionReason.ADMINISTRATIVE)
                                                                .enforcing(Enforcement.HARD_BLOCK),
                                                        ANA))
                                        .join();
                            }
                            asked.add(id);
                            return shop.contracts().suspend(id, DEBT, context);
                        },
                        ANA)
                .begin()
                .get()
                .advance(CONTRACTS, items::add);

        assertThat(progress.accepted()).isEqualTo(CONTRACTS);
        assertThat(items).extracting(item -> item.id()).isEqualTo(ids);
        assertThat(asked).as("first together, then each by itself").hasSize(2 * CONTRACTS);
        assertThat(shop.contracts().find(contested).orElseThrow().holds()).hasSize(2);
        Verify.nothingIsHalf(storage, START);
    }

    @ParameterizedTest
    @EnumSource
    void a_contract_may_change_twice_in_one_unit_of_work(Database database) {
        JdbcStorage storage = database.emptyStorage();
        Shop shop = shop(storage);
        List<ContractId> ids = contracts(shop);
        long before = shop.contracts().find(ids.get(0)).orElseThrow().version();

        storage.unitOfWork()
                .execute(() -> ids.forEach(id -> {
                    shop.contracts().suspend(id, DEBT, ANA).get();
                    shop.contracts()
                            .liftHold(id, SuspensionReason.NON_PAYMENT, CommandContext.by("till", Trigger.PAYMENT))
                            .get();
                }));

        assertThat(shop.contracts().find(ids.get(0)).orElseThrow().version()).isEqualTo(before + 4);
        Verify.nothingIsHalf(storage, START);
    }

    private static Shop shop(JdbcStorage storage) {
        storage.plant().install(HostShop.plant());
        return Shop.on(storage, new SettableClock(START), new InMemoryLine(), "worker");
    }

    private static List<ContractId> contracts(Shop shop) {
        return IntStream.range(0, CONTRACTS)
                .mapToObj(n -> shop.signUp(n).get().contract().id())
                .sorted()
                .toList();
    }
}
