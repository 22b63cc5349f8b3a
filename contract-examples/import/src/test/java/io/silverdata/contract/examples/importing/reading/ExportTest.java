package io.silverdata.contract.examples.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.command.AdoptedHold;
import io.silverdata.contract.command.Adoption;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.examples.network.reading.TextFile;
import io.silverdata.contract.model.BillingCycle;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.IdempotencyKey;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.runs.KeyedAdoption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportTest {
    private static final String HEADER =
            "ID,NO,WHO,PLAN,PRICE,CYCLE,STREET,TOWN,LAT,LON,DAY,SINCE,STATUS,WHY,CUT,UNTIL,ONU,LOGIN,BOX,PON\n";
    private static final String GOOD =
            "7,C-7,ana,BASICO,\"1.020,50\",ANNUAL,Calle 1,Ambato,\"-1,25\",\"-78,6\",5,03/02/2021,Cortado,MORA,04/11/2024,,HWTC-0A2B3C4D,ana,NAP03/7,\n";

    @Test
    void a_row_is_read_as_the_mapping_says() {
        RowReading row = read(GOOD).get(0);

        assertThat(row.findings()).isEmpty();
        assertThat(row.adoption())
                .contains(new KeyedAdoption(
                        new IdempotencyKey("old/7"),
                        Adoption.of(
                                        NewContract.of(
                                                        new CustomerId("ana"),
                                                        new PlanId("HOME-100"),
                                                        new ServiceAddress(
                                                                "Calle 1, Ambato", new GeoPosition(-1.25, -78.6)))
                                                .numbered(new ContractNumber("C-7"))
                                                .billedOn(5),
                                        Instant.parse("2021-02-03T05:00:00Z"),
                                        LocalDate.of(2024, 12, 1),
                                        new OnuSerial("HWTC0A2B3C4D"),
                                        new RadiusUser("ana"))
                                .at(SplitterOutputId.parse("NAP-03#7").get())
                                .pricedAt(new PlanSnapshot.Price(Money.of("1020.50", "USD"), BillingCycle.ANNUAL))
                                .held(AdoptedHold.of(
                                        SuspensionReason.NON_PAYMENT, Instant.parse("2024-11-04T05:00:00Z")))));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            7,C-7             | ,C-7              | UNREADABLE      | ID           | ''          | must not be empty
            7,C-7             | 7 a,C-7           | UNREADABLE      | ID           | 7 a         | expected 1 to 128 printable ASCII characters without spaces
            C-7               | c 7               | UNREADABLE      | NO           | c 7         | expected 1 to 32 characters of A-Z, 0-9, dot, slash and hyphen, beginning with a letter or digit
            ,ana,BASICO       | ,,BASICO          | UNREADABLE      | WHO          | ''          | must not be empty
            BASICO            | Gold plan         | PLAN_UNKNOWN    | PLAN         | Gold plan   | neither mapping nor plans have it
            BASICO            | ''                | PLAN_UNKNOWN    | PLAN         | ''          | a plan must be named
            "1.020,50"        | 1020.50           | UNREADABLE      | PRICE        | 1020.50     | expected zero or more, at most 15 digits before and 6 after the decimal point
            ANNUAL            | weekly            | UNREADABLE      | CYCLE        | weekly      | expected a cycle that the mapping calls MONTHLY, BIMONTHLY, QUARTERLY, SEMIANNUAL or ANNUAL
            Calle 1,Ambato    | ,                 | ADDRESS_MISSING | STREET + TOWN | ''         | an address must be given
            "-78,6"           | ''                | ADDRESS_MISSING | LON          | ''          | the position of the address must be given
            "-78,6"           | "-781,6"          | UNREADABLE      | LON          | -781,6      | expected degrees of -180 to 180
            ,5,03             | ,32,03            | UNREADABLE      | DAY          | 32          | expected a day of the month, 1 to 31
            03/02/2021        | 30/02/2021        | UNREADABLE      | SINCE        | 30/02/2021  | expected a date as the mapping says
            03/02/2021        | ''                | UNREADABLE      | SINCE        | ''          | must not be empty
            Cortado           | moroso            | UNREADABLE      | STATUS       | moroso      | the mapping must call it ACTIVE, SUSPENDED or LEAVE_OUT
            MORA              | ''                | HOLD            | WHY          | ''          | a suspended contract must have a reason
            04/11/2024        | ''                | HOLD            | CUT          | ''          | a suspended contract must say since when
            04/11/2024        | 4.11.24           | UNREADABLE      | CUT          | 4.11.24     | expected a date as the mapping says
            NAP03/7           | box 3             | UNREADABLE      | BOX          | box 3       | expected SPLITTER
            """)
    void a_bad_cell_is_named(String good, String bad, Kind kind, String column, String value, String why) {
        String expected = why.equals("expected SPLITTER")
                ? "expected " + SplitterOutputId.parse("box 3").getLeft().allowed()
                : why;

        RowReading row = read(GOOD.replace(good, bad)).get(0);

        assertThat(row.findings()).containsExactly(new Finding(kind, "export.csv", 2, column, value, expected));
        assertThat(row.adoption()).isEmpty();
    }

    @Test
    void all_bad_cells_of_a_row_are_named_at_once() {
        RowReading row = read(GOOD.replace("03/02/2021", "soon")
                        .replace("HWTC", "H")
                        .replace("ana,NAP", "?,NAP"))
                .get(0);

        assertThat(row.findings().stream().map(Finding::column)).containsExactly("SINCE", "ONU", "LOGIN");
    }

    @Test
    void what_an_active_contract_says_of_an_earlier_suspension_is_over() {
        RowReading row = read(GOOD.replace("Cortado", "ACTIVO")).get(0);

        assertThat(row.adoption().orElseThrow().adoption().holds()).isEmpty();
    }

    @Test
    void a_row_that_is_left_out_may_say_anything() {
        RowReading row = read("9,,,,,,,,,,,,retirado,,,,S/N,,,\n").get(0);

        assertThat(row.leftOut()).isTrue();
        assertThat(row.findings()).isEmpty();
    }

    @Test
    void of_two_rows_with_one_key_the_second_is_bad() {
        List<RowReading> rows = read(GOOD + GOOD);

        assertThat(rows.get(0).adoption()).isPresent();
        assertThat(rows.get(1).findings())
                .containsExactly(new Finding(Kind.KEY_TWICE, "export.csv", 3, "ID", "7", "line 2 has the same key"));
    }

    @Test
    void the_notations_of_a_serial_are_one_serial() {
        List<RowReading> rows = read(GOOD
                + GOOD.replace("7,C-7", "8,C-8").replace("HWTC-0A2B3C4D", "485754430A2B3C4D")
                + GOOD.replace("7,C-7", "9,C-9").replace("HWTC-0A2B3C4D", "hwtc0a2b3c4d"));

        assertThat(rows.stream()
                        .map(row -> row.adoption().orElseThrow().adoption().onu())
                        .distinct())
                .containsExactly(new OnuSerial("HWTC0A2B3C4D"));
    }

    private static List<RowReading> read(String rows) {
        Mapping mapping = MappingCsv.read(new TextFile("mapping.csv", MappingCsvTest.MAPPING), problem -> {
            throw new AssertionError(problem);
        });
        return Export.read(new TextFile("export.csv", HEADER + rows), mapping, problem -> {
                    throw new AssertionError(problem);
                })
                .rows();
    }
}
