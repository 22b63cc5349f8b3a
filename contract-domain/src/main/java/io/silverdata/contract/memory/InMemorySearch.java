package io.silverdata.contract.memory;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.query.ContractCounts;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.Cursor;
import io.silverdata.contract.query.EventQuery;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.spi.ContractSearch;
import io.silverdata.contract.spi.UnitOfWork;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks at every contract and every event. */
final class InMemorySearch implements ContractSearch {
    private static final Comparator<Cursor> LATEST_FIRST =
            Comparator.comparing(Cursor::at).thenComparingLong(Cursor::position).reversed();
    private static final Comparator<Cursor> LAST_VERSION_FIRST =
            Comparator.comparingLong(Cursor::position).reversed();

    private final UnitOfWork unitOfWork;
    private final InMemoryContracts contracts;
    private final InMemoryEventLog events;

    InMemorySearch(UnitOfWork unitOfWork, InMemoryContracts contracts, InMemoryEventLog events) {
        this.unitOfWork = unitOfWork;
        this.contracts = contracts;
        this.events = events;
    }

    @Override
    public Listing<ContractSummary> search(ContractQuery query, Page page) {
        return unitOfWork.call(() -> page(
                fitting(query).map(ContractSummary::of),
                page,
                contract -> Cursor.of(query.order(), contract),
                query.order().comparator(),
                Cursor.of(query.order(), page)));
    }

    @Override
    public List<ContractId> identities(ContractQuery query, Optional<ContractId> after, int max) {
        Bounds.max(max);
        return unitOfWork.call(() -> fitting(query)
                .map(Contract::id)
                .filter(id -> after.filter(last -> id.compareTo(last) <= 0).isEmpty())
                .limit(max)
                .toList());
    }

    @Override
    public long count(ContractQuery query) {
        return unitOfWork.call(() -> fitting(query).count());
    }

    @Override
    public ContractCounts counts(ContractQuery query) {
        return unitOfWork.call(() -> {
            List<Contract> found = fitting(query).toList();
            return new ContractCounts(
                    found.size(),
                    counted(found.stream().map(Contract::status)),
                    counted(found.stream().map(contract -> contract.plan().id())),
                    counted(found.stream()
                            .flatMap(contract -> contract.line().stream())
                            .map(line -> line.ports().ponPort().olt())));
        });
    }

    @Override
    public List<ContractSummary> summaries(List<ContractId> ids) {
        return unitOfWork.call(() -> ids.stream()
                .flatMap(id -> contracts.find(id).stream())
                .map(ContractSummary::of)
                .toList());
    }

    @Override
    public Listing<RecordedEvent> history(ContractId contract, Page page) {
        return unitOfWork.call(() -> page(
                events.history(contract).stream(),
                page,
                Cursor::ofHistory,
                LAST_VERSION_FIRST,
                Cursor.ofHistory(contract, page)));
    }

    @Override
    public Listing<RecordedEvent> events(EventQuery query, Page page) {
        return unitOfWork.call(() -> {
            List<RecordedEvent> log = events.all();
            Listing<Integer> places = page(
                    IntStream.range(0, log.size())
                            .filter(place -> query.matches(log.get(place)))
                            .boxed(),
                    page,
                    place -> Cursor.ofActivity(log.get(place), place),
                    LATEST_FIRST,
                    Cursor.ofActivity(page));
            return new Listing<>(places.items().stream().map(log::get).toList(), places.next());
        });
    }

    private Stream<Contract> fitting(ContractQuery query) {
        return contracts.all().stream().filter(query::matches);
    }

    private static <T> Map<T, Long> counted(Stream<T> values) {
        return values.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static <T> Listing<T> page(
            Stream<T> fitting, Page page, Function<T, Cursor> place, Comparator<Cursor> order, Optional<Cursor> after) {
        List<T> found = fitting.filter(item -> after.filter(last -> order.compare(place.apply(item), last) <= 0)
                        .isEmpty())
                .sorted(Comparator.comparing(place, order))
                .limit(page.size() + 1L)
                .toList();
        return Listing.of(found, page, place);
    }
}
