package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.adapters.jdbc.internal.reports.ReportTables;
import io.silverdata.contract.adapters.jdbc.internal.reports.RevisionReader;
import io.silverdata.contract.adapters.jdbc.internal.reports.SegmentStream;
import io.silverdata.contract.adapters.jdbc.internal.session.JdbcUnitOfWork;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.report.KpiOptions;
import io.silverdata.contract.report.KpiReport;
import io.silverdata.contract.report.Segment;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.Reports;
import io.silverdata.contract.spi.RevisionPage;
import io.silverdata.contract.spi.StorageException;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Reports from tables that {@link #update} keeps in step with the event log. Figures of a month cost what happened in that
 * month, however long the history is; segments are read row by row in constant memory. See {@code docs/reports.md}.
 *
 * <p>Any number of processes may call any method at once: updates and figures wait for each other, segments and revisions
 * wait for nobody. The first update of a database fixes zone and rules for all.
 *
 * <p>Safe for use by any number of threads. Made by {@link JdbcStorage#reports}.
 */
public final class JdbcReports implements Reports {
    private final JdbcUnitOfWork unitOfWork;
    private final ReportTables tables;
    private final SegmentStream segments;
    private final RevisionReader revisions;

    JdbcReports(JdbcUnitOfWork unitOfWork, ReportTables tables, SegmentStream segments, RevisionReader revisions) {
        this.unitOfWork = unitOfWork;
        this.tables = tables;
        this.segments = segments;
        this.revisions = revisions;
    }

    /**
     * {@inheritDoc}
     *
     * <p>One transaction. Some thousand events at a time are a good measure: the update after a crash begins where the last
     * one that was committed ended.
     *
     * @throws StorageException also if the tables were begun with other settings
     */
    @Override
    public boolean update(int max) {
        return tables.update(max);
    }

    /**
     * Empties the tables of the reports, so that {@link #update} begins anew, with these settings. The event log is not
     * touched. Until the updates have come to the end, figures are of a part of the past.
     */
    public void forget() {
        tables.forget();
    }

    @Override
    public KpiReport kpis(DayRange window, KpiOptions options) {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(options, "options");
        return tables.kpis(window, options);
    }

    /**
     * {@inheritDoc}
     *
     * <p>One statement on a connection of its own, which sees one moment.
     *
     * @throws IllegalStateException inside a unit of work, which may not see what others commit
     */
    @Override
    public void segments(DayRange days, Consumer<Segment> reader) {
        Objects.requireNonNull(reader, "reader");
        unitOfWork.requireOutside("segments");
        segments.read(days, reader);
    }

    @Override
    public RevisionPage revisions(EventCursor after, int max) {
        return revisions.read(after, max);
    }
}
