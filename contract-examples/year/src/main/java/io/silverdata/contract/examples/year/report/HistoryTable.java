package io.silverdata.contract.examples.year.report;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.year.reading.OrdersCsv;
import io.silverdata.contract.examples.year.simulation.Provider;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.RecordedEvent;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The life of one contract, a line for each event. */
public final class HistoryTable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(OrdersCsv.ZONE);
    private static final String LINE = "%3s  %-16s  %-22s  %-14s  %s";

    private HistoryTable() {}

    static List<String> of(List<RecordedEvent> history) {
        return Stream.concat(
                        Stream.of(String.format(Locale.ROOT, LINE, "v", "time", "event", "by", "details")),
                        history.stream().map(HistoryTable::line))
                .toList();
    }

    /** The contract to which the most different things happened; of several, the one with the least number. */
    public static Optional<Contract> mostEventful(Provider provider) {
        return provider.all().stream()
                .min(Comparator.comparingLong((Contract contract) -> -kinds(provider.contracts(), contract))
                        .thenComparing(Contract::number));
    }

    private static long kinds(Contracts contracts, Contract contract) {
        return contracts.history(contract.id()).stream()
                .map(event -> event.event().getClass())
                .distinct()
                .count();
    }

    private static String line(RecordedEvent recorded) {
        return String.format(
                        Locale.ROOT,
                        LINE,
                        recorded.version(),
                        TIME.format(recorded.recordedAt()),
                        EventText.name(recorded.event()),
                        recorded.actor(),
                        EventText.of(recorded.event()))
                .stripTrailing();
    }
}
