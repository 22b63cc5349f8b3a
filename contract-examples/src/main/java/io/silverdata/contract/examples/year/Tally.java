package io.silverdata.contract.examples.year;

import io.silverdata.contract.Delivery;
import io.silverdata.contract.DueWork;
import io.silverdata.contract.Receipt;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What was counted on the way. For one thread. */
final class Tally {
    private final Map<OrderKind, Integer> accepted = new EnumMap<>(OrderKind.class);
    private final Map<OrderKind, Integer> refused = new EnumMap<>(OrderKind.class);
    private final Map<String, Refusal> refusals = new TreeMap<>();
    private final Map<String, Integer> due = new TreeMap<>();
    private Delivery delivery = Delivery.NONE;
    private int retriedByStaff;

    /** Refusals of one code: how many, and the first in words. */
    record Refusal(int count, String first) {
        private Refusal plus(Refusal other) {
            return new Refusal(count + other.count, first);
        }
    }

    void add(Order order, Either<Rejection, Receipt> result) {
        (result.isRight() ? accepted : refused).merge(order.kind(), 1, Integer::sum);
        result.peekLeft(rejection -> refusals.merge(
                rejection.code(),
                new Refusal(1, "line " + order.line() + ", " + order.kind().word() + ": " + rejection.message()),
                Refusal::plus));
    }

    void add(DueWork work) {
        work.events().forEach(event -> due.merge(EventText.name(event.event()), 1, Integer::sum));
    }

    void add(Delivery more) {
        delivery = delivery.plus(more);
    }

    void addRetryByStaff() {
        retriedByStaff++;
    }

    int accepted() {
        return accepted.values().stream().mapToInt(Integer::intValue).sum();
    }

    int refused() {
        return refused.values().stream().mapToInt(Integer::intValue).sum();
    }

    int accepted(OrderKind kind) {
        return accepted.getOrDefault(kind, 0);
    }

    int refused(OrderKind kind) {
        return refused.getOrDefault(kind, 0);
    }

    Map<String, Refusal> refusals() {
        return Collections.unmodifiableMap(refusals);
    }

    Map<String, Integer> due() {
        return Collections.unmodifiableMap(due);
    }

    Delivery delivery() {
        return delivery;
    }

    int retriedByStaff() {
        return retriedByStaff;
    }
}
