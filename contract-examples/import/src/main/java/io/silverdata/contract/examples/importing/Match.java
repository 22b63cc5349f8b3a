package io.silverdata.contract.examples.importing;

import io.silverdata.contract.examples.importing.adopting.ImportDatabase;
import io.silverdata.contract.examples.importing.comparing.Comparison;
import io.silverdata.contract.examples.importing.comparing.PortPattern;
import io.silverdata.contract.examples.importing.comparing.Survey;
import io.silverdata.contract.examples.importing.report.MatchReport;
import io.silverdata.contract.examples.network.ReadNetwork;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code match}: reads what OLTs and RADIUS have, and says what belongs to which contract, and what to none. */
@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Reads the inventories of OLTs and the tables of RADIUS, and compares them with the contracts in the database.",
            "Nothing is written but the reports: no device, no table, no contract. docs/moving-in.md explains them."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:everything was read",
            " 1:an OLT or a contract could not be read; of what hangs there nothing is said",
            " 2:wrong usage",
            " 3:a database failed, or RADIUS cannot be read; nothing was written"
        })
final class Match implements Callable<Integer> {
    private static final int NOT_ALL = 1;

    private final PrintStream out;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--olt",
            required = true,
            paramLabel = "ID=DRIVER@HOST[:PORT]",
            description = {
                "An OLT; may be given several times. DRIVER as in docs/olt.md. Port: 161. SNMPv3 with SHA-256 and AES-128; the",
                "user and both passphrases are in --olt-file, or in the environment variables OLT_USER, OLT_AUTH and OLT_PRIV."
            })
    private List<String> olts = List.of();

    @Option(
            names = "--olt-file",
            paramLabel = "FILE",
            description =
                    "Properties of OLTs: user, auth, priv; option.NAME=VALUE for their driver. With \"ID.\" before it, a "
                            + "property is for that OLT only.")
    private @Nullable Path oltFile;

    @Option(
            names = "--radius-jdbc-url",
            required = true,
            paramLabel = "URL",
            description = "The database of a FreeRADIUS: PostgreSQL, MariaDB or SQLite.")
    private String radiusUrl = "";

    @Option(names = "--radius-jdbc-user", paramLabel = "NAME", description = "Who connects to it.")
    private @Nullable String radiusUser;

    @Option(
            names = "--radius-jdbc-password",
            paramLabel = "WORD",
            defaultValue = "${env:RADIUS_JDBC_PASSWORD}",
            description = "With which password. Default: the environment variable RADIUS_JDBC_PASSWORD.")
    private @Nullable String radiusPassword;

    @Option(
            names = "--port-id",
            paramLabel = "REGEX=PON-PORT",
            description =
                    "How NASes call a PON port in NAS-Port-Id, such as '(\\d+)/(\\d+)/(\\d+):.*=olt-1:$1/$2/$3'; may be "
                            + "given several times. Sessions that are open say then under which PON port a login is.")
    private List<String> portIds = List.of();

    @Option(
            names = "--reports",
            paramLabel = "FOLDER",
            description = "Where matching.txt and the tables are written. Default: the folder reports in --data.")
    private @Nullable Path reports;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where the embedded database is. Default: beside the program.")
    private Path data;

    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description = "Another database of contracts: PostgreSQL, MariaDB or H2. Its tables must be up to date.")
    private @Nullable String jdbcUrl;

    @Option(names = "--jdbc-user", paramLabel = "NAME", description = "Who connects to it.")
    private @Nullable String jdbcUser;

    @Option(
            names = "--jdbc-password",
            paramLabel = "WORD",
            defaultValue = "${env:JDBC_PASSWORD}",
            description = "With which password. Default: the environment variable JDBC_PASSWORD.")
    private @Nullable String jdbcPassword;

    Match(Path data, PrintStream out) {
        this.data = data;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        List<PortPattern> ports = ports();
        Path folder = reportFolder();
        Comparison comparison;
        try (ImportDatabase database = database();
                ReadNetwork network = network()) {
            comparison = Comparison.of(database.contracts(), Survey.of(network, ports));
        }
        MatchReport report = new MatchReport(comparison);
        report.lines().forEach(out::println);
        out.println();
        report.write(folder).forEach(written -> out.println("Written: " + written));
        return comparison.survey().unread().isEmpty() && comparison.faults().isEmpty()
                ? CommandLine.ExitCode.OK
                : NOT_ALL;
    }

    private List<PortPattern> ports() {
        try {
            return portIds.stream().map(PortPattern::parse).toList();
        } catch (IllegalArgumentException wrong) {
            throw usage(String.valueOf(wrong.getMessage()));
        }
    }

    private ReadNetwork network() {
        try {
            return ReadNetwork.open(
                    radiusUrl,
                    Optional.ofNullable(radiusUser),
                    Optional.ofNullable(radiusPassword),
                    olts,
                    Optional.ofNullable(oltFile));
        } catch (IllegalArgumentException wrong) {
            throw usage(String.valueOf(wrong.getMessage()));
        }
    }

    private ImportDatabase database() {
        return jdbcUrl == null
                ? ImportDatabase.inOrEmpty(data)
                : ImportDatabase.at(jdbcUrl, Optional.ofNullable(jdbcUser), Optional.ofNullable(jdbcPassword), false);
    }

    private Path reportFolder() {
        Path folder = reports == null ? data.resolve("reports") : reports;
        try {
            return Files.createDirectories(folder);
        } catch (IOException failed) {
            throw usage("--reports: cannot write to " + folder + " (" + failed + ")");
        }
    }

    private ParameterException usage(String message) {
        if (spec == null) {
            throw new IllegalStateException("not run by picocli");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
