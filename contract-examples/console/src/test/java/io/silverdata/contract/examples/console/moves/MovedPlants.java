package io.silverdata.contract.examples.console.moves;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Sales;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.spi.Storage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Splitters with contracts on them, for tests that move them. */
final class MovedPlants {
    static final PonPortId CENTRO = new PonPortId(new OltId("olt-centro"), 0, 1, 0);
    static final PonPortId SUR = new PonPortId(new OltId("olt-sur"), 0, 1, 0);

    private static final CommandContext STAFF = CommandContext.by("planner", Trigger.ADMIN);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Contracts contracts;
    private final Storage storage;
    private final Sales sales;

    MovedPlants(Console console) {
        contracts = console.bean(Contracts.class);
        storage = console.bean(Storage.class);
        sales = new Sales(console);
    }

    /** A new splitter on a PON port, without contracts. */
    SplitterId splitter(PonPortId ponPort) {
        SplitterId splitter = new SplitterId("NAP-M" + NUMBER.incrementAndGet());
        storage.plant()
                .install(new PlantLayout(
                        List.of(),
                        List.of(),
                        List.of(new Splitter(
                                splitter,
                                ponPort,
                                Optional.empty(),
                                8,
                                sales.site(),
                                Optional.of(Decibels.of(10)),
                                Distance.ofMetres(500)))));
        return splitter;
    }

    /** A live contract on the first output of a splitter, confirmed by the network. */
    Contract on(SplitterId splitter) {
        Contract contract = sales.active();
        contracts
                .relocateUnqualified(
                        contract.id(), contract.address(), new SplitterOutputId(splitter, 1), "for a test", STAFF)
                .get();
        contracts.worker().deliverPending(100);
        return find(contract);
    }

    Contract find(Contract contract) {
        return contracts.find(contract.id()).orElseThrow();
    }

    PonPortId ponPort(Contract contract) {
        return find(contract).line().orElseThrow().ports().ponPort();
    }
}
