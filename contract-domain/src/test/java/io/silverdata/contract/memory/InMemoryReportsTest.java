package io.silverdata.contract.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.report.BillingFeed;
import io.silverdata.contract.report.KpiOptions;
import io.silverdata.contract.report.Kpis;
import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.report.Revision;
import io.silverdata.contract.report.Segment;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.Reports;
import io.silverdata.contract.spi.RevisionPage;
import io.silverdata.contract.testkit.ContractFixtures;
import io.silverdata.contract.testkit.RandomLives;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryReportsTest {
    private static final ReportSettings SETTINGS = ReportSettings.in(ContractFixtures.ZONE);
    private static final DayRange SPRING = new DayRange(LocalDate.parse("2026-03-10"), LocalDate.parse("2026-06-01"));

    private final List<List<RecordedEvent>> lives = RandomLives.of(3, 30);
    private final InMemoryStorage storage = new InMemoryStorage();
    private final Reports reports = new InMemoryReports(storage.events(), SETTINGS);

    @Test
    void knows_of_what_it_was_updated_with() {
        lives.forEach(life -> storage.events().append(life));

        assertThat(reports.kpis(SPRING, KpiOptions.defaults()))
                .isEqualTo(Kpis.of(List.of(), SETTINGS).report(SPRING, KpiOptions.defaults()));

        boolean more = true;
        while (more) {
            more = reports.update(17);
        }

        assertThat(reports.kpis(SPRING, KpiOptions.defaults()))
                .isEqualTo(Kpis.of(lives, SETTINGS).report(SPRING, KpiOptions.defaults()));
        List<Segment> segments = new ArrayList<>();
        reports.segments(SPRING, segments::add);
        assertThat(segments)
                .containsExactlyElementsOf(lives.stream()
                        .flatMap(life -> new BillingFeed(SETTINGS).segments(life, SPRING).stream())
                        .toList());
    }

    @Test
    void pages_of_revisions_make_the_whole_feed() {
        lives.forEach(life -> storage.events().append(life));
        List<Revision> read = new ArrayList<>();

        RevisionPage page = reports.revisions(EventCursor.START, 7);
        for (EventCursor from = EventCursor.START; !page.end().equals(from); page = reports.revisions(from, 7)) {
            read.addAll(page.revisions());
            from = page.end();
        }

        assertThat(read)
                .containsExactlyElementsOf(lives.stream()
                        .flatMap(life -> new BillingFeed(SETTINGS).revisions(life, 0).stream())
                        .toList());
    }
}
