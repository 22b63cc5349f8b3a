package io.silverdata.contract.adapters.jdbc.internal.reports;

import io.silverdata.contract.adapters.jdbc.internal.contracts.EventRows;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.report.BillingFeed;
import io.silverdata.contract.report.BusinessCalendar;
import io.silverdata.contract.report.DayRule;
import io.silverdata.contract.report.Kpis;
import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.report.ServiceStart;
import io.silverdata.contract.spi.StorageException;
import io.silverdata.contract.spi.UnreadableContractException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds the contracts that the feed tells of since the last time. A contract is folded from all of its events that are
 * committed, so that it does no harm to fold it again.
 */
final class ReportUpdate {
    private static final int CONTRACTS_PER_QUESTION = 200;

    private static final Logger LOG = LoggerFactory.getLogger(ReportUpdate.class);

    private final Session session;
    private final ReportSettings settings;
    private final BillingFeed feed;

    /** The settings, with business hours by their name. */
    private record Kept(ZoneId zone, ServiceStart serviceStart, DayRule dayRule, String businessHours) {}

    private record Placed(long position, ContractId contract) {}

    ReportUpdate(Session session, ReportSettings settings) {
        this.session = session;
        this.settings = settings;
        feed = new BillingFeed(settings);
    }

    /** Up to where the feed was folded. The caller waits for an update that is under way, and holds up the next. */
    static long position(Session session) {
        return session.lockingQuery("SELECT position FROM {latch} WHERE name = 'report' FOR UPDATE")
                .mapTo(Long.class)
                .one();
    }

    /** Whether there was as much as was asked for. */
    boolean run(int max) {
        long position = position(session);
        requireSettings();
        List<Placed> page = session.query(
                        "SELECT feed_position, contract_id FROM {event} WHERE feed_position > :position"
                                + " ORDER BY feed_position LIMIT :max")
                .bind("position", position)
                .bind("max", max)
                .map((row, context) -> new Placed(row.getLong(1), ContractIds.read(session.dialect(), row, 2)))
                .list();
        if (page.isEmpty()) {
            return false;
        }
        LinkedHashSet<ContractId> contracts = new LinkedHashSet<>();
        page.forEach(placed -> contracts.add(placed.contract()));
        List<ContractId> inOrder = List.copyOf(contracts);
        for (int first = 0; first < inOrder.size(); first += CONTRACTS_PER_QUESTION) {
            fold(inOrder.subList(first, Math.min(first + CONTRACTS_PER_QUESTION, inOrder.size())));
        }
        session.update("UPDATE {latch} SET position = :position WHERE name = 'report'")
                .bind("position", page.get(page.size() - 1).position())
                .execute();
        return page.size() == max;
    }

    static Map<ContractId, List<RecordedEvent>> histories(Session session, List<ContractId> contracts) {
        Map<ContractId, List<RecordedEvent>> histories = new LinkedHashMap<>();
        session.query("SELECT " + EventRows.COLUMNS + " FROM {event} WHERE contract_id IN (<contracts>)"
                        + " ORDER BY contract_id, version")
                .bindList("contracts", contracts)
                .map((row, context) -> EventRows.event(session.dialect(), row))
                .forEach(event -> histories
                        .computeIfAbsent(event.contract(), first -> new ArrayList<>())
                        .add(event));
        return histories;
    }

    private void fold(List<ContractId> contracts) {
        SpanRows spans = new SpanRows(session);
        SegmentRows segments = new SegmentRows(session);
        spans.load(contracts);
        segments.load(contracts);
        readable(contracts).forEach((contract, history) -> {
            spans.replace(contract, Kpis.spans(history, settings));
            segments.replace(contract, feed.segments(history));
        });
        spans.write();
        segments.write();
    }

    /**
     * One contract whose events cannot be read keeps no other out of the reports. Its own rows stay as they are until its next
     * event that can be read.
     */
    private Map<ContractId, List<RecordedEvent>> readable(List<ContractId> contracts) {
        try {
            return histories(session, contracts);
        } catch (UnreadableContractException together) {
            Map<ContractId, List<RecordedEvent>> readable = new LinkedHashMap<>();
            for (ContractId contract : contracts) {
                try {
                    readable.putAll(histories(session, List.of(contract)));
                } catch (UnreadableContractException alone) {
                    LOG.warn("the reports pass over: {}", alone.fault().problem());
                }
            }
            return readable;
        }
    }

    private void requireSettings() {
        Kept wanted = new Kept(
                settings.zone(),
                settings.serviceStart(),
                settings.dayRule(),
                settings.businessHours().map(BusinessCalendar::name).orElse(""));
        Optional<Kept> kept = session.query("SELECT zone, service_start, day_rule, business_hours"
                        + " FROM {report_settings} WHERE settings_id = 1")
                .map((row, context) -> new Kept(
                        ZoneId.of(row.getString(1)),
                        ServiceStart.valueOf(row.getString(2)),
                        DayRule.valueOf(row.getString(3)),
                        row.getString(4)))
                .findOne();
        if (kept.isEmpty()) {
            session.update("INSERT INTO {report_settings} (settings_id, zone, service_start, day_rule, business_hours)"
                            + " VALUES (1, :zone, :start, :rule, :hours)")
                    .bind("hours", wanted.businessHours())
                    .bind("zone", settings.zone().getId())
                    .bind("start", settings.serviceStart().name())
                    .bind("rule", settings.dayRule().name())
                    .execute();
        } else if (!kept.get().equals(wanted)) {
            throw new StorageException("the reports in this database are for " + kept.get() + ", not for " + wanted
                    + "; use those settings, or call forget() and update them from the beginning");
        }
    }
}
