package io.silverdata.contract.memory;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.report.BillingFeed;
import io.silverdata.contract.report.KpiOptions;
import io.silverdata.contract.report.KpiReport;
import io.silverdata.contract.report.Kpis;
import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.report.Revision;
import io.silverdata.contract.report.Segment;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.EventLog;
import io.silverdata.contract.spi.EventPage;
import io.silverdata.contract.spi.Reports;
import io.silverdata.contract.spi.RevisionPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Reports over any event log: looks through the histories that it has been told of for each question. For tests and small
 * operators; safe for use by any number of threads.
 */
public final class InMemoryReports implements Reports {
    private final EventLog log;
    private final ReportSettings settings;
    private final BillingFeed feed;
    private final Map<ContractId, List<RecordedEvent>> histories = new TreeMap<>();
    private EventCursor cursor = EventCursor.START;

    /** Reports that know of nothing until {@link #update} is called. */
    public InMemoryReports(EventLog log, ReportSettings settings) {
        this.log = Objects.requireNonNull(log, "log");
        this.settings = Objects.requireNonNull(settings, "settings");
        feed = new BillingFeed(settings);
    }

    @Override
    public synchronized boolean update(int max) {
        EventPage page = log.read(cursor, max);
        page.events()
                .forEach(event -> histories
                        .computeIfAbsent(event.contract(), first -> new ArrayList<>())
                        .add(event));
        cursor = page.end();
        return !page.events().isEmpty();
    }

    @Override
    public synchronized KpiReport kpis(DayRange window, KpiOptions options) {
        return Kpis.of(histories.values(), settings).report(window, options);
    }

    @Override
    public void segments(DayRange days, Consumer<Segment> reader) {
        copy().forEach(history -> feed.segments(history, days).forEach(reader));
    }

    @Override
    public RevisionPage revisions(EventCursor after, int max) {
        EventPage page = log.read(after, max);
        Map<ContractId, List<RecordedEvent>> byContract = new LinkedHashMap<>();
        page.events()
                .forEach(event -> byContract
                        .computeIfAbsent(event.contract(), first -> new ArrayList<>())
                        .add(event));
        List<Revision> revisions = new ArrayList<>();
        byContract.forEach((contract, events) -> {
            long first = events.get(0).version();
            long last = events.get(events.size() - 1).version();
            revisions.addAll(feed.revisions(log.history(contract).subList(0, (int) last), first - 1));
        });
        return new RevisionPage(revisions, page.end());
    }

    private synchronized List<List<RecordedEvent>> copy() {
        return histories.values().stream().map(List::copyOf).toList();
    }
}
