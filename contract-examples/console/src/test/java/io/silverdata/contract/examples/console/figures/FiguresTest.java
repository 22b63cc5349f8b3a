package io.silverdata.contract.examples.console.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.console.reports.MonthlyFigures;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Visitor;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.report.KpiOptions;
import io.silverdata.contract.report.KpiReport;
import io.silverdata.contract.report.Segment;
import io.silverdata.contract.spi.Reports;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private final YearMonth lastMonth =
            YearMonth.now(ZoneId.of("America/Guayaquil")).minusMonths(1);

    private final Console console = Console.shared();
    private final Reports reports = console.bean(Reports.class);
    private final Visitor guest = Visitor.of(console, Role.LOOK);

    @Test
    void each_figure_is_that_of_the_library_with_its_definition_beside_it() {
        KpiReport report = reports.kpis(MonthlyFigures.days(lastMonth), KpiOptions.defaults());

        String page = guest.get("/figures").body();

        assertThat(page.split("<figure class=\"chart", -1)).hasSize(9);
        assertThat(page.split("<summary>Definition", -1)).hasSize(9);
        assertThat(page).contains("<span class=\"figure\">" + report.baseAtEnd() + "</span>");
        assertThat(page).doesNotContain("figures.");
    }

    @Test
    void half_a_year_has_six_points_and_another_number_is_not_asked_of_the_database() {
        assertThat(points(guest.get("/figures?months=6").body())).isEqualTo(6);
        assertThat(points(guest.get("/figures?months=5000").body())).isEqualTo(12);
        assertThat(guest.get("/figures?months=many").status()).isEqualTo(400);
    }

    @Test
    void the_billing_feed_has_a_line_for_each_segment() {
        List<Segment> segments = new ArrayList<>();
        reports.segments(MonthlyFigures.days(lastMonth), segments::add);

        String csv = guest.get("/figures/billing.csv?month=" + lastMonth).body();

        assertThat(csv).startsWith("contract,version,from,to,customer,plan,");
        assertThat(csv.lines().count()).isEqualTo(segments.size() + 1L).isGreaterThan(1);
        Segment first = segments.get(0);
        assertThat(csv)
                .contains(first.contract() + "," + first.version() + "," + first.from() + ",")
                .contains("," + first.price().amount().toPlainString() + ",USD,MONTHLY,");
    }

    @Test
    void a_month_that_is_none_is_refused() {
        assertThat(guest.get("/figures/billing.csv?month=2026-13").status()).isEqualTo(400);
        assertThat(guest.get("/figures/billing.csv").status()).isEqualTo(400);
    }

    private static int points(String page) {
        String values = page.replaceFirst("(?s).*?data-x=\"([^\"]*)\".*", "$1");
        return values.split(",").length;
    }
}
