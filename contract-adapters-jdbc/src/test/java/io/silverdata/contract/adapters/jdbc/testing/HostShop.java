package io.silverdata.contract.adapters.jdbc.testing;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.allocation.AllocationPolicy;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.command.Transfer;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.ContractFixtures;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** The daily work of a small operator on a storage: commands of many kinds, sensible and wrong ones. */
public final class HostShop {
    /** By whom the commands are given, as opposed to what the library does by itself. */
    public static final String ACTOR = "shop";

    private static final int PON_PORTS = 4;
    public static final int SPLITTERS = 32;
    private static final int OUTPUTS = 16;
    private static final int NAMES = 4_000;

    private final Contracts contracts;
    private final List<ContractId> known = new CopyOnWriteArrayList<>();

    public HostShop(Storage storage) {
        contracts = Contracts.builder()
                .storage(storage)
                .customers(customer -> true)
                .plans(new InMemoryPlans().put(ContractFixtures.plan()).put(ContractFixtures.fasterPlan()))
                .radius(new InMemoryAccess())
                .olts(new InMemoryLine())
                .clock(Clock.systemUTC())
                .zone(ContractFixtures.ZONE)
                .allocation(AllocationPolicy.defaults().withQuarantine(Duration.ZERO))
                .lease(Duration.ofSeconds(1))
                .build();
        Optional<ContractId> last = Optional.empty();
        for (List<ContractId> page = storage.contracts().page(last, 500);
                !page.isEmpty();
                page = storage.contracts().page(last, 500)) {
            known.addAll(page);
            last = Optional.of(page.get(page.size() - 1));
        }
    }

    /** What the shop sells. */
    public static PlantLayout plant() {
        return new PlantLayout(
                List.of(ContractFixtures.olt(1)),
                IntStream.range(0, PON_PORTS)
                        .mapToObj(port -> ContractFixtures.ponPort(port, 64))
                        .toList(),
                IntStream.range(0, SPLITTERS)
                        .mapToObj(n -> ContractFixtures.splitter(n, n % PON_PORTS, OUTPUTS))
                        .toList());
    }

    /** Tells the network what is due. */
    public void deliver() {
        contracts.worker().deliverPending(5);
        contracts.worker().applyDue(5);
    }

    /** Does any one thing, under a key. */
    public Either<Rejection, CommandResult> anything(Random random, String key) {
        CommandContext once = CommandContext.by(ACTOR, Trigger.ADMIN).once(key).correlatedBy("ticket " + key);
        int kind = known.isEmpty() ? random.nextInt(2) : random.nextInt(14);
        return kind < 2
                ? beginning(kind, random, once)
                        .peek(result -> known.add(result.contract().id()))
                : change(kind, known.get(random.nextInt(known.size())), random, once);
    }

    private Either<Rejection, CommandResult> beginning(int kind, Random random, CommandContext once) {
        NewContract terms =
                NewContract.of(ContractFixtures.customer(random.nextInt(NAMES)), plan(random), address(random));
        return kind == 0
                ? contracts.signUp(new SignUp(terms, onu(random), login(random)), once)
                : contracts.draft(terms, once);
    }

    private Either<Rejection, CommandResult> change(int kind, ContractId id, Random random, CommandContext once) {
        return switch (kind) {
            case 2 -> contracts.assess(id, once);
            case 3 -> contracts.reserve(id, once);
            case 4, 5 -> contracts.activate(id, onu(random), login(random), once);
            case 6, 7 -> contracts.suspend(id, Suspension.of(SuspensionReason.NON_PAYMENT), once);
            case 8 -> contracts.liftHold(id, SuspensionReason.NON_PAYMENT, once);
            case 9 -> contracts.changePlan(id, plan(random), PlanChangeTiming.IMMEDIATELY, once);
            case 10 -> contracts.swapOnu(id, onu(random), once);
            case 11 -> contracts.relocate(id, address(random), once);
            case 12 -> contracts.cancel(id, CancellationReason.CUSTOMER_REQUEST, once);
            default ->
                contracts.transferOwnership(
                        id,
                        Transfer.to(ContractFixtures.customer(random.nextInt(NAMES)))
                                .withLogin(login(random)),
                        once);
        };
    }

    private static PlanId plan(Random random) {
        return (random.nextBoolean() ? ContractFixtures.plan() : ContractFixtures.fasterPlan()).id();
    }

    private static ServiceAddress address(Random random) {
        return ContractFixtures.address(random.nextInt(SPLITTERS));
    }

    private static OnuSerial onu(Random random) {
        return ContractFixtures.onu(random.nextInt(NAMES));
    }

    private static RadiusUser login(Random random) {
        return ContractFixtures.radiusUser(random.nextInt(NAMES));
    }
}
