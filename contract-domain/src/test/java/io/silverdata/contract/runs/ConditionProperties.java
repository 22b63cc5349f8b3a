package io.silverdata.contract.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Operator;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Law: a condition is true when it is acted upon. */
class ConditionProperties {
    private static final CommandContext COLLECTIONS = CommandContext.by("collections", Trigger.DUNNING);
    private static final CommandContext CASHIER = CommandContext.by("cashier", Trigger.PAYMENT);
    private static final Suspension DEBT = Suspension.of(SuspensionReason.NON_PAYMENT);
    private static final int CONTRACTS = 12;

    /** What may happen between two calls of a run, and while it looks at a contract. */
    enum Happening {
        PAYS,
        IS_GIVEN_BACK,
        NIGHT,
        NOTHING
    }

    @Property(tries = 300)
    void whoever_is_cancelled_owed_and_was_held_when_it_was_done(
            @ForAll @Size(max = 40) List<Happening> happenings,
            @ForAll @IntRange(min = 1, max = CONTRACTS) int perCall,
            @ForAll @IntRange(min = 0, max = CONTRACTS - 1) int whose) {
        Books books = new Books();
        List<String> wrong = new ArrayList<>();
        BulkRun run = books.operator
                .contracts
                .runs()
                .bulk(
                        "end",
                        books.stillOwing(),
                        (id, context) -> {
                            if (!books.owing.contains(id)
                                    || books.contract(id)
                                            .hold(SuspensionReason.NON_PAYMENT)
                                            .isEmpty()) {
                                wrong.add(id.toString());
                            }
                            return books.operator.contracts.cancel(id, CancellationReason.NON_PAYMENT, context);
                        },
                        COLLECTIONS)
                .begin()
                .get();
        List<BulkItem> items = new ArrayList<>();
        BulkProgress progress = run.advance(perCall, items::add);

        for (int i = 0; i < happenings.size() && progress.state() == RunState.MORE; i++) {
            books.happen(happenings.get(i), books.ids.get((whose + i) % CONTRACTS));
            progress = run.advance(perCall, items::add);
        }

        assertThat(wrong).isEmpty();
        assertThat(progress.done()).isEqualTo(items.size());
        assertThat(progress.notSelected())
                .isEqualTo(items.stream()
                        .filter(item -> item.outcome() == BulkItem.Outcome.NOT_SELECTED)
                        .count());
    }

    /** The case of the night: a filtered page was kept, and in the morning whoever had paid in the evening was cancelled. */
    @Example
    void a_run_paused_over_night_passes_over_who_paid_in_the_evening() {
        Books books = new Books();
        BulkRun run = books.bulk();
        List<BulkItem> items = new ArrayList<>();
        run.advance(2, items::add);

        books.ids.subList(2, CONTRACTS).forEach(books::pay);
        books.operator.clock.advance(Duration.ofHours(12));
        BulkProgress morning = run.advance(100, items::add);

        assertThat(morning.state()).isEqualTo(RunState.FINISHED);
        assertThat(morning.accepted()).isEqualTo(2);
        assertThat(books.ended()).isEqualTo(2);
    }

    /** Between reading a page and the unit of work that writes, somebody pays. */
    @Example
    void who_pays_after_the_page_was_read_is_reported_as_no_longer_selected() {
        Books books = new Books();
        ContractId first = books.ids.get(0);
        int[] asked = {0};
        Selection selection = books.stillOwing().where(contract -> {
            // the count asks once of each; in the run the first is asked a second time when its page is read
            if (contract.id().equals(first) && ++asked[0] == 2) {
                books.owing.remove(first);
                return true;
            }
            return true;
        });
        List<BulkItem> items = new ArrayList<>();

        BulkProgress end = books.bulk(selection).advance(100, items::add);

        assertThat(end.notSelected()).isEqualTo(1);
        assertThat(end.accepted()).isEqualTo(CONTRACTS - 1);
        assertThat(items.get(0).id()).isEqualTo(first);
        assertThat(items.get(0).outcome()).isEqualTo(BulkItem.Outcome.NOT_SELECTED);
        assertThat(books.contract(first).status()).isEqualTo(Status.SUSPENDED);
    }

    @Example
    void what_was_done_under_the_name_answers_with_its_first_result_though_it_fits_no_more() {
        Books books = new Books();
        books.bulk().advance(100, item -> {});
        List<BulkItem> items = new ArrayList<>();

        BulkProgress again = books.bulk(Selection.of(books.ids)).advance(100, items::add);

        assertThat(again.repeated()).isEqualTo(CONTRACTS);
    }

    /** Twelve subscribers who are held for debt, and who of them still owes. */
    private static final class Books {
        private final Operator operator = new Operator(16, 64);
        private final List<ContractId> ids = IntStream.rangeClosed(1, CONTRACTS)
                .mapToObj(n -> operator.subscriber(n).id())
                .sorted()
                .toList();
        private final Set<ContractId> owing = new HashSet<>(ids);

        Books() {
            ids.forEach(id -> operator.contracts.suspend(id, DEBT, COLLECTIONS).get());
        }

        Selection stillOwing() {
            return Selection.live()
                    .heldFor(SuspensionReason.NON_PAYMENT)
                    .where(contract -> owing.contains(contract.id()));
        }

        BulkRun bulk() {
            return bulk(stillOwing());
        }

        BulkRun bulk(Selection selection) {
            return operator.contracts
                    .runs()
                    .bulk(
                            "end",
                            selection,
                            (id, context) -> operator.contracts.cancel(id, CancellationReason.NON_PAYMENT, context),
                            COLLECTIONS)
                    .begin()
                    .get();
        }

        void happen(Happening happening, ContractId whose) {
            switch (happening) {
                case PAYS -> owing.remove(whose);
                case IS_GIVEN_BACK -> operator.contracts.liftHold(whose, SuspensionReason.NON_PAYMENT, CASHIER);
                case NIGHT -> operator.clock.advance(Duration.ofHours(12));
                case NOTHING -> {}
            }
        }

        void pay(ContractId whose) {
            owing.remove(whose);
            operator.contracts
                    .liftHold(whose, SuspensionReason.NON_PAYMENT, CASHIER)
                    .get();
        }

        Contract contract(ContractId id) {
            return operator.contracts.find(id).orElseThrow();
        }

        long ended() {
            return operator.storage.contracts().countByStatus().getOrDefault(Status.CANCELLED, 0L);
        }
    }
}
