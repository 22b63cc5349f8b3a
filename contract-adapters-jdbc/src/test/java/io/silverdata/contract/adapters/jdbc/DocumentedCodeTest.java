package io.silverdata.contract.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.ContractsBuilder;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.report.ChurnBase;
import io.silverdata.contract.report.KpiOptions;
import io.silverdata.contract.report.KpiReport;
import io.silverdata.contract.report.Ratio;
import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.report.Segment;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.RevisionPage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** The snippets of docs/databases.md and docs/reports.md; those about hosts' transactions stand in their tests. */
class DocumentedCodeTest {
    private final DataSource dataSource = h2();
    private final List<Segment> billed = new ArrayList<>();

    @Test
    void begin() {
        // tag::begin
        Schema.migrate(dataSource); // once; or from Flyway or Liquibase, see below
        JdbcStorage storage = JdbcStorage.builder().dataSource(dataSource).build();
        ContractsBuilder host = Contracts.builder().storage(storage); // and the other ports
        // end::begin

        assertThat(host.customers(customer -> true)
                        .plans(new InMemoryPlans())
                        .radius(new InMemoryAccess())
                        .olts(new InMemoryLine())
                        .zone(ZoneId.of("America/Guayaquil"))
                        .build()
                        .worker()
                        .health()
                        .queue()
                        .due())
                .isZero();
    }

    @Test
    void reports() {
        Schema.migrate(dataSource);
        JdbcStorage storage = JdbcStorage.builder().dataSource(dataSource).build();
        EventCursor cursor = EventCursor.START;

        // tag::reports
        JdbcReports reports = storage.reports(ReportSettings.in(ZoneId.of("America/Guayaquil")));
        while (reports.update(5_000)) {} // from the host's scheduler
        KpiReport june = reports.kpis(new DayRange(day("2026-06-01"), day("2026-07-01")), KpiOptions.defaults());
        Ratio churn = june.churn().rate(ChurnBase.START); // 26 of 1000, or undefined
        reports.segments(june.window(), segment -> bill(segment)); // row by row
        RevisionPage page = reports.revisions(cursor, 500); // what changed since
        // end::reports

        assertThat(churn.value()).isEmpty();
        assertThat(page.revisions()).isEmpty();
        assertThat(billed).isEmpty();
    }

    private void bill(Segment segment) {
        billed.add(segment);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static DataSource h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return source;
    }
}
