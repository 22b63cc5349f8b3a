package io.silverdata.contract.examples.year.simulation;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.examples.year.reading.Order;
import io.silverdata.contract.examples.year.reading.OrdersCsv;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.runs.DunningRun;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.worker.DeliverySummary;
import io.silverdata.contract.worker.DueSummary;
import java.io.PrintStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Carries orders out, each at its time; between them it does what a host's scheduler does. */
public final class Year {
    private static final Duration STEP = Duration.ofHours(1);
    private static final LocalTime COLLECTION = LocalTime.of(10, 0);
    private static final int BATCH = 100;
    private static final CommandContext STAFF = CommandContext.by("field service", Trigger.ADMIN);

    private final Provider provider;
    private final Contracts contracts;
    private final SimulatedClock clock;
    private final PrintStream out;
    private final Tally tally;
    private final String files;
    private int done;
    private int settled;
    private YearMonth month;
    private LocalDate nextRound;
    private Instant nextCollection;

    /** Goes on from where the year has come; what happens goes to {@code out}, one line for each month. */
    public Year(Provider provider, Progress progress, PrintStream out) {
        this.provider = provider;
        this.files = progress.files();
        this.done = progress.orders();
        this.tally = progress.tally();
        this.contracts = provider.contracts();
        this.clock = provider.clock();
        this.out = out;
        month = YearMonth.from(today());
        nextRound = monday();
        nextCollection = collectionOn(today());
        if (nextCollection.isBefore(clock.instant())) {
            nextCollection = collectionOn(today().plusDays(1));
        }
    }

    /** Runs the remaining orders, then waits until the network has confirmed or failed. */
    public Tally run(List<Order> orders) {
        for (Order order : orders.subList(done, orders.size())) {
            while (clock.instant().isBefore(order.at())) {
                pass(order.at());
                sendStaffOut();
            }
            provider.database().together(() -> carryOut(order));
        }
        while (workIsPending()) {
            pass(Instant.MAX);
        }
        provider.database().keep(reached(true));
        progress();
        return tally;
    }

    private Progress carryOut(Order order) {
        provider.ids().beginOrder(done);
        tally.add(order, order.carryOut(contracts));
        done++;
        return reached(false);
    }

    private Progress reached(boolean finished) {
        return new Progress(files, done, clock.instant(), finished, tally);
    }

    /** Lets an hour pass while the network has work, else the day, but not beyond the limit. */
    private void pass(Instant limit) {
        Instant next = workIsPending()
                ? clock.instant().plus(STEP)
                : today().plusDays(1).atStartOfDay(OrdersCsv.ZONE).toInstant();
        clock.set(earliest(next, earliest(nextCollection, limit)));
        if (YearMonth.from(today()).isAfter(month)) {
            progress();
            month = YearMonth.from(today());
        }
        // one that cannot be settled stays due, and is not waited for
        for (settled = isAnythingDue() ? BATCH : 0; settled == BATCH; ) {
            provider.database().together(this::applyDue);
        }
        collect();
        DeliverySummary delivery;
        do {
            delivery = contracts.worker().deliverPending(BATCH);
            tally.add(delivery);
            if (delivery.leased() > 0) {
                provider.network().goOn(clock.instant());
            }
        } while (delivery.leased() == BATCH);
    }

    /** Every day at ten the library decides what debts mean for services. */
    private void collect() {
        if (clock.instant().isBefore(nextCollection)) {
            return;
        }
        nextCollection = collectionOn(today().plusDays(1));
        List<ContractId> open = provider.ledger().openAccounts();
        if (!open.isEmpty()) {
            DunningRun run = contracts.runs().dunning(Selection.of(open), false, RunLimits.none());
            while (run.advance(BATCH, item -> {}).state() == RunState.MORE) {
                // each call takes the next contracts
            }
        }
    }

    private static Instant collectionOn(LocalDate day) {
        return day.atTime(COLLECTION).atZone(OrdersCsv.ZONE).toInstant();
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Progress applyDue() {
        DueSummary due = contracts.worker().applyDue(BATCH);
        settled = due.contracts();
        tally.add(due);
        return reached(false);
    }

    private boolean isAnythingDue() {
        return !provider.storage().contracts().due(clock.instant(), 1).isEmpty();
    }

    private boolean workIsPending() {
        QueueDepth depth = provider.storage().work().depth(clock.instant());
        return depth.due() + depth.waiting() + depth.leased() > 0;
    }

    /** Every Monday staff retry failed provisioning. */
    private void sendStaffOut() {
        if (today().isBefore(nextRound)) {
            return;
        }
        nextRound = monday();
        provider.all().stream()
                .filter(contract -> contract.provisioning().summary() == ProvisioningState.Summary.FAILED)
                .forEach(contract -> contracts
                        .worker()
                        .retryProvisioning(contract.id(), STAFF)
                        .peek(retried -> tally.addRetryByStaff()));
    }

    private void progress() {
        Map<Status, Long> contractsBy = provider.storage().contracts().countByStatus();
        out.printf(
                Locale.ROOT,
                "%s  %4d orders, %3d refused | draft %3d  active %4d  suspended %3d  cancelled %3d | network: %5d"
                        + " confirmed, %4d retried%n",
                month,
                tally.accepted() + tally.refused(),
                tally.refused(),
                contractsBy.get(Status.DRAFT),
                contractsBy.get(Status.ACTIVE),
                contractsBy.get(Status.SUSPENDED),
                contractsBy.get(Status.CANCELLED),
                tally.delivery().confirmed(),
                tally.delivery().retried());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OrdersCsv.ZONE);
    }

    private LocalDate monday() {
        return today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }
}
