package io.silverdata.contract.examples.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.Status;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private static final int ADOPTED = 254;
    private static final Pattern ADOPTION =
            Pattern.compile(" to \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d$", Pattern.MULTILINE);
    private static final String BAD = """
              left out: 14
              bad: 31
                unreadable: 7
                address missing: 2
                plan unknown: 2
                output unknown: 2
                output sold twice or blocked: 3
                output under another PON port: 2
                ONU elsewhere: 2
                login elsewhere: 3
                number in use: 1
                key twice: 1
                dates backwards or out of range: 2
                suspended without reason or date: 5
            """;
    private static final String FINANCE = """
            Finance
              plan                          contracts         a month
              HOGAR-100                 USD       126         2541.00
              HOGAR-300                 USD        79         1951.60
              HOGAR-600                 USD        31         1056.90
              PYME-300                  USD        18         1512.00
              all, here                 USD       254         7061.50
              all, other system         USD       284         7821.20
              difference                USD       -30         -759.70
              Bad rows without a price that can be read: 1
              First day billed here:
                2024-12-01  254
              Suspended:
                LEGAL_REGULATORY  2
                NON_PAYMENT  16
            """;
    private static final String NOC = """
            NOC
              OLT                         in use      free
              olt-centro                     112       144
              olt-norte                      129       127
              ONUs here without an output: 13
              Not here, output unknown: 2
              Not here, output sold twice or blocked: 3
              Not here, output under another PON port: 2
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_dry_run_of_the_sample_names_each_bad_cell_and_leaves_nothing_behind() throws IOException {
        CommandRun run = CommandRun.of(folder, "--dry-run");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(ADOPTION.matcher(run.err()).replaceAll(" to now")).isEqualTo(findings());
        assertThat(run.out()).contains("Rows: 299\n  would be adopted: 254\n  adopted before: 0\n" + BAD, FINANCE, NOC);
        assertThat(folder.resolve("data")).isDirectoryContaining("glob:**reports");
        assertThat(folder.resolve("data")).isDirectoryNotContaining("glob:**.db");
    }

    @Test
    void the_sample_is_adopted_as_the_dry_run_said() throws IOException {
        CommandRun run = CommandRun.of(folder);
        AdoptedDatabase database = AdoptedDatabase.in(folder);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(ADOPTION.matcher(run.err()).replaceAll(" to now")).isEqualTo(findings());
        assertThat(run.out())
                .contains("Tried 200 of 268 rows\nTried 268 of 268 rows\n")
                .contains("Rows: 299\n  adopted: 254\n  adopted before: 0\n" + BAD, FINANCE, NOC);
        assertThat(database.contracts()).hasSize(ADOPTED);
        assertThat(database.contracts())
                .allMatch(contract -> contract.provisioning().summary() == ProvisioningState.Summary.UNVERIFIED);
        assertThat(database.waiting()).isZero();
        assertThat(month(database.contracts())).isEqualByComparingTo("7061.50");
        assertThat(database.contracts().stream().filter(contract -> contract.status() == Status.SUSPENDED))
                .hasSize(18);
        assertThat(database.contracts().stream()
                        .filter(contract -> contract.line().isEmpty()))
                .hasSize(13);
        assertThat(Files.readString(folder.resolve("data/reports/finance.txt"))).isEqualTo(FINANCE);
        assertThat(Files.readString(folder.resolve("data/reports/noc.txt"))).isEqualTo(NOC);
        assertThat(Files.readAllLines(folder.resolve("data/reports/finance.csv")))
                .hasSize(1 + 285)
                .contains("3,10002,FN-2019-00002,1819010498,HOGAR-100,20.5,USD,MONTHLY,2024-12-01,,,ADOPTED");
        assertThat(Files.readAllLines(folder.resolve("data/reports/noc-ports.csv")))
                .hasSize(1 + 8);
        assertThat(Files.readAllLines(folder.resolve("data/reports/noc-open.csv")))
                .hasSize(1 + 13 + 7);
    }

    @Test
    void a_repeated_run_writes_nothing() {
        CommandRun.of(folder);
        AdoptedDatabase before = AdoptedDatabase.in(folder);

        CommandRun dryRun = CommandRun.of(folder, "--dry-run");
        CommandRun again = CommandRun.of(folder);

        assertThat(dryRun.out()).contains("  would be adopted: 0\n  adopted before: 254\n" + BAD, FINANCE, NOC);
        assertThat(again.out()).contains("  adopted: 0\n  adopted before: 254\n" + BAD, FINANCE, NOC);
        assertThat(AdoptedDatabase.in(folder)).isEqualTo(before);
    }

    @Test
    void a_dry_run_on_a_database_in_use_takes_everything_back() throws IOException {
        Sample.in(folder).run(String.join("\r\n", Sample.lines().subList(0, 101)));
        AdoptedDatabase before = AdoptedDatabase.in(folder);

        CommandRun run = CommandRun.of(folder, "--dry-run");

        assertThat(run.out())
                .contains("  would be adopted: " + (ADOPTED - before.contracts().size()) + "\n");
        assertThat(AdoptedDatabase.in(folder)).isEqualTo(before);
    }

    @Test
    void rows_that_were_adopted_before_the_export_was_complete_are_adopted_once() throws IOException {
        Sample sample = Sample.in(folder);
        sample.run(String.join("\r\n", Sample.lines().subList(0, 201)));
        int first = AdoptedDatabase.in(folder).contracts().size();

        CommandRun run = sample.run(Sample.text("contracts.csv"));

        assertThat(run.out()).contains("  adopted: " + (ADOPTED - first) + "\n  adopted before: " + first + "\n");
        assertThat(AdoptedDatabase.in(folder).contracts()).hasSize(ADOPTED);
    }

    @Test
    void bad_rows_are_corrected_in_their_file_and_read_again() throws IOException {
        Sample sample = Sample.in(folder);
        sample.run(Sample.text("contracts.csv"));
        String bad = Files.readString(folder.resolve("data/reports/bad-rows.csv"));

        CommandRun run = sample.run(bad.replace("Hogar 20 Mbps (antiguo)", "Hogar Básico 100 Mbps"));

        assertThat(run.out()).contains("Rows: 31\n  adopted: 2\n  adopted before: 0\n");
        assertThat(AdoptedDatabase.in(folder).contracts()).hasSize(ADOPTED + 2);
    }

    @Test
    void a_row_that_changed_since_it_was_adopted_is_named() throws IOException {
        Sample sample = Sample.in(folder);
        List<String> lines = Sample.lines();
        sample.run(lines.get(0) + "\r\n" + lines.get(1));

        CommandRun run = sample.run(lines.get(0) + "\r\n" + lines.get(1).replace("17,50", "16,50"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo(
                        folder.resolve("export.csv")
                                + ":2: ID_ABONADO: \"10001\": it was adopted from a row that said something else: change it here\n");
        assertThat(AdoptedDatabase.in(folder).contracts()).hasSize(1);
    }

    @Test
    void a_contract_that_was_here_before_is_named_by_its_number() throws IOException {
        Sample sample = Sample.in(folder);
        List<String> lines = Sample.lines();
        sample.run(lines.get(0) + "\r\n" + lines.get(1));

        CommandRun run = sample.run(
                lines.get(0) + "\r\n" + lines.get(1).replace("10001", "70001").replace("FN-2022-00001", "FN-7"));

        assertThat(run.err()).contains("\": contract FN-2022-00001 has it\n");
    }

    @Test
    void good_rows_alone_end_well() throws IOException {
        List<String> lines = Sample.lines();

        CommandRun run = Sample.in(folder).run(lines.get(0) + "\r\n" + lines.get(1));

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void fixed_addresses_are_adopted_and_who_has_one_that_overlaps_is_named() throws IOException {
        Files.writeString(
                folder.resolve("mapping.csv"),
                Sample.text("mapping.csv") + "column,fixedAddress,IP_FIJA,\ncolumn,delegatedPrefix,PREFIJO,\n");
        List<String> lines = Sample.lines();
        String export = String.join(
                "\r\n",
                lines.get(0) + ";IP_FIJA;PREFIJO",
                lines.get(1) + ";203.0.113.7;2001:DB8:7::/56",
                lines.get(2) + ";203.0.113.7;",
                lines.get(3) + ";;2001:db8:7:20::/60",
                lines.get(4) + ";203.0.113.300;");

        CommandRun run = Sample.in(folder).run(export);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        ":3: IP_FIJA: \"203.0.113.7\": line 2 has it as 203.0.113.7/32",
                        ":4: PREFIJO: \"2001:db8:7:20::/60\": line 2 has it as 2001:db8:7::/56",
                        ":5: IP_FIJA: \"203.0.113.300\": expected an IPv4");
        assertThat(run.out()).contains("IP address or prefix elsewhere: 2");
    }

    @Test
    void nothing_is_adopted_with_a_bad_mapping() throws IOException {
        Files.writeString(folder.resolve("mapping.csv"), Sample.text("mapping.csv") + "value,price list,a,b\n");

        CommandRun run = Sample.in(folder).run(Sample.text("contracts.csv"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("mapping.csv:57: field is \"price list\", expected key, number, ");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void an_export_that_lacks_a_mapped_column_is_not_read() throws IOException {
        CommandRun run = Sample.in(folder).run(Sample.text("contracts.csv").replace("SERIE_ONU", "SERIE"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("export.csv:1: header is \"ID_ABONADO,CONTRATO,");
    }

    @Test
    void an_export_in_another_character_set_is_not_read() throws IOException {
        Path latin = Files.write(
                folder.resolve("latin.csv"), Sample.text("contracts.csv").getBytes(StandardCharsets.ISO_8859_1));

        CommandRun run = Sample.in(folder).run("", "--contracts=" + latin);

        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void the_sample_does_not_go_into_a_database_of_somebody() {
        CommandRun run = CommandRun.of(folder, "--jdbc-url=jdbc:h2:mem:somebody");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--contracts is missing");
    }

    @Test
    void a_dry_run_makes_no_tables_in_a_database_of_somebody() throws IOException {
        String url = "jdbc:h2:file:" + folder.resolve("theirs").toAbsolutePath();

        CommandRun run = Sample.in(folder).run(Sample.text("contracts.csv"), "--dry-run", "--jdbc-url=" + url);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("Failed: ").contains("ct_");
    }

    @Test
    void the_help_lists_the_exit_codes() {
        CommandRun run = CommandRun.of(folder, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Exit codes:", "  0   all rows are good", "  3   the database failed");
    }

    private static BigDecimal month(List<Contract> contracts) {
        return contracts.stream()
                .map(contract -> contract.plan().price().perYear())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(12), 2, RoundingMode.HALF_UP);
    }

    private static String findings() throws IOException {
        try (InputStream bytes = Objects.requireNonNull(MainTest.class.getResourceAsStream("sample-findings.txt"))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.joining("\n", "", "\n"));
        }
    }
}
