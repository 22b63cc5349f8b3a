package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.ContractFixtures;
import io.silverdata.contract.testkit.SettableClock;
import io.vavr.control.Either;

/** The commands of a host on a storage, one customer for each number, each once. */
record Shop(Contracts contracts) {
    static Shop on(Storage storage, SettableClock clock, LineProvisioner lines, String worker) {
        return new Shop(Contracts.builder()
                .storage(storage)
                .customers(customer -> true)
                .plans(new InMemoryPlans().put(ContractFixtures.plan()))
                .radius(new InMemoryAccess())
                .olts(lines)
                .clock(clock)
                .workerName(worker)
                .build());
    }

    Either<Rejection, CommandResult> signUp(int customer) {
        NewContract terms = NewContract.of(
                ContractFixtures.customer(customer),
                ContractFixtures.plan().id(),
                ContractFixtures.address(customer % HostShop.SPLITTERS));
        return contracts.signUp(
                new SignUp(terms, ContractFixtures.onu(customer), ContractFixtures.radiusUser(customer)),
                CommandContext.by("ana", Trigger.ADMIN).once("sign-up-" + customer));
    }
}
