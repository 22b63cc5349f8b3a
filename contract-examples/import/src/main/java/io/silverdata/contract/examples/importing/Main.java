package io.silverdata.contract.examples.importing;

import io.silverdata.contract.examples.importing.adopting.ImportDatabase;
import io.silverdata.contract.examples.importing.adopting.ImportResult;
import io.silverdata.contract.examples.importing.adopting.Importer;
import io.silverdata.contract.examples.importing.adopting.RowResult;
import io.silverdata.contract.examples.importing.reading.Export;
import io.silverdata.contract.examples.importing.reading.Finding;
import io.silverdata.contract.examples.importing.reading.Mapping;
import io.silverdata.contract.examples.importing.reading.MappingCsv;
import io.silverdata.contract.examples.importing.reading.PlansCsv;
import io.silverdata.contract.examples.importing.report.Reports;
import io.silverdata.contract.examples.network.reading.PlantCsv;
import io.silverdata.contract.examples.network.reading.PlantFile;
import io.silverdata.contract.examples.network.reading.RowProblem;
import io.silverdata.contract.examples.network.reading.TextFile;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command: reads an export of another system and adopts its contracts. */
@Command(
        name = "contract-import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Moves contracts in from the CSV export of another system. No device is told.",
            "Stopped or killed, it is simply started again: what was adopted is not adopted twice.",
            "Without --contracts it reads the sample that comes with it. docs/moving-in.md explains the files.",
            "The command match compares contracts with what OLTs and RADIUS have."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:all rows are good",
            " 1:some rows are bad; they are listed on stderr and in bad-rows.csv, the good ones were adopted",
            " 2:wrong usage, or a file that cannot be read; nothing was adopted",
            " 3:the database failed; start it again"
        })
public final class Main implements Callable<Integer> {
    private static final int BAD_ROWS = 1;
    private static final int FAILED = 3;

    private final PrintStream out;
    private final PrintStream err;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--contracts", paramLabel = "FILE", description = "The export: CSV with a header.")
    private @Nullable Path contracts;

    @Option(names = "--mapping", paramLabel = "FILE", description = "How the export is written.")
    private @Nullable Path mapping;

    @Option(names = "--plans", paramLabel = "FILE", description = "CSV of the plans that are sold here.")
    private @Nullable Path plans;

    @Option(
            names = "--plant",
            paramLabel = "FILE",
            description =
                    "CSV of OLTs, PON ports and splitters, installed first. Default: the plant that the database has.")
    private @Nullable Path plant;

    @Option(
            names = "--dry-run",
            description = {
                "Says what would be adopted and what is wrong, and takes everything back.",
                "It is one transaction: in a database in use, others wait for the outputs that it claims."
            })
    private boolean dryRun;

