package io.silverdata.contract.spring.tenlines;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.testkit.Peers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A host that is made in an empty folder of the lines of {@code docs/spring.md} and the installed artifacts, and of nothing else. The Maven
 * that runs this build compiles it, in a local repository of the host's own; what is not ours it takes from the files of the build's local
 * repository, so that neither a network nor a change there is needed.
 */
@SuppressWarnings("InlineFormatString") // two files, which read better whole
class HostFromDocumentsIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path FOLDER = Path.of("target/host").toAbsolutePath();
    private static final Path REPOSITORY = FOLDER.resolve("repository");
    private static final Path SOURCES = FOLDER.resolve("provider/src/main");
    private static final Path OUTPUT = FOLDER.resolve("maven.txt");
    private static final List<String> INSTALLED = List.of(
            "contract-domain",
            "contract-domain/json",
            "contract-adapters-jdbc",
            "contract-examples/micrometer",
            "contract-examples/spring-boot-starter");
    private static final Pattern STARTED = Pattern.compile("started on port (\\d+)");

    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example.isp</groupId>
              <artifactId>provider</artifactId>
              <version>1</version>
              <properties>
                <maven.compiler.release>17</maven.compiler.release>
                <maven.compiler.parameters>true</maven.compiler.parameters>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
              </properties>
              <dependencyManagement>
                <dependencies>
                  <dependency>
                    <groupId>org.springframework.boot</groupId>
                    <artifactId>spring-boot-dependencies</artifactId>
                    <version>%s</version>
                    <type>pom</type>
                    <scope>import</scope>
                  </dependency>
                </dependencies>
              </dependencyManagement>
              %s
              <build><plugins>
              %s
              </plugins></build>
            </project>
            """;

    private static final String SETTINGS = """
            <settings>
              <mirrors>
                <mirror>
                  <id>files</id>
                  <mirrorOf>*</mirrorOf>
                  <url>%s</url>
                </mirror>
              </mirrors>
            </settings>
            """;

    @Test
    void starts_and_tells_a_refusal_as_problem_details() throws Exception {
        Path maven = property("host.maven");
        Path local = property("host.repository");
        empty();
        for (String module : INSTALLED) {
            install(ROOT.resolve(module));
        }
        write();

        build(maven, local);

        try (Running host = Running.start(classPath())) {
            HttpResponse<String> none = host.post("/contracts/" + new UUID(0, 7) + "/suspension");

            assertThat(none.statusCode()).isEqualTo(404);
            assertThat(none.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(none.body()).contains("\"type\":\"urn:contract:rejection:CONTRACT_NOT_FOUND\"");
        }
    }

    private static Path property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw Peers.missing("the Maven of the build", "run this test by ./mvnw verify");
        }
        return Path.of(value);
    }

    private static void empty() throws IOException {
        if (Files.exists(FOLDER)) {
            try (Stream<Path> old = Files.walk(FOLDER)) {
                for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(REPOSITORY);
    }

    /** As Maven installs an artifact: the POM that is published, and the jar. */
    private static void install(Path module) throws IOException {
        String pom = Files.readString(module.resolve("target/.flattened-pom.xml"));
        String artifact = first(pom, "<artifactId>([^<]+)</artifactId>");
        String version = first(pom, "<version>([^<]+)</version>");
        Path place =
                REPOSITORY.resolve("io/silverdata/contract").resolve(artifact).resolve(version);
        Files.createDirectories(place);
        String name = artifact + "-" + version;
        Files.writeString(place.resolve(name + ".pom"), pom);
        Files.copy(module.resolve("target").resolve(name + ".jar"), place.resolve(name + ".jar"));
    }

    private static void write() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/spring.md"));
        String build = Files.readString(ROOT.resolve("pom.xml"));
        String starter = Files.readString(Path.of("pom.xml"));
        Files.createDirectories(SOURCES.resolve("java/com/example/isp"));
        Files.createDirectories(SOURCES.resolve("resources"));
        Files.writeString(
                FOLDER.resolve("provider/pom.xml"),
                POM.formatted(
                        first(starter, "<spring-boot.version>([^<]+)<"),
                        block(page, "xml"),
                        pinned(build, "maven-compiler-plugin")
                                + pinned(build, "maven-dependency-plugin")
                                + pinned(build, "maven-resources-plugin")));
        Files.writeString(SOURCES.resolve("resources/application.properties"), block(page, "properties"));
        Files.writeString(
                SOURCES.resolve("java/com/example/isp/Provider.java"),
                "package com.example.isp;\n\n" + imports() + "\n" + block(page, "java"));
    }

    /** What an IDE adds to the lines of the page: the imports of the class that the page shows. */
    private static String imports() throws IOException {
        return Files.readAllLines(Path.of("src/test/java/io/silverdata/contract/spring/tenlines/Provider.java"))
                .stream()
                .filter(line -> line.startsWith("import "))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static void build(Path maven, Path local) throws IOException, InterruptedException {
        Path settings = FOLDER.resolve("settings.xml");
        Files.writeString(settings, SETTINGS.formatted(local.toUri()));
        Process process = new ProcessBuilder(
                        maven.resolve("bin/mvn").toString(),
                        "-B",
                        "-q",
                        "-s",
                        settings.toString(),
                        "-Dmaven.repo.local=" + REPOSITORY,
                        "-Dmdep.outputFile=" + FOLDER.resolve("class-path.txt"),
                        "compile",
                        "dependency:build-classpath")
                .directory(FOLDER.resolve("provider").toFile())
                .redirectErrorStream(true)
                .redirectOutput(OUTPUT.toFile())
                .start();

        assertThat(process.waitFor()).as(() -> read(OUTPUT)).isZero();
    }

    private static String classPath() throws IOException {
        return FOLDER.resolve("provider/target/classes")
                + System.getProperty("path.separator")
                + Files.readString(FOLDER.resolve("class-path.txt")).strip();
    }

    /** The first block of that language. */
    private static String block(String page, String language) {
        return first(page, "(?s)```" + language + "\n(.*?)```");
    }

    private static String pinned(String build, String plugin) {
        return "<plugin><groupId>org.apache.maven.plugins</groupId><artifactId>" + plugin + "</artifactId><version>"
                + first(build, "<artifactId>" + plugin + "</artifactId>\\s*<version>([^<]+)<")
                + "</version></plugin>\n";
    }

    private static String first(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The host in a process of its own. */
    private record Running(Process process, String port) implements AutoCloseable {

        static Running start(String classPath) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            classPath,
                            "com.example.isp.Provider",
                            "--server.port=0")
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .start();
            List<String> lines = new ArrayList<>();
            BufferedReader output = process.inputReader();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                Matcher started = STARTED.matcher(line);
                if (started.find()) {
                    return new Running(process, started.group(1));
                }
            }
            throw new AssertionError(String.join("\n", lines));
        }

        HttpResponse<String> post(String path) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }
}
