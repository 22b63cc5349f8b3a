package io.silverdata.contract.examples.console.web;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes rows as RFC 4180 has it. A cell that a spreadsheet would take for a formula begins with an apostrophe. For one thread.
 */
public final class Csv {
    private static final String FORMULA = "=+-@\t\r";
    private final Writer out;

    /** Rows go there, and stay open. */
    public Csv(Writer out) {
        this.out = out;
    }

    /** Writes a row. */
    public void row(List<String> cells) throws IOException {
        out.write(cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n");
    }

    private static String cell(String text) {
        boolean isFormula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 && !isNumber(text);
        String harmless = isFormula ? "'" + text : text;
        return harmless.matches("[^,\"\r\n]*") ? harmless : "\"" + harmless.replace("\"", "\"\"") + "\"";
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?");
    }
}
