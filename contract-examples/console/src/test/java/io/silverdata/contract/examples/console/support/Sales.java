package io.silverdata.contract.examples.console.support;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.query.PonPortTree;
import io.silverdata.contract.spring.worker.WorkerRound;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.env.Environment;

/** Contracts that a test makes for itself, in the plant of a console. */
public final class Sales {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final CommandContext SELLER = CommandContext.by("seller", Trigger.ADMIN);
    private static final int FIRST_CUSTOMER = 700_000;

    private final Contracts contracts;
    private final Collection<WorkerRound> rounds;

    /** Sales of a console. */
    public Sales(Console console) {
        this.contracts = console.bean(Contracts.class);
        // with a worker the rounds are its own
        boolean hasWorker = console.bean(Environment.class).getProperty("contract.worker.enabled", Boolean.class, true);
        this.rounds = hasWorker ? List.of() : console.beans(WorkerRound.class);
    }

    /** A live contract, which the network has confirmed, and whose ONU is online. */
    public Contract active() {
        int number = NUMBER.incrementAndGet();
        ContractId id = contracts
                .signUp(new SignUp(terms(number), onu(number), login(number)), SELLER)
                .get()
                .contract()
                .id();
        contracts.worker().deliverPending(100);
        installersGo();
        return contracts.find(id).orElseThrow();
    }

    /** A draft with a reservation, where an installer has plugged in an ONU that nobody registered. */
    public Contract reserved() {
        ContractId id = draft().id();
        contracts.assess(id, SELLER).get();
        Contract reserved = contracts.reserve(id, SELLER).get().contract();
        installersGo();
        return reserved;
    }

    private void installersGo() {
        rounds.forEach(round -> round.ended(contracts));
    }

    /** A draft of which nothing is known but what is wanted. */
    public Contract draft() {
        return contracts.draft(terms(NUMBER.incrementAndGet()), SELLER).get().contract();
    }

    /** An ONU that no contract has. */
    public static OnuSerial newOnu() {
        return onu(NUMBER.incrementAndGet());
    }

    /** A login that no contract has. */
    public static RadiusUser newLogin() {
        return login(NUMBER.incrementAndGet());
    }

    /** A place beside the box with the most free outputs. */
    public GeoPosition site() {
        return contracts.plant().olts(Page.first(10)).items().stream()
                .flatMap(olt -> contracts.plant().ponPorts(olt.olt().id(), Page.first(100)).items().stream())
                .flatMap(port -> contracts.plant().tree(port.ponPort().id()).stream())
                .map(PonPortTree::splitters)
                .flatMap(splitters -> splitters.stream())
                .map(PonPortTree.Node::splitter)
                .max(Comparator.comparingInt(splitter -> splitter.occupancy().outputs(PortState.FREE)))
                .orElseThrow()
                .splitter()
                .position();
    }

    private NewContract terms(int number) {
        return NewContract.of(
                new CustomerId(String.format(Locale.ROOT, "K-%06d", FIRST_CUSTOMER + number)),
                new PlanId("HOME-200"),
                new ServiceAddress("Calle de Prueba " + number, site()));
    }

    private static OnuSerial onu(int number) {
        return new OnuSerial(String.format(Locale.ROOT, "TEST%08X", number));
    }

    private static RadiusUser login(int number) {
        return new RadiusUser("test-" + number);
    }
}
