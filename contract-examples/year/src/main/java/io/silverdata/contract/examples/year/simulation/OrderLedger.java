package io.silverdata.contract.examples.year.simulation;

import io.silverdata.contract.dunning.DunningFacts;
import io.silverdata.contract.dunning.DunningProtection.PromiseToPay;
import io.silverdata.contract.examples.year.reading.Order;
import io.silverdata.contract.examples.year.reading.OrderKind;
import io.silverdata.contract.examples.year.reading.OrdersCsv;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.spi.ContractRepository;
import io.silverdata.contract.spi.DebtLedger;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is owed, as the orders file says it up to now: bills that fell due, payments and promises. A host has books of its own; it
 * tells the library facts, and the library decides what they mean for the service.
 */
final class OrderLedger implements DebtLedger {
    /** So long a contract is looked at after its last entry: who paid is given back on the next day of collection. */
    private static final Duration RECENT = Duration.ofDays(7);

    private final Map<ContractNumber, List<Order>> entries = new LinkedHashMap<>();
    private final ContractRepository contracts;
    private final Clock clock;

    OrderLedger(List<Order> orders, ContractRepository contracts, Clock clock) {
        this.contracts = contracts;
        this.clock = clock;
        orders.stream()
                .filter(order -> order.kind() == OrderKind.DEBT
                        || order.kind() == OrderKind.PAYMENT
                        || order.kind() == OrderKind.PROMISE)
                .forEach(order -> entries.computeIfAbsent(order.contract(), number -> new ArrayList<>())
                        .add(order));
    }

    @Override
    public Optional<Money> debt(ContractId contract) {
        return dunningFacts(contract).map(DunningFacts::owed);
    }

    @Override
    public Optional<DunningFacts> dunningFacts(ContractId contract) {
        return contracts.find(contract).map(found -> facts(found, clock.instant()));
    }

    /** The contracts about which there is something to decide. */
    List<ContractId> openAccounts() {
        Instant now = clock.instant();
        return entries.keySet().stream()
                .filter(number -> isOpen(upTo(number, now), now))
                .flatMap(number -> contracts.find(number).stream())
                .map(Contract::id)
                .toList();
    }

    private static boolean isOpen(List<Order> known, Instant now) {
        return !unpaid(known).isEmpty()
                || known.stream().anyMatch(order -> order.at().isAfter(now.minus(RECENT)));
    }

    private DunningFacts facts(Contract contract, Instant now) {
        List<Order> known = upTo(contract.number(), now);
        List<Order> unpaid = unpaid(known);
        Money price = contract.plan().price().amount();
        if (unpaid.isEmpty()) {
            return DunningFacts.nothingOverdue(new Money(BigDecimal.ZERO, price.currency()), now);
        }
        Money overdue = new Money(price.amount().multiply(BigDecimal.valueOf(unpaid.size())), price.currency());
        DunningFacts facts =
                DunningFacts.overdue(overdue, day(unpaid.get(0).at()), now).unpaid(unpaid.size());
        return promise(known).map(facts::protectedBy).orElse(facts);
    }

    private List<Order> upTo(ContractNumber number, Instant now) {
        return entries.getOrDefault(number, List.of()).stream()
                .filter(order -> !order.at().isAfter(now))
                .toList();
    }

    /** A payment pays all bills before it. */
    private static List<Order> unpaid(List<Order> known) {
        List<Order> unpaid = new ArrayList<>();
        for (Order order : known) {
            switch (order.kind()) {
                case DEBT -> unpaid.add(order);
                case PAYMENT -> unpaid.clear();
                default -> {}
            }
        }
        return unpaid;
    }

    private static Optional<PromiseToPay> promise(List<Order> known) {
        return known.stream()
                .filter(order -> order.kind() == OrderKind.PROMISE)
                .reduce((earlier, later) -> later)
                .flatMap(order -> order.promisedFor()
                        .filter(until -> !until.isBefore(day(order.at())))
                        .map(until -> new PromiseToPay(day(order.at()), until)));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, OrdersCsv.ZONE);
    }
}
