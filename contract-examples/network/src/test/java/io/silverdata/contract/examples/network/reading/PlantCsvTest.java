package io.silverdata.contract.examples.network.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlantCsvTest {
    private static final String PLANT = """
            kind,id,pon,parent,technologies,limit,power,state,outputs,latitude,longitude,loss,feed
            olt,olt-1,,,,,,UP,,,,,
            pon,olt-1:0/1/0,,,GPON,64,3,UP,,,,,
            splitter,SP-1,olt-1:0/1/0,,,,,,4,-2.9000,-79.0000,7.10,900
            splitter,NAP-1,olt-1:0/1/0,SP-1#1,,,,,8,-2.9000,-79.0000,10.30,40
            output,NAP-1#8,,,,,,FAULTY,,,,,
            """;
    private static final int LINE = 8;

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            tower,x,,,,,,,,,,,                                        | kind         | tower          | olt, pon, splitter or output
            olt,two words,,,,,,UP,,,,,                                | id           | two words      | 1 to 64 characters of A-Z, a-z, 0-9 and ._-, beginning with a letter or digit
            olt,olt-1,,,,,,UP,,,,,                                    | id           | olt-1          | an OLT that is not there yet
            olt,olt-2,,,,,,up,,,,,                                    | state        | up             | UP, DOWN or UNKNOWN
            pon,olt-1/0,,,GPON,64,3,UP,,,,,                           | id           | olt-1/0        | olt:frame/slot/port with numbers of 0 to 255, as olt-1:0/2/7
            pon,olt-9:0/1/0,,,GPON,64,3,UP,,,,,                       | id           | olt-9:0/1/0    | a port of an OLT above
            pon,olt-1:0/1/0,,,GPON,64,3,UP,,,,,                       | id           | olt-1:0/1/0    | a PON port that is not there yet
            pon,olt-1:0/1/1,,,DSL,64,3,UP,,,,,                        | technologies | DSL            | one or more of GPON, XGS_PON, EPON, joined by +
            pon,olt-1:0/1/1,,,GPON,300,3,UP,,,,,                      | limit        | 300            | a whole number of 1 to 256
            pon,olt-1:0/1/1,,,GPON,64,bright,UP,,,,,                  | power        | bright         | dBm of -100 to 40
            splitter,NAP-1,olt-1:0/1/0,,,,,,8,-2.9,-79,10,40          | id           | NAP-1          | a splitter that is not there yet
            splitter,NAP-2,olt-1:0/1/7,,,,,,8,-2.9,-79,10,40          | pon          | olt-1:0/1/7    | a PON port above
            splitter,NAP-2,olt-1:0/1/0,NAP-7#1,,,,,8,-2.9,-79,10,40   | parent       | NAP-7#1        | an output of a splitter above
            splitter,NAP-2,olt-1:0/1/0,SP-1#5,,,,,8,-2.9,-79,10,40    | parent       | SP-1#5         | an output of a splitter above
            splitter,NAP-2,olt-1:0/1/0,SP-1#1,,,,,8,-2.9,-79,10,40    | parent       | SP-1#1         | an output that is not used above
            splitter,NAP-2,olt-1:0/1/9,SP-1#2,,,,,8,-2.9,-79,10,40    | parent       | SP-1#2         | an output under the same PON port
            splitter,NAP-2,olt-1:0/1/0,SP-1#2,,,,,1,-2.9,-79,10,40    | outputs      | 1              | a whole number of 2 to 128
            splitter,NAP-2,olt-1:0/1/0,SP-1#2,,,,,8,-92.9,-79,10,40   | latitude     | -92.9          | degrees of -90 to 90
            splitter,NAP-2,olt-1:0/1/0,SP-1#2,,,,,8,-2.9,west,10,40   | longitude    | west           | degrees of -180 to 180
            splitter,NAP-2,olt-1:0/1/0,SP-1#2,,,,,8,-2.9,-79,-1,40    | loss         | -1             | dB of 0 to 100
            splitter,NAP-2,olt-1:0/1/0,SP-1#2,,,,,8,-2.9,-79,10,-40   | feed         | -40            | a whole number of 0 to 100000
            output,NAP-1#9,,,,,,FAULTY,,,,,                           | id           | NAP-1#9        | an output of a splitter above
            output,SP-1#1,,,,,,FAULTY,,,,,                            | id           | SP-1#1         | an output that feeds nothing
            output,NAP-1#7,,,,,,BROKEN,,,,,                           | state        | BROKEN         | BLOCKED, FAULTY or SERVICEABLE
            olt,olt-2,UP                                              | row          | olt,olt-2,UP   | 13 cells, not 3
            """)
    void a_bad_row_is_reported_and_the_others_stay(String row, String column, String value, String expected) {
        List<RowProblem> problems = new ArrayList<>();
        String text = PLANT + "pon,olt-1:0/1/9,,,GPON,64,,UP,,,,,\n" + row + "\nolt,olt-8,,,,,,UP,,,,,\n";

        PlantFile plant = PlantCsv.read(new TextFile("town.csv", text), problems::add);

        assertThat(problems).containsExactly(new RowProblem("town.csv", LINE, column, value, expected));
        assertThat(plant.layout().olts()).hasSize(2);
        assertThat(plant.layout().ponPorts()).hasSize(2);
        assertThat(plant.layout().splitters()).hasSize(2);
        assertThat(plant.conditions()).hasSize(1);
    }

    @Test
    void a_missing_column_is_reported_once_for_the_file() {
        List<RowProblem> problems = new ArrayList<>();

        PlantFile plant = PlantCsv.read(new TextFile("town.csv", "kind,id\nolt,olt-1\n"), problems::add);

        assertThat(problems)
                .containsExactly(new RowProblem(
                        "town.csv", 1, "header", "kind,id", "the columns " + String.join(",", PlantCsv.COLUMNS)));
        assertThat(plant.layout().olts()).isEmpty();
    }

    @Test
    void an_empty_file_lacks_its_header() {
        List<RowProblem> problems = new ArrayList<>();

        PlantCsv.read(new TextFile("town.csv", ""), problems::add);

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.column()).isEqualTo("header"));
    }

    @Test
    void columns_may_stand_in_any_order_after_a_byte_order_mark() {
        List<RowProblem> problems = new ArrayList<>();
        String header = "id,kind,state,pon,parent,technologies,limit,power,outputs,latitude,longitude,loss,feed";
        String text = String.join("\r\n", "\uFEFF" + header, "olt-1,olt,UP,,,,,,,,,,");

        PlantFile plant = PlantCsv.read(new TextFile("town.csv", text), problems::add);

        assertThat(problems).isEmpty();
        assertThat(plant.layout().olts()).hasSize(1);
    }

    @Test
    void outputs_that_feed_splitters_are_not_for_sale() {
        PlantFile plant = PlantCsv.read(new TextFile("plant.csv", PLANT), problem -> {});

        assertThat(plant.outputsForSale()).isEqualTo(4 + 8 - 1);
    }
}
