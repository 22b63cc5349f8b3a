package io.silverdata.contract.examples.year.report;

import io.silverdata.contract.report.ChurnBase;
import io.silverdata.contract.report.KpiReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.style.Styler;

/** Customers as bars and churn as a line, in one picture. */
final class KpiChart {
    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 500;
    private static final double HUNDRED = 100;
    private static final int UPRIGHT = 90;

    private KpiChart() {}

    /** Writes an SVG; returns what became of it, for people. */
    static String write(List<KpiReport> months, Path file) throws IOException {
        // a server has no screen; without fonts nothing can be drawn there at all
        System.setProperty("java.awt.headless", "true");
        try {
            VectorGraphicsEncoder.saveVectorGraphic(
                    chart(months), file.toString(), VectorGraphicsEncoder.VectorGraphicsFormat.SVG);
            return file + "  customers and churn";
        } catch (InternalError | LinkageError noFonts) {
            return file + "  was left out: this machine cannot draw text (" + noFonts.getMessage()
                    + "); install fontconfig and a font";
        }
    }

    private static CategoryChart chart(List<KpiReport> months) {
        List<String> names = months.stream().map(YearMonths::name).toList();
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("Customers and churn")
                .xAxisTitle("month")
                .build();
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
        chart.getStyler().setXAxisLabelRotation(UPRIGHT);
        chart.getStyler().setOverlapped(true);
        chart.addSeries(
                "customers at the end",
                names,
                months.stream().map(KpiReport::baseAtEnd).toList());
        chart.addSeries(
                "of those suspended",
                names,
                months.stream().map(KpiReport::suspendedAtEnd).toList());
        CategorySeries churn =
                chart.addSeries("churn in percent of those at the beginning (right)", names, percents(months));
        churn.setChartCategorySeriesRenderStyle(CategorySeries.CategorySeriesRenderStyle.Line);
        churn.setYAxisGroup(1);
        chart.getStyler().setYAxisGroupPosition(1, Styler.YAxisPosition.Right);
        chart.setYAxisGroupTitle(0, "contracts");
        chart.setYAxisGroupTitle(1, "percent");
        return chart;
    }

    /** What is undefined is left out of the line. */
    private static List<@Nullable Double> percents(List<KpiReport> months) {
        List<@Nullable Double> percents = new ArrayList<>();
        for (KpiReport month : months) {
            Optional<BigDecimal> rate = month.churn().rate(ChurnBase.START).value();
            percents.add(rate.isPresent() ? rate.get().doubleValue() * HUNDRED : null);
        }
        return percents;
    }
}
