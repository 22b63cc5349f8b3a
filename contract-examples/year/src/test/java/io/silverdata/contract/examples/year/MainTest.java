package io.silverdata.contract.examples.year;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.network.reading.RowProblem;
import io.silverdata.contract.examples.year.reading.TinyTown;
import io.silverdata.contract.examples.year.report.NetworkCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private static final RowProblem PROBLEM = new RowProblem("f", 1, "c", "v", "e");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void good_files_end_with_0_and_a_whole_report() throws IOException {
        CommandRun run = CommandRun.ofTown(folder, TinyTown.PLANT, TinyTown.ORDERS);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .containsSubsequence(
                        "Plant: 1 OLTs, 1 PON ports, 2 splitters, 11 outputs for subscribers. Orders: 26. Seed 42",
                        "2025-01",
                        "2025-02",
                        "2025-04",
                        "Orders",
                        "all             22 accepted     4 refused",
                        "Refusals by code",
                        "ONU_SERIAL_IN_USE           1  line 26, sign-up: ONU HWTC00000001 belongs to contract",
                        "What time brought about",
                        "Collection of debt",
                        "THROTTLE         1",
                        "given back       2",
                        "Contracts by status",
                        "CANCELLED        2",
                        "Provisioning",
                        "IN_SYNC          4",
                        "Splitter outputs",
                        "2 of 10 outputs",
                        "Network equals contracts: 4 contracts in sync, 0 differences.",
                        "History of C-");
    }

    @Test
    void most_of_the_first_shipped_orders_are_accepted_and_the_network_follows() throws IOException {
        Path orders = Files.writeString(folder.resolve("orders.csv"), ShippedOrders.first(500));

        CommandRun run = CommandRun.of(folder, "--orders=" + orders);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).containsPattern("all +4\\d\\d accepted +\\d\\d refused");
        assertThat(run.out()).containsPattern("Network equals contracts: \\d+ contracts in sync, 0 differences");
    }

    @Test
    void figures_of_each_month_are_printed_and_written() throws IOException {
        CommandRun run = CommandRun.ofTown(folder, TinyTown.PLANT, TinyTown.ORDERS, "--fail-rate=0");

        Path reports = folder.resolve("data").resolve("reports");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .containsSubsequence("Figures of each month", "base", "2025-01", "2025-02", "2025-03", "2025-04")
                .containsSubsequence("Customers at the end of each month", "2025-01", "#")
                .containsSubsequence("Customers lost in each month", "2025-01", "undefined")
                .contains(reports.resolve("billing-2025-01.csv").toString());
        assertThat(Files.readAllLines(reports.resolve("billing-2025-02.csv")))
                .hasSizeGreaterThan(2)
                .first()
                .asString()
                .startsWith("contract,version,from,to,holder");
        assertThat(Files.readAllLines(reports.resolve("billing-2025-02.csv")).stream()
                        .skip(1)
                        .map(row -> row.split(",", -1)))
                .allSatisfy(row -> {
                    assertThat(row[2]).isBetween("2025-02-01", "2025-02-28");
                    assertThat(row[3]).isBetween("2025-02-02", "2025-03-01");
                });
        List<String> figures = Files.readAllLines(reports.resolve("kpis.csv"));
        assertThat(figures.get(0)).startsWith("from,to,base_start").contains("revenue_base_year_USD");
        assertThat(figures)
                .hasSizeGreaterThan(4)
                .allSatisfy(row -> assertThat(row.split(",", -1))
                        .hasSameSizeAs(figures.get(0).split(",", -1)));
        // letters are drawn as shapes, so that there is no text to look for
        assertThat(List.of("kpis.svg", "provisioning.svg", "occupancy.svg"))
                .allSatisfy(picture ->
                        assertThat(Files.readString(reports.resolve(picture))).contains("<svg", "<path"));
        assertThat(Files.readString(reports.resolve("report.html")))
                .contains("<title>2025-01 to 2025-", "<th scope=\"col\">MTTP days</th>", "<td>2025-02</td>")
                .containsPattern("(?s)(<img alt=\"[^\"]+\" src=\"data:image/svg.*){3}");
    }

    @Test
    void reports_go_where_they_are_asked_to_go() throws IOException {
        Path elsewhere = folder.resolve("a").resolve("b");

        CommandRun.ofTown(folder, TinyTown.PLANT, TinyTown.ORDERS, "--reports", elsewhere.toString());

        assertThat(elsewhere.resolve("kpis.csv")).exists();
        assertThat(folder.resolve("data").resolve("reports")).doesNotExist();
    }

    @Test
    void a_folder_that_cannot_be_written_ends_with_2() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        CommandRun run = CommandRun.ofTown(
                folder,
                TinyTown.PLANT,
                TinyTown.ORDERS,
                "--reports",
                file.resolve("x").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--reports", file.toString());
    }

    @Test
    void bad_rows_end_with_1_and_the_good_ones_run() throws IOException {
        String plant = TinyTown.PLANT + "olt,olt-2,,,,,,ON,,,,,\n";
        String orders = TinyTown.ORDERS + "2025-05-01T09:00,dance,C-1,,,,,,,,,,,\n";

        CommandRun run = CommandRun.ofTown(folder, plant, orders);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .isEqualTo(folder.resolve("plant.csv")
                                        + ":7: state is \"ON\", expected UP, DOWN or UNKNOWN"),
                        second -> assertThat(second)
                                .startsWith(folder.resolve("orders.csv")
                                        + ":28: order is \"dance\", expected one of sign-up"));
        assertThat(run.out())
                .contains("all             22 accepted     4 refused")
                .contains("Bad rows: 2, left out; see above.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--fail-rate=1.1", "--fail-rate=-0.1", "--fail-rate=NaN", "--fail-rate=often", "--seed=x"})
    void a_bad_number_ends_with_2(String option) throws IOException {
        CommandRun run = CommandRun.ofTown(folder, TinyTown.PLANT, TinyTown.ORDERS, option);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(option.substring(0, option.indexOf('=')));
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_file_that_is_not_there_ends_with_2() {
        CommandRun run =
                CommandRun.of(folder, "--plant", folder.resolve("none.csv").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--plant: cannot read " + folder.resolve("none.csv"));
    }

    @Test
    void a_file_that_is_not_text_ends_with_2() throws IOException {
        Path binary = Files.write(folder.resolve("binary.csv"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});

        CommandRun run = CommandRun.of(folder, "--orders", binary.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--orders: cannot read " + binary);
    }

    @Test
    void a_history_of_a_contract_that_no_order_names_ends_with_2() throws IOException {
        CommandRun run = CommandRun.ofTown(folder, TinyTown.PLANT, TinyTown.ORDERS, "--history", "C-99");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--history: no order is about contract C-99");
    }

    @Test
    void the_history_of_the_contract_asked_for_is_shown() throws IOException {
        CommandRun run =
                CommandRun.ofTown(folder, TinyTown.PLANT, TinyTown.ORDERS, "--history", "C-2", "--fail-rate", "0");

        assertThat(run.out())
                .containsSubsequence(
                        "History of C-2 (CANCELLED)",
                        "ContractDrafted",
                        "ServiceConfirmed",
                        "PlanChanged",
                        "Home 200 to Home 800",
                        "HoldPlaced",
                        "CUSTOMER_REQUEST, HARD_BLOCK, until 2025-02-20",
                        "ContractReconnected",
                        "ChangeScheduled",
                        "CANCEL on 2025-04-01",
                        "ContractCancelled",
                        "PortsReleased");
    }

    @Test
    void a_contract_whose_sign_up_was_refused_has_no_history() throws IOException {
        CommandRun run = CommandRun.ofTown(folder, TinyTown.PLANT, TinyTown.ORDERS, "--history", "C-6");

        assertThat(run.out()).contains("Contract C-6 never came about: its orders were refused.");
    }

    @Test
    void help_names_every_option_and_exit_code() {
        CommandRun run = CommandRun.of(folder, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(
                        "--plant",
                        "--orders",
                        "--seed",
                        "--fail-rate",
                        "--history",
                        "--network",
                        "--nas",
                        "--olt",
                        "--reports",
                        "Exit codes",
                        "  0 ",
                        "  3 ");
    }

    @Test
    void the_same_seed_gives_the_same_output_and_another_seed_another() throws IOException {
        CommandRun first = CommandRun.ofTown(folder, TinyTown.PLANT, TinyTown.ORDERS, "--fail-rate=0.5", "--seed=7");
        CommandRun second = CommandRun.ofTown(folder, TinyTown.PLANT, TinyTown.ORDERS, "--fail-rate=0.5", "--seed=7");
        CommandRun other = CommandRun.ofTown(folder, TinyTown.PLANT, TinyTown.ORDERS, "--fail-rate=0.5", "--seed=8");

        assertThat(second).isEqualTo(first);
        assertThat(other.out().lines().skip(1).toList())
                .isNotEqualTo(first.out().lines().skip(1).toList());
    }

    @Test
    void no_orders_are_a_quiet_year() throws IOException {
        String header = TinyTown.ORDERS.substring(0, TinyTown.ORDERS.indexOf('\n') + 1);

        CommandRun run = CommandRun.ofTown(folder, TinyTown.PLANT, header);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Network equals contracts: 0 contracts in sync, 0 differences.");
    }

    @Test
    void the_exit_code_tells_what_went_wrong() {
        NetworkCheck good = new NetworkCheck(1, 2, List.of());
        NetworkCheck bad = new NetworkCheck(1, 2, List.of("ACCESS EXTRA: login x"));

        assertThat(Main.exitCode(List.of(), good)).isZero();
        assertThat(Main.exitCode(List.of(PROBLEM), good)).isEqualTo(1);
        assertThat(Main.exitCode(List.of(), bad)).isEqualTo(3);
        assertThat(Main.exitCode(List.of(PROBLEM), bad)).isEqualTo(3);
    }
}
