package io.silverdata.contract.adapters.jdbc.testing;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.ContractsBuilder;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.ContractFixtures;
import io.silverdata.contract.testkit.SettableClock;
import io.vavr.control.Either;

/** The commands of a host on a storage, one customer for each number, each once. */
public record Shop(Contracts contracts) {

    /** A shop with a network of its own. */
    public static Shop on(Storage storage, SettableClock clock, LineProvisioner lines, String worker) {
        return new Shop(wired(storage, clock, lines).workerName(worker).build());
    }

    /** The wiring of a shop, for a test that changes something of it. */
    public static ContractsBuilder wired(Storage storage, SettableClock clock) {
        return wired(storage, clock, new InMemoryLine());
    }

    /** The same with OLTs of the test's own. */
    public static ContractsBuilder wired(Storage storage, SettableClock clock, LineProvisioner lines) {
        return Contracts.builder()
                .storage(storage)
                .customers(customer -> true)
                .plans(new InMemoryPlans().put(ContractFixtures.plan()))
                .radius(new InMemoryAccess())
                .olts(lines)
                .clock(clock)
                .zone(ContractFixtures.ZONE);
    }

    public Either<Rejection, CommandResult> signUp(int customer) {
        return contracts.signUp(
                request(customer), CommandContext.by("ana", Trigger.ADMIN).once("sign-up-" + customer));
    }

    /** What a customer asks for. */
    public static SignUp request(int customer) {
        return new SignUp(terms(customer), ContractFixtures.onu(customer), ContractFixtures.radiusUser(customer));
    }

    public static NewContract terms(int customer) {
        return NewContract.of(
                ContractFixtures.customer(customer),
                ContractFixtures.plan().id(),
                ContractFixtures.address(customer % HostShop.SPLITTERS));
    }
}
