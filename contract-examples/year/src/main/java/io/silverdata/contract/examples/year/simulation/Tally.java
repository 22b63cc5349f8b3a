package io.silverdata.contract.examples.year.simulation;

import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.examples.year.reading.Order;
import io.silverdata.contract.examples.year.reading.OrderKind;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.worker.DeliverySummary;
import io.silverdata.contract.worker.DueSummary;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What was counted on the way. For one thread. */
public final class Tally {
    private final Map<OrderKind, Integer> accepted = new EnumMap<>(OrderKind.class);
    private final Map<OrderKind, Integer> refused = new EnumMap<>(OrderKind.class);
    private final Map<String, Refusal> refusals = new TreeMap<>();
    private final Map<String, Integer> due = new TreeMap<>();
    private DeliverySummary delivery = DeliverySummary.NONE;
    private int retriedByStaff;

    /** Refusals of one code: how many, and the first in words. */
    public record Refusal(int count, String first) {
        private Refusal plus(Refusal other) {
            return new Refusal(count + other.count, first);
        }
    }

    void add(Order order, Either<Rejection, CommandResult> result) {
        (result.isRight() ? accepted : refused).merge(order.kind(), 1, Integer::sum);
        result.peekLeft(rejection -> refusals.merge(
                rejection.code(),
                new Refusal(1, "line " + order.line() + ", " + order.kind().word() + ": " + rejection.message()),
                Refusal::plus));
    }

    void add(DueSummary work) {
        work.events().forEach(event -> due.merge(event.event().getClass().getSimpleName(), 1, Integer::sum));
    }

    void add(DeliverySummary more) {
        delivery = delivery.plus(more);
    }

    void addRetryByStaff() {
        retriedByStaff++;
    }

    /** The counts as text, for {@link #parse}. */
    String text() {
        Properties values = new Properties();
        accepted.forEach((kind, count) -> values.put("accepted." + kind, count.toString()));
        refused.forEach((kind, count) -> values.put("refused." + kind, count.toString()));
        refusals.forEach((code, refusal) -> values.put("refusal." + code, refusal.count() + " " + refusal.first()));
        due.forEach((event, count) -> values.put("due." + event, count.toString()));
        values.put(
                "delivery",
                String.join(
                        " ",
                        Stream.of(
                                        delivery.leased(),
                                        delivery.confirmed(),
                                        delivery.retried(),
                                        delivery.postponed(),
                                        delivery.failed(),
                                        delivery.lost())
                                .map(String::valueOf)
                                .toList()));
        values.put("retriedByStaff", Integer.toString(retriedByStaff));
        StringWriter text = new StringWriter();
        try {
            values.store(text, null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    static Tally parse(String text) {
        Properties values = new Properties();
        try {
            values.load(new StringReader(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Tally tally = new Tally();
        values.stringPropertyNames().forEach(name -> tally.read(name, values.getProperty(name)));
        return tally;
    }

    private void read(String name, String value) {
        String key = name.substring(name.indexOf('.') + 1);
        switch (name.substring(0, name.length() - (name.contains(".") ? key.length() + 1 : 0))) {
            case "accepted" -> accepted.put(OrderKind.valueOf(key), Integer.valueOf(value));
            case "refused" -> refused.put(OrderKind.valueOf(key), Integer.valueOf(value));
            case "refusal" -> {
                int space = value.indexOf(' ');
                refusals.put(key, new Refusal(Integer.parseInt(value.substring(0, space)), value.substring(space + 1)));
            }
            case "due" -> due.put(key, Integer.valueOf(value));
            case "delivery" -> {
                int[] counts = Stream.of(value.split(" ", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray();
                delivery = new DeliverySummary(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
            }
            case "retriedByStaff" -> retriedByStaff = Integer.parseInt(value);
            default -> throw new IllegalArgumentException("a tally has no " + name);
        }
    }

    public int accepted() {
        return accepted.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int refused() {
        return refused.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int accepted(OrderKind kind) {
        return accepted.getOrDefault(kind, 0);
    }

    public int refused(OrderKind kind) {
        return refused.getOrDefault(kind, 0);
    }

    public Map<String, Refusal> refusals() {
        return Collections.unmodifiableMap(refusals);
    }

    public Map<String, Integer> due() {
        return Collections.unmodifiableMap(due);
    }

    public DeliverySummary delivery() {
        return delivery;
    }

    public int retriedByStaff() {
        return retriedByStaff;
    }
}
