package io.silverdata.contract.adapters.jdbc.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.testing.BreakingDataSource;
import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.adapters.jdbc.testing.HostShop;
import io.silverdata.contract.adapters.jdbc.testing.Shop;
import io.silverdata.contract.adapters.jdbc.testing.Verify;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.StorageException;
import io.silverdata.contract.testkit.ContractFixtures;
import io.silverdata.contract.testkit.SettableClock;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The connection is lost at every message of a command, before the server gets it and after: the caller is told, nothing half
 * is there, and the same command under the same key goes through once the network is back, without a restart.
 */
public abstract class LostConnectionCases {
    private static final int MAX_MESSAGES = 60;

    private final SettableClock clock = new SettableClock(ContractFixtures.START);
    private BreakingDataSource network;
    private JdbcStorage storage;
    private Contracts contracts;
    private int number;

    /** The database; it is emptied. */
    protected abstract Database database();

    @BeforeEach
    void wire() {
        database().empty();
        network = new BreakingDataSource(database().dataSource());
        storage = JdbcStorage.builder().dataSource(network.dataSource()).build();
        storage.plant().install(HostShop.plant());
        contracts = Shop.wired(storage, clock).build();
    }

    @Test
    void at_every_message_of_a_draft() {
        loseAtEveryMessage(() -> {
            NewContract terms = Shop.terms(++number);
            return context -> contracts.draft(terms, context);
        });
    }

    @Test
    void at_every_message_of_a_sign_up() {
        loseAtEveryMessage(() -> {
            SignUp request = Shop.request(++number);
            return context -> contracts.signUp(request, context);
        });
    }

    @Test
    void at_every_message_of_a_suspension() {
        loseAtEveryMessage(() -> {
            ContractId contract = signedUp();
            return context -> contracts.suspend(contract, Suspension.of(SuspensionReason.NON_PAYMENT), context);
        });
    }

    @Test
    void at_every_message_of_a_cancellation() {
        loseAtEveryMessage(() -> {
            ContractId contract = signedUp();
            return context -> contracts.cancel(contract, CancellationReason.CUSTOMER_REQUEST, context);
        });
    }

    @Test
    void at_every_message_of_a_delivery() {
        for (boolean afterwards : List.of(false, true)) {
            int message = 1;
            do {
                ContractId contract = signedUp();
                network.breakAt(message++, afterwards);
                try {
                    contracts.worker().deliverPending(10);
                } catch (StorageException told) {
                    assertThat(told).hasMessageContaining("the connection was lost");
                }
                network.repair();
                Verify.nothingIsHalf(storage, clock.instant());
                // the lease of the worker that broke down runs out, and another takes over
                clock.advance(Duration.ofHours(1));
                contracts.worker().deliverPending(10);
                assertThat(contracts.find(contract).orElseThrow().provisioning().summary())
                        .isEqualTo(ProvisioningState.Summary.IN_SYNC);
            } while (network.hasBroken() && message < MAX_MESSAGES);
            assertThat(message).isBetween(4, MAX_MESSAGES - 1);
        }
    }

    private void loseAtEveryMessage(Supplier<Function<CommandContext, Either<Rejection, CommandResult>>> situation) {
        for (boolean afterwards : List.of(false, true)) {
            int message = 1;
            do {
                loseAt(message++, afterwards, situation.get());
            } while (network.hasBroken() && message < MAX_MESSAGES);
            assertThat(message).isBetween(4, MAX_MESSAGES - 1);
        }
    }

    private void loseAt(
            int message, boolean afterwards, Function<CommandContext, Either<Rejection, CommandResult>> command) {
        CommandContext once = CommandContext.by("ana", Trigger.ADMIN).once("key-" + ++number);
        network.breakAt(message, afterwards);
        boolean kept;
        try {
            kept = command.apply(once).isRight();
        } catch (StorageException told) {
            assertThat(told).hasMessageContaining("the connection was lost");
            kept = isKept(told.outcome(), afterwards);
        }
        network.repair();
        Verify.nothingIsHalf(storage, clock.instant());

        Either<Rejection, CommandResult> again = command.apply(once);

        assertThat(again.map(CommandResult::repeated)).as("message %d", message).isEqualTo(Either.right(kept));
        Verify.nothingIsHalf(storage, clock.instant());
    }

    private static boolean isKept(StorageException.Outcome outcome, boolean arrived) {
        return switch (outcome) {
            case NOT_COMMITTED -> false;
            case COMMITTED -> true;
            case UNKNOWN -> arrived;
        };
    }

    private ContractId signedUp() {
        SignUp request = Shop.request(++number);
        return contracts
                .signUp(request, CommandContext.by("ana", Trigger.ADMIN))
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()))
                .contract()
                .id();
    }
}
