package io.silverdata.contract.examples.year;

import io.silverdata.contract.examples.network.Network;
import io.silverdata.contract.examples.network.NetworkOptions;
import io.silverdata.contract.examples.network.reading.PlantCsv;
import io.silverdata.contract.examples.network.reading.PlantFile;
import io.silverdata.contract.examples.network.reading.RowProblem;
import io.silverdata.contract.examples.network.reading.TextFile;
import io.silverdata.contract.examples.year.faults.NetworkRepair;
import io.silverdata.contract.examples.year.reading.Order;
import io.silverdata.contract.examples.year.reading.OrdersCsv;
import io.silverdata.contract.examples.year.reading.ShippedFile;
import io.silverdata.contract.examples.year.report.HistoryTable;
import io.silverdata.contract.examples.year.report.NetworkCheck;
import io.silverdata.contract.examples.year.report.Report;
import io.silverdata.contract.examples.year.report.YearMonths;
import io.silverdata.contract.examples.year.simulation.Progress;
import io.silverdata.contract.examples.year.simulation.Provider;
import io.silverdata.contract.examples.year.simulation.Tally;
import io.silverdata.contract.examples.year.simulation.Year;
import io.silverdata.contract.examples.year.simulation.YearDatabase;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractNumber;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command: reads two files, runs a year, prints what became of it. */
@Command(
        name = "contract-examples",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a year in the life of a fibre provider from a plant and an orders file.",
            "If it is killed, it resumes where it stopped."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:all rows were good and the network equals the contracts",
            " 1:some rows were bad; they are listed on stderr, the good ones ran",
            " 2:wrong usage, or a file that cannot be read",
            " 3:the network differs from the contracts"
        })
public final class Main implements Callable<Integer> {
    private static final int BAD_ROWS = 1;
    private static final int NETWORK_DIFFERS = 3;
    private static final Instant BEGINNING_WITHOUT_ORDERS = Instant.parse("2025-01-01T05:00:00Z");

