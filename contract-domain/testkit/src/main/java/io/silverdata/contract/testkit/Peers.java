package io.silverdata.contract.testkit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs of others that a test talks to: servers, databases, command line tools.
 *
 * <p>Where one is missing the test is skipped with the reason, so that a build on any machine tells what it did not try.
 * Where the environment variable {@code CI} is {@code true} it fails instead: there nothing may be missing.
 */
public final class Peers {
    private static final boolean CI = "true".equals(System.getenv("CI"));

    private Peers() {}

    /**
     * The program of that name in {@code PATH} or in the directories of system programs.
     *
     * @param program for example {@code freeradius}
     * @param debianPackage in which it comes, for the reason
     */
    public static Path require(String program, String debianPackage) {
        return find(program).orElseThrow(() -> missing(program, "apt-get install " + debianPackage));
    }

    /** The program of that name, if there is one. */
    public static Optional<Path> find(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(
                        Arrays.stream(path.split(File.pathSeparator, -1)),
                        Stream.of("/usr/local/sbin", "/usr/sbin", "/sbin"))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Ends the test: skipped, or failed in CI.
     *
     * @param what is missing
     * @param remedy how to come by it
     * @return never
     */
    public static RuntimeException missing(String what, String remedy) {
        String reason = what + " is missing here: " + remedy;
        if (CI) {
            return Assertions.fail(reason);
        }
        return Assumptions.abort(reason);
    }
}
