package io.silverdata.contract.examples.year.report;

import io.silverdata.contract.report.KpiReport;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.style.Styler;

/** A picture of the months: bars and lines, at most two units. */
final class MonthChart {
    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 420;
    private static final int UPRIGHT = 90;
    private static final Color[] COLOURS = {new Color(0x2f6f9f), new Color(0xe09f3e), new Color(0x9e2a2b)};

    /** Of the width of a month, so that a single month is a bar and not a wall. */
    private static final double FILL_OF_ONE = 0.08;

    private static final double MOST_FILL = 0.8;

    private final String name;
    private final String title;
    private final List<KpiReport> months;
    private final CategoryChart chart;

    /**
     * A picture without series.
     *
     * @param name of its file, without the ending
     * @param unit of the axis on the left
     */
    MonthChart(String name, String title, List<KpiReport> months, String unit) {
        this.name = name;
        this.title = title;
        this.months = months;
        // a server has no screen
        System.setProperty("java.awt.headless", "true");
        chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .build();
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
        chart.getStyler().setXAxisLabelRotation(UPRIGHT);
        chart.getStyler().setOverlapped(true);
        chart.getStyler().setAvailableSpaceFill(Math.min(MOST_FILL, FILL_OF_ONE * months.size()));
        chart.getStyler().setYAxisMin(0d);
        chart.getStyler().setSeriesColors(COLOURS);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setPlotBorderVisible(false);
        chart.setYAxisGroupTitle(0, unit);
    }

    String name() {
        return name;
    }

    String title() {
        return title;
    }

    MonthChart bars(String series, ToLongFunction<KpiReport> value) {
        chart.addSeries(series, names(), months.stream().map(value::applyAsLong).toList());
        return this;
    }

    /** A line on the axis of the bars. What is undefined is left out. */
    MonthChart line(String series, Function<KpiReport, Optional<Double>> value) {
        added(series, value);
        return this;
    }

    /** A line on an axis of its own, on the right. */
    MonthChart lineOnTheRight(String series, String unit, Function<KpiReport, Optional<Double>> value) {
        added(series, value).setYAxisGroup(1);
        chart.getStyler().setYAxisGroupPosition(1, Styler.YAxisPosition.Right);
        chart.getStyler().setYAxisMin(1, 0d);
        chart.setYAxisGroupTitle(1, unit);
        return this;
    }

    private CategorySeries added(String series, Function<KpiReport, Optional<Double>> value) {
        List<@Nullable Double> values = new ArrayList<>();
        months.forEach(month -> values.add(value.apply(month).orElse(null)));
        CategorySeries line = chart.addSeries(series, names(), values);
        line.setChartCategorySeriesRenderStyle(CategorySeries.CategorySeriesRenderStyle.Line);
        return line;
    }

    private List<String> names() {
        return months.stream().map(YearMonths::name).toList();
    }

    /**
     * The picture as SVG.
     *
     * @throws InternalError or {@link LinkageError} on a machine without fonts
     */
    byte[] svg() throws IOException {
        ByteArrayOutputStream svg = new ByteArrayOutputStream();
        VectorGraphicsEncoder.saveVectorGraphic(chart, svg, VectorGraphicsEncoder.VectorGraphicsFormat.SVG);
        return svg.toByteArray();
    }
}
