package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.coexistence.HeldOrder;
import io.silverdata.contract.coexistence.HeldPage;
import io.silverdata.contract.coexistence.SwitchPreview;
import io.silverdata.contract.model.Coexistence;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.DesiredNetwork;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.spi.AccessOrder;
import io.silverdata.contract.spi.ContractFault;
import io.silverdata.contract.spi.ContractReading;
import io.silverdata.contract.spi.LineOrder;
import io.silverdata.contract.spi.QueuedWork;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.TargetWork;
import io.silverdata.contract.spi.WorkState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What waits in the queue and is not to be told. Reads, and changes nothing. Thread-safe. */
final class HeldOrders {
    private static final int PAGE = 500;
    private static final Set<WorkState> TO_BE_TOLD =
            EnumSet.of(WorkState.DUE, WorkState.WAITING, WorkState.LEASED, WorkState.HELD);

    private final Storage storage;
    private final Supplier<Instant> now;

    /** What is asked of each order: whether it is held. */
    private interface Question {
        boolean isHeld(Step step, ContractId contract);
    }

    HeldOrders(Storage storage, Supplier<Instant> now) {
        this.storage = storage;
        this.now = now;
    }

    /** What is not told now. */
    HeldPage page(Coexistence current, Optional<ContractId> after, int max) {
        return read(after, max, (step, contract) -> !isTold(current, step, contract));
    }

    /** What is not told now, and would be. */
    SwitchPreview preview(Coexistence before, Coexistence wanted) {
        Tally tally = new Tally(before, wanted);
        if (!before.isInUse()) {
            return tally.result();
        }
        Optional<ContractId> after = Optional.empty();
        do {
            HeldPage page = read(
                    after, PAGE, (step, contract) -> !isTold(before, step, contract) && isTold(wanted, step, contract));
            tally.add(page);
            after = page.next();
        } while (after.isPresent());
        return tally.result();
    }

    private static boolean isTold(Coexistence coexistence, Step step, ContractId contract) {
        return coexistence.writes(step.peer().scope(), Optional.of(contract));
    }

    private HeldPage read(Optional<ContractId> after, int max, Question question) {
        List<QueuedWork> rows = storage.work().page(TO_BE_TOLD, now.get(), after, max);
        ContractReading reading = storage.contracts()
                .readAll(rows.stream().map(QueuedWork::contract).toList());
        Map<ContractId, Contract> contracts =
                reading.contracts().stream().collect(Collectors.toMap(Contract::id, Function.identity()));
        List<HeldOrder> orders = rows.stream()
                .flatMap(row -> Optional.ofNullable(contracts.get(row.contract())).stream()
                        .flatMap(contract -> orders(row, contract, question)))
                .toList();
        List<ContractFault> faults = reading.faults();
        return new HeldPage(
                orders,
                faults,
                rows.size() < max
                        ? Optional.empty()
                        : Optional.of(rows.get(rows.size() - 1).contract()));
    }

    /** A target that an audit has confirmed meanwhile is told once more, and nothing changes by that. */
    private static Stream<HeldOrder> orders(QueuedWork row, Contract contract, Question question) {
        DesiredNetwork desired = DesiredNetwork.of(contract);
        return Stream.of(NetworkTarget.values())
                .filter(target -> isToBeTold(row.of(target)))
                .filter(target -> contract.provisioning().of(target).needsDelivery())
                .flatMap(target -> Chain.steps(desired, target).stream())
                .filter(step -> question.isHeld(step, contract.id()))
                .map(step -> order(contract, step));
    }

    private static boolean isToBeTold(TargetWork work) {
        return work.isHeld() || work.dueAt().isPresent();
    }

    private static HeldOrder order(Contract contract, Step step) {
        String device = step.peer().olt().map(Object::toString).orElse("RADIUS");
        return new HeldOrder(contract.id(), contract.number(), step.target(), device, effect(step), words(step));
    }

    private static HeldOrder.Effect effect(Step step) {
        if (step instanceof Step.Access access && access.order() instanceof AccessOrder.Ensure ensure) {
            return ensure.service().enforcement() == Enforcement.NONE
                    ? HeldOrder.Effect.ENSURE
                    : HeldOrder.Effect.RESTRICT;
        }
        if (step instanceof Step.Line line && line.order() instanceof LineOrder.Ensure ensure) {
            return ensure.service().enabled() ? HeldOrder.Effect.ENSURE : HeldOrder.Effect.RESTRICT;
        }
        return HeldOrder.Effect.REMOVE;
    }

    private static String words(Step step) {
        if (step instanceof Step.Access access) {
            return access.order() instanceof AccessOrder.Ensure ensure
                    ? "login " + ensure.user() + ", " + ensure.service().profile() + ", "
                            + ensure.service().enforcement()
                    : "login " + access.order().user();
        }
        LineOrder order = ((Step.Line) step).order();
        return order instanceof LineOrder.Ensure ensure
                ? "ONU " + order.registration() + ", " + ensure.service().profile()
                : "ONU " + order.registration();
    }

    /** Counts page by page. */
    private static final class Tally {
        private final Coexistence before;
        private final Coexistence after;
        private final List<HeldOrder> restricting = new ArrayList<>();
        private final List<HeldOrder> others = new ArrayList<>();
        private final List<ContractId> firstRestricted = new ArrayList<>();
        private long contracts;
        private long orders;
        private long restricted;
        private long unreadable;

        Tally(Coexistence before, Coexistence after) {
            this.before = before;
            this.after = after;
        }

        void add(HeldPage page) {
            unreadable += page.faults().size();
            orders += page.orders().size();
            contracts +=
                    page.orders().stream().map(HeldOrder::contract).distinct().count();
            List<ContractId> found = page.orders().stream()
                    .filter(HeldOrder::restricts)
                    .map(HeldOrder::contract)
                    .distinct()
                    .toList();
            restricted += found.size();
            keep(found, firstRestricted);
            keep(page.orders().stream().filter(HeldOrder::restricts).toList(), restricting);
            keep(page.orders().stream().filter(order -> !order.restricts()).toList(), others);
        }

        private static <T> void keep(List<T> found, List<T> kept) {
            found.stream()
                    .limit(Math.max(0, SwitchPreview.MOST_NAMED - kept.size()))
                    .forEach(kept::add);
        }

        SwitchPreview result() {
            return new SwitchPreview(
                    before,
                    after,
                    contracts,
                    orders,
                    restricted,
                    Stream.concat(restricting.stream(), others.stream())
                            .limit(SwitchPreview.MOST_NAMED)
                            .toList(),
                    firstRestricted,
                    unreadable);
        }
    }
}