    private final PrintStream out;
    private final PrintStream err;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--plant",
            paramLabel = "FILE",
            description =
                    "CSV of OLTs, PON ports and splitters. Column driver of an OLT (docs/olt.md; missing or empty: Huawei's) "
                            + "says its vendor, who decides how its PON ports are numbered.")
    private @Nullable Path plant;

    @Option(names = "--orders", paramLabel = "FILE", description = "CSV of what is ordered, and when.")
    private @Nullable Path orders;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides what goes wrong on the network. Default: ${DEFAULT-VALUE}.")
    private long seed = 42;

    @Option(
            names = "--fail-rate",
            paramLabel = "0..1",
            description = "Share of operations on the network that go wrong. Default: ${DEFAULT-VALUE}.")
    private double failRate = 0.05;

    @Option(
            names = "--history",
            paramLabel = "NUMBER",
            description = "Contract whose history is shown. Default: an eventful one.")
    private @Nullable String history;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where the embedded database is kept. Default: beside the program.")
    private Path data;

    @Option(
            names = "--reports",
            paramLabel = "FOLDER",
            description = {
                "Where the billing feed of each month, the figures, charts and report.html are written, over those of an earlier run.",
                "Default: the folder reports in --data."
            })
    private @Nullable Path reports;

    @Option(names = "--fresh", description = "Begins anew even if the year in --data is not finished.")
    private boolean fresh;

    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description = "Another database: PostgreSQL, MariaDB or H2. See docs/databases.md.")
    private @Nullable String jdbcUrl;

    @Option(names = "--jdbc-user", paramLabel = "NAME", description = "Who connects to it.")
    private @Nullable String jdbcUser;

    @Option(
            names = "--jdbc-password",
            paramLabel = "WORD",
            defaultValue = "${env:JDBC_PASSWORD}",
            description = "With which password. Default: the environment variable JDBC_PASSWORD.")
    private @Nullable String jdbcPassword;

    @Mixin
    private NetworkOptions networkOptions = new NetworkOptions();

    private Main(Path data, PrintStream out, PrintStream err) {
        this.data = data;
        this.out = out;
        this.err = err;
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String... args) {
        System.exit(run(besideTheProgram(), System.out, System.err, args));
    }

    /**
     * Runs the command; returns its exit code.
     *
     * @param data where the embedded database is kept unless an option says otherwise
     */
    static int run(Path data, PrintStream out, PrintStream err, String... args) {
        return new CommandLine(new Main(data, out, err))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .execute(args);
    }

    @Override
    public Integer call() {
        if (!(failRate >= 0 && failRate <= 1)) {
            throw usage("--fail-rate must be 0 to 1, was " + failRate);
        }
        Optional<ContractNumber> shown = Optional.ofNullable(history)
                .map(text ->
                        ContractNumber.parse(text).getOrElseThrow(wrong -> usage("--history: " + wrong.message())));
        List<RowProblem> problems = new ArrayList<>();
        TextFile plantText = file("--plant", plant, PlantCsv.FILE);
        TextFile ordersText = file("--orders", orders, OrdersCsv.FILE);
        PlantFile plantFile = PlantCsv.read(plantText, problems::add);
        List<Order> orderRows = OrdersCsv.read(ordersText, problems::add);
        shown.ifPresent(number -> checkOrdered(number, orderRows));
        problems.forEach(err::println);
        Path reportFolder = reportFolder();
        headline(plantFile, orderRows);
        try (YearDatabase database = database()) {
            Progress progress = progress(database, TextFile.fingerprint(plantText, ordersText), beginning(orderRows));
            try (Network network = network(progress, plantFile)) {
                out.println("Network: " + network.description() + ".");
                return run(database, network, progress, plantFile, orderRows, problems, shown, reportFolder);
            }
        }
    }

    private int run(
            YearDatabase database,
            Network network,
            Progress progress,
            PlantFile plantFile,
            List<Order> orderRows,
            List<RowProblem> problems,
            Optional<ContractNumber> shown,
            Path reportFolder) {
        Provider provider = new Provider(database, network, plantFile, orderRows, progress, seed, failRate);
        if (progress.hasBegun()) {
            out.println("Goes on after order " + progress.orders() + " of " + orderRows.size() + "; "
                    + NetworkRepair.run(provider.operations().runs())
                    + " contracts differ on the network (simulated devices begin empty), and are delivered again.");
        }
        Tally tally = new Year(provider, progress, out).run(orderRows);
        List<String> figures = network.figures();
        NetworkCheck check = NetworkCheck.of(provider);
        Report report = new Report(provider, out);
        report.print(tally, check, figures);
        history(provider, shown, report);
        report.months(YearMonths.of(provider, beginning(orderRows)), reportFolder);
        if (!problems.isEmpty()) {
            out.println();
            out.println("Bad rows: " + problems.size() + ", left out; see above.");
        }
        return exitCode(problems, check);
    }

    /** A year that begins finds nobody in RADIUS. */
    private Network network(Progress progress, PlantFile plantFile) {
        if (networkOptions.isEmbedded() && !progress.hasBegun()) {
            networkOptions.deleteEmbedded(data);
        }
        try {
            return networkOptions.open(plantFile.network(), data, progress.time());
        } catch (IllegalArgumentException wrong) {
            throw usage(String.valueOf(wrong.getMessage()));
        }
    }

    /** Made before the year runs, so that nobody waits for what cannot be written. */
    private Path reportFolder() {
        try {
            return Files.createDirectories(reports == null ? data.resolve("reports") : reports);
        } catch (IOException failed) {
            throw usage("--reports: cannot write to " + (reports == null ? data : reports) + " (" + failed + ")");
        }
    }

    private YearDatabase database() {
        if (jdbcUrl != null) {
            return YearDatabase.at(jdbcUrl, Optional.ofNullable(jdbcUser), Optional.ofNullable(jdbcPassword));
        }
        if (fresh) {
            YearDatabase.delete(data);
        }
        YearDatabase embedded = YearDatabase.in(data);
        if (embedded.progress().filter(Progress::finished).isEmpty()) {
            return embedded;
        }
        embedded.close();
        YearDatabase.delete(data);
        return YearDatabase.in(data);
    }

    private Progress progress(YearDatabase database, String files, Instant beginning) {
        Optional<Progress> kept = database.progress();
        if (kept.filter(Progress::finished).isPresent()) {
            throw usage("--jdbc-url: the year in this database is finished; give an empty database");
        }
        if (kept.filter(begun -> !begun.files().equals(files)).isPresent()) {
            throw usage("the database holds an unfinished year of other files: give those, or begin anew"
                    + (jdbcUrl == null ? " with --fresh" : " in an empty database"));
        }
        return kept.orElseGet(() -> Progress.atTheBeginning(files, beginning));
    }

    /** A network that differs outweighs bad rows. */
    static int exitCode(List<RowProblem> problems, NetworkCheck check) {
        if (!check.isGood()) {
            return NETWORK_DIFFERS;
        }
        return problems.isEmpty() ? CommandLine.ExitCode.OK : BAD_ROWS;
    }

    private void checkOrdered(ContractNumber number, List<Order> orderRows) {
        if (orderRows.stream().noneMatch(order -> order.contract().equals(number))) {
            throw usage("--history: no order is about contract " + number);
        }
    }

    private void headline(PlantFile plantFile, List<Order> orderRows) {
        out.println("Plant: " + plantFile.layout().olts().size() + " OLTs, "
                + plantFile.layout().ponPorts().size() + " PON ports, "
                + plantFile.layout().splitters().size() + " splitters, " + plantFile.outputsForSale()
                + " outputs for subscribers. Orders: " + orderRows.size() + ". Seed " + seed + ", fail rate "
                + failRate + ".");
    }

    private void history(Provider provider, Optional<ContractNumber> shown, Report report) {
        Optional<Contract> contract =
                shown.isPresent() ? provider.contracts().find(shown.get()) : HistoryTable.mostEventful(provider);
        contract.ifPresent(report::history);
        if (contract.isEmpty() && shown.isPresent()) {
            out.println();
            out.println("Contract " + shown.get() + " never came about: its orders were refused.");
        }
    }

    private TextFile file(String option, @Nullable Path path, String shipped) {
        if (path == null) {
            return ShippedFile.read(shipped);
        }
        try {
            return TextFile.read(path);
        } catch (IOException unreadable) {
            throw usage(option + ": cannot read " + path + " as UTF-8 text (" + unreadable + ")");
        }
    }

    /** The folder of the jar, or of the classes when there is none. */
    private static Path besideTheProgram() {
        try {
            Path code = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Objects.requireNonNull(code.getParent()).resolve("year");
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Instant beginning(List<Order> orders) {
        return orders.isEmpty() ? BEGINNING_WITHOUT_ORDERS : orders.get(0).at();
    }

    private ParameterException usage(String message) {
        if (spec == null) {
            throw new IllegalStateException("not run by picocli");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
