package io.silverdata.contract.spring.host;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spring.web.RejectedException;
import io.silverdata.contract.testkit.ContractFixtures;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the provider does in transactions of its own. */
@Service
public class Desk {
    private static final int ADDRESSES = 10;

    public static final CommandContext STAFF = CommandContext.by("ana", Trigger.ADMIN);

    private final Contracts contracts;
    private final JdbcTemplate jdbc;

    Desk(Contracts contracts, JdbcTemplate jdbc) {
        this.contracts = contracts;
        this.jdbc = jdbc;
        jdbc.execute("CREATE TABLE IF NOT EXISTS note (text VARCHAR(64))");
    }

    /** Signs a subscriber up, outside of any transaction. */
    public ContractId signUp(int n) {
        return contracts
                .signUp(request(n), STAFF.once("signup-" + n))
                .getOrElseThrow(RejectedException::new)
                .contract()
                .id();
    }

    @Transactional
    public void suspendAndFail(ContractId contract) {
        note("suspended");
        contracts
                .suspend(contract, Suspension.of(SuspensionReason.NON_PAYMENT), STAFF)
                .getOrElseThrow(RejectedException::new);
        throw new IllegalStateException("the desk fails");
    }

    @Transactional
    public CommandResult suspend(ContractId contract) {
        note("suspended");
        return contracts
                .suspend(contract, Suspension.of(SuspensionReason.NON_PAYMENT), STAFF)
                .getOrElseThrow(RejectedException::new);
    }

    /** The second suspension for one reason is refused, and takes the first with it. */
    @Transactional
    public void suspendTwice(ContractId contract) {
        note("suspended twice");
        suspend(contract);
        suspend(contract);
    }

    /** The second is refused, and the desk keeps what it did before. */
    @Transactional
    public boolean suspendAndTryAgain(ContractId contract) {
        suspend(contract);
        return contracts
                .suspend(contract, Suspension.of(SuspensionReason.NON_PAYMENT), STAFF)
                .isRight();
    }

    @Transactional
    public void deliverInside() {
        contracts.worker().deliverPending(1);
    }

    @Transactional
    public void bulkInside() {
        contracts
                .runs()
                .bulk(
                        "inside",
                        Selection.live(),
                        (id, context) -> contracts.cancel(id, CancellationReason.NON_PAYMENT, context),
                        STAFF)
                .within(RunLimits.none())
                .begin()
                .get()
                .advance(10, item -> note("told of " + item));
    }

    public int notes() {
        return Objects.requireNonNull(jdbc.queryForObject("SELECT COUNT(*) FROM note", Integer.class));
    }

    static SignUp request(int n) {
        return new SignUp(
                NewContract.of(
                        ContractFixtures.customer(n),
                        ContractFixtures.plan().id(),
                        ContractFixtures.address(n % ADDRESSES)),
                ContractFixtures.onu(n),
                ContractFixtures.radiusUser(n));
    }

    private void note(String text) {
        jdbc.update("INSERT INTO note VALUES (?)", text.substring(0, Math.min(64, text.length())));
    }
}
