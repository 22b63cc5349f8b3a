package io.silverdata.contract.examples.firstlife;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./mvnw} with a JDK and no Maven on the PATH, and a repository of this test's that serves a Maven which prints its arguments. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "mvnw is a shell script; mvnw.cmd is for Windows")
class MavenWrapperTest {
    private static final Path ROOT = Path.of("../..");
    private static final String PATH_OF_MAVEN = "org/apache/maven/apache-maven/9.9/apache-maven-9.9-bin.zip";

    @TempDir
    Path folder;

    private byte[] maven = {};
    private HttpServer repository;
    private Path project;
    private Path home;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private record Ended(int code, String output) {}

    @BeforeEach
    void a_project_and_a_repository() throws Exception {
        maven = zip(Map.of("apache-maven-9.9/bin/mvn", "#!/bin/sh\necho maven ran: \"$@\"\n"));
        project = folder.resolve("project");
        Path wrapper = Files.createDirectories(project.resolve(".mvn/wrapper"));
        Files.copy(ROOT.resolve("mvnw"), project.resolve("mvnw"));
        Files.copy(ROOT.resolve(".mvn/wrapper/MavenDownload.java"), wrapper.resolve("MavenDownload.java"));
        properties(sha512(maven));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        home = Files.createDirectories(folder.resolve("home/.m2"));
        repository = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        repository.createContext("/", this::serve);
        repository.start();
    }

    @AfterEach
    void stop() {
        repository.stop(0);
    }

    @Test
    void downloads_maven_once_from_the_repository_of_the_environment() throws Exception {
        Ended first = mvnw(Map.of("MVNW_REPOURL", url("/maven2/")));
        Ended second = mvnw(Map.of());

        assertThat(first.output).contains("maven ran: -q verify");
        assertThat(second.output).contains("maven ran: -q verify");
        assertThat(requests).containsExactly("/maven2/" + PATH_OF_MAVEN);
        assertThat(dists()).containsExactly("apache-maven-9.9");
    }

    @Test
    void downloads_maven_from_the_mirror_of_central_in_the_settings_of_the_user() throws Exception {
        repository.createContext("/private", this::serve).setAuthenticator(new BasicAuthenticator("maven") {
            @Override
            public boolean checkCredentials(String user, String password) {
                return user.equals("me") && password.equals("secret");
            }
        });
        settings("<mirror><id>others</id><mirrorOf>*,!central</mirrorOf><url>" + url("/no") + "</url></mirror>"
                + "<mirror><id>ours</id><mirrorOf>central</mirrorOf><url>" + url("/private") + "</url></mirror>");

        assertThat(mvnw(Map.of("PASSWORD_OF_MIRROR", "secret")).output).contains("maven ran: -q verify");
        assertThat(requests).containsExactly("/private/" + PATH_OF_MAVEN);
    }

    @Test
    void refuses_an_archive_with_another_checksum_and_leaves_nothing() throws Exception {
        properties("0".repeat(128));

        Ended ended = mvnw(Map.of("MVNW_REPOURL", url("")));

        assertThat(ended.code).isEqualTo(1);
        assertThat(ended.output).contains("its SHA-512 is").doesNotContain("maven ran");
        assertThat(dists()).isEmpty();
    }

    @Test
    void says_what_to_do_where_there_is_no_repository() throws Exception {
        settings("");

        Ended ended = mvnw(Map.of());

        assertThat(ended.code).isEqualTo(1);
        assertThat(ended.output).contains("Install Maven, or set MVNW_REPOURL").contains("settings.xml");
    }

    @Test
    void says_what_the_repository_answered() throws Exception {
        Files.writeString(
                project.resolve(".mvn/wrapper/maven-wrapper.properties"),
                "distributionPath=org/missing-bin.zip\ndistributionSha512Sum=00\n");

        assertThat(mvnw(Map.of("MVNW_REPOURL", url(""))).output).contains("org/missing-bin.zip answered 404");
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(path);
        boolean there = path.endsWith("/" + PATH_OF_MAVEN);
        exchange.sendResponseHeaders(there ? 200 : 404, there ? maven.length : -1);
        if (there) {
            exchange.getResponseBody().write(maven);
        }
        exchange.close();
    }

    private Ended mvnw(Map<String, String> environment) throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path dirname = bin.resolve("dirname"); // all that mvnw needs of the PATH
        Files.writeString(dirname, "#!/bin/sh\nPATH=/usr/bin:/bin exec dirname \"$@\"\n");
        assertThat(dirname.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder = new ProcessBuilder(project.resolve("mvnw").toString(), "-q", "verify")
                .directory(project.toFile())
                .redirectErrorStream(true);
        Map<String, String> variables = builder.environment();
        variables.clear();
        variables.putAll(environment);
        variables.put("PATH", bin.toString());
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("JAVA_TOOL_OPTIONS", "-Duser.home=" + folder.resolve("home"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    private void properties(String sha512) throws IOException {
        Files.writeString(
                project.resolve(".mvn/wrapper/maven-wrapper.properties"),
                "distributionPath=" + PATH_OF_MAVEN + "\ndistributionSha512Sum=" + sha512 + "\n");
    }

    private void settings(String mirrors) throws IOException {
        Files.writeString(
                home.resolve("settings.xml"),
                "<settings><servers><server><id>ours</id><username>me</username>"
                        + "<password>${env.PASSWORD_OF_MIRROR}</password></server></servers><mirrors>" + mirrors
                        + "</mirrors></settings>");
    }

    private String url(String path) {
        return "http://127.0.0.1:" + repository.getAddress().getPort() + path;
    }

    private List<String> dists() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("wrapper/dists"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static String sha512(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(bytes));
    }
}
