package io.silverdata.contract.internal.plant;

import io.silverdata.contract.internal.transaction.Transactions;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.plant.PlantInventory;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.NearbySplitter;
import io.silverdata.contract.query.OltSummary;
import io.silverdata.contract.query.OutputSummary;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.query.PonPortSummary;
import io.silverdata.contract.query.PonPortTree;
import io.silverdata.contract.spi.Storage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The plant of a storage, with what the contracts say of it. */
public final class StoredPlant implements PlantInventory {
    private final Storage storage;
    private final Transactions transactions;
    private final Supplier<Instant> now;

    /** The plant of a storage. */
    public StoredPlant(Storage storage, Transactions transactions, Supplier<Instant> now) {
        this.storage = storage;
        this.transactions = transactions;
        this.now = now;
    }

    @Override
    public Listing<OltSummary> olts(Page page) {
        return storage.plantSearch().olts(page);
    }

    @Override
    public Listing<PonPortSummary> ponPorts(OltId olt, Page page) {
        return storage.plantSearch().ponPorts(olt, page, now.get());
    }

    @Override
    public Optional<PonPortTree> tree(PonPortId ponPort) {
        return storage.plantSearch().tree(ponPort, now.get());
    }

    @Override
    public List<OutputSummary> outputs(SplitterId splitter) {
        return transactions.call(() -> withHolders(storage.plantSearch().outputs(splitter, now.get())));
    }

    private List<OutputSummary> withHolders(List<OutputSummary> outputs) {
        List<ContractId> holders = outputs.stream()
                .flatMap(output -> output.output().holder().stream())
                .distinct()
                .toList();
        Map<ContractId, ContractSummary> contracts = storage.search().summaries(holders).stream()
                .collect(Collectors.toMap(ContractSummary::id, Function.identity()));
        return outputs.stream()
                .map(output -> output.output()
                        .holder()
                        .flatMap(holder -> Optional.ofNullable(contracts.get(holder)))
                        .map(output::heldBy)
                        .orElse(output))
                .toList();
    }

    @Override
    public List<NearbySplitter> nearest(GeoPosition position, Distance radius, int max) {
        return storage.plantSearch().nearest(position, radius, Page.first(max).size(), now.get());
    }

    @Override
    public Optional<Rejection> remove(SplitterId splitter) {
        return transactions.call(() -> storage.plant().remove(splitter));
    }

    @Override
    public Optional<Rejection> remove(PonPortId ponPort) {
        return transactions.call(() -> unlessLinesOn(
                        ponPort, ContractQuery.builder().ponPort(ponPort).build())
                .or(() -> storage.plant().remove(ponPort)));
    }

    @Override
    public Optional<Rejection> remove(OltId olt) {
        return transactions.call(
                () -> unlessLinesOn(olt, ContractQuery.builder().olt(olt).build())
                        .or(() -> storage.plant().remove(olt)));
    }

    @Override
    public Optional<Rejection> rename(SplitterId splitter, SplitterId name) {
        return transactions.call(() -> storage.plant().rename(splitter, name));
    }

    /** A line keeps its PON port when its splitter is moved to another one. */
    private Optional<Rejection> unlessLinesOn(Object part, ContractQuery query) {
        List<ContractId> holders =
                storage.search().identities(query, Optional.empty(), Rejection.PlantPartInUse.MAX_NAMED);
        return holders.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rejection.PlantPartInUse(part.toString(), holders, List.of()));
    }
}
