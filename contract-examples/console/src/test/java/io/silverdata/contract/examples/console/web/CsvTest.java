package io.silverdata.contract.examples.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void a_cell_with_commas_quotes_or_lines_is_quoted() throws IOException {
        assertThat(row("plain", "a, b", "say \"no\"", "two\nlines", ""))
                .isEqualTo("plain,\"a, b\",\"say \"\"no\"\"\",\"two\nlines\",\r\n");
    }

    @Test
    void what_a_spreadsheet_would_calculate_is_text_and_a_number_stays_one() throws IOException {
        assertThat(row("=1+1", "+593 99", "@SUM(A1)", "-2.9012", "-cmd"))
                .isEqualTo("'=1+1,'+593 99,'@SUM(A1),-2.9012,'-cmd\r\n");
    }

    private static String row(String... cells) throws IOException {
        StringWriter out = new StringWriter();
        new Csv(out).row(List.of(cells));
        return out.toString();
    }
}