    @Option(
            names = "--reports",
            paramLabel = "FOLDER",
            description = "Where bad-rows.csv and the reports for finance and the NOC are written. "
                    + "Default: the folder reports in --data.")
    private @Nullable Path reports;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where the embedded database is kept. Default: beside the program.")
    private Path data;

    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description = "Another database: PostgreSQL, MariaDB or H2. See docs/databases.md. Needs --contracts.")
    private @Nullable String jdbcUrl;

    @Option(names = "--jdbc-user", paramLabel = "NAME", description = "Who connects to it.")
    private @Nullable String jdbcUser;

    @Option(
            names = "--jdbc-password",
            paramLabel = "WORD",
            defaultValue = "${env:JDBC_PASSWORD}",
            description = "With which password. Default: the environment variable JDBC_PASSWORD.")
    private @Nullable String jdbcPassword;

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
                .addSubcommand(new Match(data, out))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failed, command, parsed) -> {
                    err.println("Failed: " + failed);
                    return FAILED;
                })
                .execute(args);
    }

    @Override
    public Integer call() throws IOException {
        checkOptions();
        List<RowProblem> problems = new ArrayList<>();
        Mapping mapped =
                MappingCsv.read(file("--mapping", mapping, "mapping.csv", StandardCharsets.UTF_8), problems::add);
        Map<PlanId, PlanSnapshot> sold =
                PlansCsv.read(file("--plans", plans, "plans.csv", StandardCharsets.UTF_8), problems::add);
        Optional<PlantFile> layout = plantFile(problems);
        stopAt(problems);
        Export export =
                Export.read(file("--contracts", contracts, "contracts.csv", mapped.charset()), mapped, problems::add);
        if (export.rows().isEmpty()) {
            stopAt(problems);
        }
        Path folder = reportFolder();
        try (ImportDatabase database = database()) {
            ImportResult result = run(importer(database, sold, mapped), layout, export);
            return report(export, mapped, result, sold, problems, folder);
        }
    }

    private ImportResult run(Importer importer, Optional<PlantFile> layout, Export export) {
        return dryRun
                ? importer.dryRun(layout, export.rows(), this::progress)
                : importer.run(layout, export.rows(), this::progress);
    }

    private void progress(int done, int all) {
        out.println("Tried " + done + " of " + all + " rows");
    }

    private int report(
            Export export,
            Mapping mapped,
            ImportResult result,
            Map<PlanId, PlanSnapshot> sold,
            List<RowProblem> problems,
            Path folder)
            throws IOException {
        problems.stream().map(Finding::of).forEach(err::println);
        result.findings().forEach(err::println);
        Reports all = new Reports(export, mapped, result, sold, dryRun);
        all.totals().forEach(out::println);
        if (!problems.isEmpty()) {
            out.println("Lines that are no rows: " + problems.size() + ", see above");
        }
        out.println();
        all.write(folder).forEach(written -> out.println("Written: " + written));
        return problems.isEmpty() && result.count(RowResult.State.BAD) == 0 ? CommandLine.ExitCode.OK : BAD_ROWS;
    }

    /** The sample is for trying the program, not for a database in use; its files belong together. */
    private void checkOptions() {
        if (contracts == null) {
            if (jdbcUrl != null || mapping != null || plans != null || plant != null) {
                throw usage("--contracts is missing");
            }
        } else if (mapping == null || plans == null) {
            throw usage("--contracts needs --mapping and --plans");
        }
    }

    private Optional<PlantFile> plantFile(List<RowProblem> problems) {
        return contracts != null && plant == null
                ? Optional.empty()
                : Optional.of(
                        PlantCsv.read(file("--plant", plant, PlantCsv.FILE, StandardCharsets.UTF_8), problems::add));
    }

    /** With a wrong mapping, plan or plant, good rows would be bad. */
    private void stopAt(List<RowProblem> problems) {
        if (!problems.isEmpty()) {
            problems.forEach(err::println);
            throw usage("nothing was read: " + problems.size() + " problems in the files, see above");
        }
    }

    private Path reportFolder() {
        Path folder = reports == null ? data.resolve("reports") : reports;
        try {
            return Files.createDirectories(folder);
        } catch (IOException failed) {
            throw usage("--reports: cannot write to " + folder + " (" + failed + ")");
        }
    }

    private ImportDatabase database() {
        if (jdbcUrl != null) {
            return ImportDatabase.at(
                    jdbcUrl, Optional.ofNullable(jdbcUser), Optional.ofNullable(jdbcPassword), !dryRun);
        }
        return dryRun ? ImportDatabase.inOrEmpty(data) : ImportDatabase.in(data);
    }

    private Importer importer(ImportDatabase database, Map<PlanId, PlanSnapshot> sold, Mapping mapped) {
        try {
            return new Importer(database, sold, mapped.zone());
        } catch (IllegalArgumentException otherZone) {
            throw usage("--mapping: " + otherZone.getMessage());
        }
    }

    private TextFile file(String option, @Nullable Path path, String shipped, Charset charset) {
        if (path == null) {
            return shipped(shipped);
        }
        try {
            String text = charset.newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
            return new TextFile(path.toString(), text);
        } catch (CharacterCodingException wrong) {
            throw usage(option + ": " + path + " is not written in " + charset);
        } catch (IOException unreadable) {
            throw usage(option + ": cannot read " + path + " (" + unreadable + ")");
        }
    }

    private static TextFile shipped(String name) {
        InputStream bytes = Objects.requireNonNull(Main.class.getResourceAsStream("sample/" + name), name);
        return TextFile.read(name, bytes);
    }

    /** The folder of the jar, or of the classes when there is none. */
    private static Path besideTheProgram() {
        try {
            Path code = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Objects.requireNonNull(code.getParent()).resolve("import");
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ParameterException usage(String message) {
        if (spec == null) {
            throw new IllegalStateException("not run by picocli");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
