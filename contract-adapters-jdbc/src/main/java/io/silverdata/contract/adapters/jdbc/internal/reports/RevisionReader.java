package io.silverdata.contract.adapters.jdbc.internal.reports;

import io.silverdata.contract.adapters.jdbc.internal.session.Sessions;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.report.BillingFeed;
import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.report.Revision;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.EventLog;
import io.silverdata.contract.spi.EventPage;
import io.silverdata.contract.spi.RevisionPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says which segments the events of a page of the log revised. */
public final class RevisionReader {
    private static final int CONTRACTS_PER_QUESTION = 200;

    private final Sessions sessions;
    private final EventLog events;
    private final BillingFeed feed;

    /** Of a log. */
    public RevisionReader(Sessions sessions, EventLog events, ReportSettings settings) {
        this.sessions = sessions;
        this.events = events;
        feed = new BillingFeed(settings);
    }

    /** The revisions by some events. */
    public RevisionPage read(EventCursor after, int max) {
        EventPage page = events.read(after, max);
        Map<ContractId, List<RecordedEvent>> byContract = new LinkedHashMap<>();
        page.events()
                .forEach(event -> byContract
                        .computeIfAbsent(event.contract(), first -> new ArrayList<>())
                        .add(event));
        List<ContractId> contracts = List.copyOf(byContract.keySet());
        List<Revision> revisions = new ArrayList<>();
        for (int first = 0; first < contracts.size(); first += CONTRACTS_PER_QUESTION) {
            List<ContractId> part =
                    contracts.subList(first, Math.min(first + CONTRACTS_PER_QUESTION, contracts.size()));
            Map<ContractId, List<RecordedEvent>> histories =
                    sessions.with(session -> ReportUpdate.histories(session, part));
            part.forEach(contract -> revisions.addAll(revisions(
                    histories.getOrDefault(contract, List.of()), byContract.getOrDefault(contract, List.of()))));
        }
        return new RevisionPage(revisions, page.end());
    }

    /** What the events of the page changed: later ones, which may be there already, are of a page to come. */
    private List<Revision> revisions(List<RecordedEvent> history, List<RecordedEvent> events) {
        long before = events.get(0).version() - 1;
        long last = events.get(events.size() - 1).version();
        return feed.revisions(history.subList(0, Math.toIntExact(last)), before);
    }
}
