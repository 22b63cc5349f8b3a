package io.silverdata.contract.examples.year.report;

import io.silverdata.contract.report.KpiReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The year as one page of HTML that needs no other file: the pictures and the figures of each month. */
final class ReportPage {
    private static final String STYLE = "body{font:16px/1.5 system-ui,sans-serif;max-width:1000px;margin:2rem auto;"
            + "padding:0 1rem;color:#222}img{max-width:100%;height:auto}table{border-collapse:collapse;font-size:.85rem;"
            + "font-variant-numeric:tabular-nums}th,td{white-space:nowrap;padding:.2rem .6rem;text-align:right;border-bottom:1px solid #ddd}"
            + "caption{text-align:left;font-weight:600;padding:.5rem 0}.wide{overflow-x:auto}";

    private ReportPage() {}

    /** Writes the page and its pictures; returns what was written, for people. */
    static List<String> write(YearMonths year, Path folder) throws IOException {
        List<String> written = new ArrayList<>();
        StringBuilder pictures = new StringBuilder();
        try {
            for (MonthChart chart : MonthCharts.of(year)) {
                byte[] svg = chart.svg();
                Path file = Files.write(folder.resolve(chart.name() + ".svg"), svg);
                written.add(file + "  " + chart.title());
                pictures.append("<p><img alt=\"")
                        .append(chart.title())
                        .append(
                                ", month by month; the figures are in the table below\" src=\"data:image/svg+xml;base64,")
                        .append(Base64.getEncoder().encodeToString(svg))
                        .append("\"></p>\n");
            }
        } catch (InternalError | LinkageError noFonts) {
            written.add("the charts were left out: this machine cannot draw text (" + noFonts.getMessage()
                    + "); install fontconfig and a font");
            pictures.append("<p>The charts were left out: the machine that wrote this page has no font.</p>\n");
        }
        Path page = folder.resolve("report.html");
        Files.writeString(page, page(year, pictures.toString()), StandardCharsets.UTF_8);
        written.add(page + "  figures and charts on one page");
        return written;
    }

    private static String page(YearMonths year, String pictures) {
        List<KpiReport> months = year.figures();
        String title = months.isEmpty()
                ? "No month yet"
                : Stream.of(months.get(0), months.get(months.size() - 1))
                        .map(YearMonths::name)
                        .distinct()
                        .collect(Collectors.joining(" to "));
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + title
                + "</title>\n<style>" + STYLE + "</style>\n</head>\n<body>\n<h1>" + title + "</h1>\n" + pictures
                + "<div class=\"wide\"><table>\n<caption>Figures of each month</caption>\n<thead>"
                + row("th scope=\"col\"", "th", KpiTable.columns()) + "</thead>\n<tbody>\n"
                + months.stream()
                        .map(month -> row("td", "td", KpiTable.cells(month, year.outputs())))
                        .collect(Collectors.joining("\n"))
                + "\n</tbody>\n</table></div>\n</body>\n</html>\n";
    }

    private static String row(String begin, String end, List<String> cells) {
        return cells.stream()
                .map(cell -> "<" + begin + ">" + cell + "</" + end + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }
}
