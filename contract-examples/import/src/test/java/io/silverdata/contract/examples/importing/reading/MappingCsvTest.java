package io.silverdata.contract.examples.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.network.reading.RowProblem;
import io.silverdata.contract.examples.network.reading.TextFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingCsvTest {
    static final String MAPPING = """
            kind,field,there,here
            setting,system,,old
            setting,zone,,America/Guayaquil
            setting,decimal,,","
            setting,grouping,,.
            setting,date,,dd/MM/yyyy
            column,key,ID,
            column,number,NO,
            column,customer,WHO,
            column,plan,PLAN,
            column,price,PRICE,
            column,cycle,CYCLE,
            column,address,STREET,
            column,address,TOWN,
            column,latitude,LAT,
            column,longitude,LON,
            column,billingDay,DAY,
            column,activated,SINCE,
            column,status,STATUS,
            column,reason,WHY,
            column,suspendedSince,CUT,
            column,suspendedUntil,UNTIL,
            column,onu,ONU,
            column,login,LOGIN,
            column,output,BOX,
            column,ponPort,PON,
            default,currency,,USD
            default,billedFrom,,01/12/2024
            value,status,activo,ACTIVE
            value,status,cortado,SUSPENDED
            value,status,retirado,LEAVE_OUT
            value,plan,Básico,HOME-100
            value,reason,mora,NON_PAYMENT
            pattern,onu,([A-Z]{4})-(\\w{8}),$1$2
            pattern,output,NAP(\\d+)/(\\d+),NAP-$1#$2
            """;
    private static final int LINE = 36;

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            colour,key,ID,                       | kind  | colour     | setting, column, value, pattern or default
            column,colour,ID,                    | field | colour     | key, number, customer, plan, price, currency, cycle, address, latitude, longitude, billingDay, drafted, activated, inService, billedFrom, countedFrom, termEnds, status, reason, suspendedSince, suspendedUntil, onu, login, fixedAddress, linkPrefix, delegatedPrefix, output, ponPort
            column,key,,                         | there | ''         | text
            default,currency,,                   | here  | ''         | text
            setting,colour,,red                  | field | colour     | system, charset, zone, separator, decimal, grouping or date
            setting,system,,two words            | here  | two words  | 1 to 32 of A-Z, a-z, 0-9, dot and hyphen
            setting,charset,,latin               | here  | latin      | a character set, as UTF-8 or windows-1252
            setting,zone,,Quito                  | here  | Quito      | a time zone, as America/Guayaquil
            setting,separator,,tab               | here  | tab        | one character
            setting,date,,dd-bb                  | here  | dd-bb      | a pattern of java.time, as dd/MM/yyyy
            pattern,onu,([A-Z],$1                | there | ([A-Z]     | a regular expression of Java for the whole cell
            pattern,onu,([A-Z]),$2               | here  | $2         | text with $1 to $1 for the groups
            """)
    void a_bad_row_is_named(String row, String column, String value, String expected) {
        List<RowProblem> problems = new ArrayList<>();

        MappingCsv.read(new TextFile("mapping.csv", MAPPING + row + "\n"), problems::add);

        assertThat(problems).containsExactly(new RowProblem("mapping.csv", LINE, column, value, expected));
    }

    @Test
    void what_is_needed_and_not_there_is_named() {
        List<RowProblem> problems = new ArrayList<>();

        MappingCsv.read(new TextFile("mapping.csv", "kind,field,there,here\ncolumn,price,P,\n"), problems::add);

        assertThat(problems.stream().map(RowProblem::expected))
                .containsExactly(
                        "a column or a default for the field key",
                        "a column or a default for the field customer",
                        "a column or a default for the field plan",
                        "a column or a default for the field address",
                        "a column or a default for the field latitude",
                        "a column or a default for the field longitude",
                        "a column or a default for the field activated",
                        "a column or a default for the field billedFrom",
                        "a column or a default for the field status",
                        "a column or a default for the field onu",
                        "a column or a default for the field login",
                        "the setting system",
                        "the setting date",
                        "a column or a default for the field currency");
    }
}
