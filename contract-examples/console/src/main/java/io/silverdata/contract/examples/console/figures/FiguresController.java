package io.silverdata.contract.examples.console.figures;

import io.silverdata.contract.examples.console.reports.MonthlyFigures;
import io.silverdata.contract.examples.console.reports.PlantSize;
import io.silverdata.contract.examples.console.web.Csv;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.examples.console.web.Screen;
import io.silverdata.contract.report.Segment;
import io.silverdata.contract.spi.Reports;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Figures over months with their definitions, and the billing feed of a month. */
@Controller
@RequestMapping("/figures")
final class FiguresController implements Screen {
    private static final List<Integer> MONTHS = List.of(6, 12, 24);
    private static final int BILLING_MONTHS = 12;

    private final Reports reports;
    private final MonthlyFigures monthly;
    private final PlantSize plant;
    private final Clock clock;

    FiguresController(Reports reports, MonthlyFigures monthly, PlantSize plant, Clock clock) {
        this.reports = reports;
        this.monthly = monthly;
        this.plant = plant;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "/figures";
    }

    @Override
    public String key() {
        return "figures";
    }

    @Override
    public int order() {
        return 90;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "12") int months, @ModelAttribute("page") PageContext page, Model model) {
        int shown = MONTHS.contains(months) ? months : BILLING_MONTHS;
        YearMonth now = YearMonth.now(clock.withZone(page.zone()));
        Figures figures = new Figures(MonthFigures.of(monthly.until(now, shown)), page);
        model.addAttribute("choices", MONTHS);
        model.addAttribute(
                "view",
                new FiguresView(
                        shown,
                        figures.all(plant.outputs()),
                        Stream.iterate(now, month -> month.minusMonths(1))
                                .limit(BILLING_MONTHS)
                                .map(month -> new FiguresView.Month(month.toString(), page.month(month)))
                                .toList()));
        return "figures/figures";
    }

    /** The billing feed of a month, row by row: however many contracts there are, none is kept. */
    @GetMapping("/billing.csv")
    void billing(@RequestParam YearMonth month, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"billing-" + month + ".csv\"");
        Csv csv = new Csv(response.getWriter());
        csv.row(SegmentCsv.HEADER);
        reports.segments(MonthlyFigures.days(month), segment -> write(csv, segment));
    }

    private static void write(Csv csv, Segment segment) {
        try {
            csv.row(SegmentCsv.row(segment));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
