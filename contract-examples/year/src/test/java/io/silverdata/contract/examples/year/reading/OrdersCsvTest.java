package io.silverdata.contract.examples.year.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.network.reading.RowProblem;
import io.silverdata.contract.examples.network.reading.TextFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdersCsvTest {
    private static final String HEADER = String.join(",", OrdersCsv.COLUMNS) + "\n";
    private static final String GOOD = "2025-01-02T09:00,debt,C-1,,,,,,,,,,,\n";

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            yesterday,debt,C-1,,,,,,,,,,,                                            | time      | yesterday    | a date and time as 2025-03-31T09:15
            1025-01-02T09:00,debt,C-1,,,,,,,,,,,                                     | time      | 1025-01-02T09:00 | a year of 2000 to 2099
            2025-01-02T09:00,debt,c 1,,,,,,,,,,,                                     | contract  | c 1          | 1 to 32 characters of A-Z, 0-9, dot, slash and hyphen, beginning with a letter or digit
            2025-01-02T09:00,debt,C-1,,,,,,,,,,,0                                    | version   | 0            | a whole number of 1 or more
            2025-01-02T09:00,debt,C-1,,,,,,,,,,,new                                  | version   | new          | a whole number of 1 or more
            2025-01-02T09:00,sign-up,C-1,-,HOME-100,X,-2.9,-79,HWTC00000001,a,,,,    | customer  | -            | 1 to 64 characters of A-Z, a-z, 0-9 and ._:@-, beginning with a letter or digit
            2025-01-02T09:00,sign-up,C-1,ana,,X,-2.9,-79,HWTC00000001,a,,,,          | plan      | ''           | 1 to 64 characters of A-Z, a-z, 0-9 and ._:-, beginning with a letter or digit
            2025-01-02T09:00,sign-up,C-1,ana,HOME-100,,-2.9,-79,HWTC00000001,a,,,,   | address   | ''           | 1 to 256 characters without control characters
            2025-01-02T09:00,sign-up,C-1,ana,HOME-100,X,91,-79,HWTC00000001,a,,,,    | latitude  | 91           | degrees of -90 to 90
            2025-01-02T09:00,sign-up,C-1,ana,HOME-100,X,-2.9,NaN,HWTC00000001,a,,,,  | longitude | NaN          | degrees of -180 to 180
            2025-01-02T09:00,sign-up,C-1,ana,HOME-100,X,-2.9,-79,HWTC0000001,a,,,,   | onu       | HWTC0000001  | 4 letters or digits of the vendor and 8 hexadecimal digits, as HWTC12345678, or 16 hexadecimal digits, as 4857544312345678
            2025-01-02T09:00,sign-up,C-1,ana,HOME-100,X,-2.9,-79,HWTC00000001,,,,,   | login     | ''           | 1 to 64 characters: letters, digits, and @._:/- with spaces inside only
            2025-01-02T09:00,win-back,C-1,ana,HOME-100,X,-2.9,-79,HWTC00000001,a,,,, | previous  | ''           | 1 to 32 characters of A-Z, 0-9, dot, slash and hyphen, beginning with a letter or digit
            2025-01-02T09:00,suspend,C-1,,,,,,,,BORED,,,                             | reason    | BORED        | one of NON_PAYMENT, CUSTOMER_REQUEST, FRAUD_ABUSE, LEGAL_REGULATORY, FAIR_USE, TECHNICAL, ADMINISTRATIVE
            2025-01-02T09:00,lift,C-1,,,,,,,,,,,                                     | reason    | ''           | one of NON_PAYMENT, CUSTOMER_REQUEST, FRAUD_ABUSE, LEGAL_REGULATORY, FAIR_USE, TECHNICAL, ADMINISTRATIVE
            2025-01-02T09:00,cancel,C-1,,,,,,,,BORED,,,                              | reason    | BORED        | one of CUSTOMER_REQUEST, NON_PAYMENT, PROVIDER_DECISION, TECHNICAL_INFEASIBLE, DECEASED_OR_LEGAL
            2025-01-02T09:00,vacation,C-1,,,,,,,,,,,                                 | date      | ''           | a date as 2025-03-31
            2025-01-02T09:00,vacation,C-1,,,,,,,,,2025-02-30,,                       | date      | 2025-02-30   | a date as 2025-03-31
            2025-01-02T09:00,cancel,C-1,,,,,,,,CUSTOMER_REQUEST,9999-01-01,,         | date      | 9999-01-01   | a year of 2000 to 2199
            2025-01-02T09:00,transfer,C-1,,,,,,,,,,,                                 | customer  | ''           | 1 to 64 characters of A-Z, a-z, 0-9 and ._:@-, beginning with a letter or digit
            2025-01-02T09:00,debt,C-1                                                | row       | 2025-01-02T09:00,debt,C-1 | 14 cells, not 3
            2025-01-02T09:00,debt,C-1,,,,,,,,,,,,more                                | row       | 2025-01-02T09:00,debt,C-1,,,,,,,,,,,,more | 14 cells, not 15
            """)
    void a_bad_row_is_reported_and_the_others_stay(String row, String column, String value, String expected) {
        List<RowProblem> problems = new ArrayList<>();

        List<Order> orders = OrdersCsv.read(new TextFile("o.csv", HEADER + GOOD + row + "\n" + GOOD), problems::add);

        assertThat(problems).containsExactly(new RowProblem("o.csv", 3, column, value, expected));
        assertThat(orders).extracting(Order::line).containsExactly(2L, 4L);
    }

    @Test
    void an_unknown_order_is_answered_with_all_that_there_are() {
        List<RowProblem> problems = new ArrayList<>();

        OrdersCsv.read(new TextFile("o.csv", HEADER + "2025-01-02T09:00,upgrade,C-1,,,,,,,,,,,\n"), problems::add);

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith(
                                "o.csv:2: order is \"upgrade\", expected one of sign-up, win-back, reserve, install")
                        .endsWith("transfer, cancel"));
    }

    @Test
    void a_quote_that_is_never_closed_is_reported_and_what_stands_before_it_stays() {
        List<RowProblem> problems = new ArrayList<>();

        List<Order> orders = OrdersCsv.read(new TextFile("o.csv", HEADER + GOOD + "\"2025," + GOOD), problems::add);

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.column()).isEqualTo("row");
        });
        assertThat(orders).hasSize(1);
    }

    @Test
    void orders_come_in_order_of_time_and_then_of_the_file() {
        String text = HEADER + "2025-01-03T09:00,debt,C-1,,,,,,,,,,,\n" + GOOD + GOOD;

        List<Order> orders = OrdersCsv.read(new TextFile("o.csv", text), problem -> {});

        assertThat(orders).extracting(Order::line).containsExactly(3L, 4L, 2L);
    }

    @Test
    void times_are_the_operators() {
        List<Order> orders = OrdersCsv.read(new TextFile("o.csv", HEADER + GOOD), problem -> {});

        assertThat(orders)
                .singleElement()
                .satisfies(order -> assertThat(order.at()).isEqualTo("2025-01-02T14:00:00Z"));
    }

    @Test
    void both_spellings_of_an_onu_serial_are_read() {
        String text = HEADER + "2025-01-02T09:00,swap-onu,C-1,,,,,,4857544312345678,,,,,\n";
        List<RowProblem> problems = new ArrayList<>();

        List<Order> orders = OrdersCsv.read(new TextFile("o.csv", text), problems::add);

        assertThat(problems).isEmpty();
        assertThat(orders).hasSize(1);
    }
}
