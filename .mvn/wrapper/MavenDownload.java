import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Prints the home of the Maven that maven-wrapper.properties names, and downloads it first where it is not there yet. mvnw and
 * mvnw.cmd run this file where no suitable Maven is installed.
 *
 * <p>The repository is, in this order: the environment's MVNW_REPOURL (with MVNW_USERNAME and MVNW_PASSWORD if it asks for them), a mirror of
 * central in ~/.m2/settings.xml, or a repository named central in an active profile there. No host is named here: docs/adr/0110 says why.
 */
final class MavenDownload {
    private static final Path M2 = Path.of(System.getProperty("user.home"), ".m2");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env\\.([^}]+)}");

    private record Repository(String url, String user, String password) {}

    private record Distribution(String path, String sha512) {
        String name() {
            return path.substring(path.lastIndexOf('/') + 1).replace("-bin.zip", "");
        }
    }

    public static void main(String[] args) {
        try {
            System.out.println(home(distribution(Path.of(args[0]))));
        } catch (Exception e) {
            System.err.println("mvnw: " + (e.getMessage() == null ? e : e.getMessage()));
            System.exit(1);
        }
    }

    private static Distribution distribution(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return new Distribution(
                properties.getProperty("distributionPath"), properties.getProperty("distributionSha512Sum"));
    }

    private static Path home(Distribution distribution) throws Exception {
        Path dists = environment("MAVEN_USER_HOME").map(Path::of).orElse(M2).resolve("wrapper/dists");
        Path home = dists.resolve(distribution.name());
        if (!Files.isDirectory(home)) {
            Files.createDirectories(dists);
            download(distribution, repository(), dists, home);
        }
        return home;
    }

    // --- where from -----------------------------------------------------------------------------------------------

    private static Repository repository() throws Exception {
        Optional<String> url = environment("MVNW_REPOURL");
        if (url.isPresent()) {
            return withCredentials(url.get(), "", "");
        }
        Path settings = M2.resolve("settings.xml");
        return (Files.exists(settings) ? ofSettings(settings) : Optional.<Repository>empty())
                .orElseThrow(() -> new IOException("no Maven 3.8.7 or newer is installed, and there is no repository to"
                        + " download it from. Install Maven, or set MVNW_REPOURL to the URL of a Maven repository (Maven"
                        + " Central's or your own), or name a mirror of central in " + settings));
    }

    private static Optional<Repository> ofSettings(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Element settings = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        List<String> active = elements(settings, "activeProfile").stream()
                .map(profile -> profile.getTextContent().strip())
                .toList();
        Predicate<Element> isActive = profile ->
                active.contains(text(profile, "id")) || text(profile, "activeByDefault").equals("true");
        List<Element> candidates = new ArrayList<>();
        elements(settings, "mirror").stream()
                .filter(mirror -> mirrorsCentral(text(mirror, "mirrorOf")) && !text(mirror, "blocked").equals("true"))
                .forEach(candidates::add);
        elements(settings, "profile").stream()
                .filter(isActive)
                .flatMap(profile -> elements(profile, "repository").stream())
                .filter(repository -> text(repository, "id").equals("central"))
                .forEach(candidates::add);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Element found = candidates.get(0);
        Optional<Element> server = elements(settings, "server").stream()
                .filter(candidate -> text(candidate, "id").equals(text(found, "id")))
                .findFirst();
        return Optional.of(withCredentials(
                text(found, "url"),
                server.map(element -> text(element, "username")).orElse(""),
                server.map(element -> text(element, "password")).orElse("")));
    }

    private static boolean mirrorsCentral(String mirrorOf) {
        List<String> names = List.of(mirrorOf.split("\\s*,\\s*"));
        return !names.contains("!central")
                && (names.contains("central") || names.contains("*") || names.contains("external:*"));
    }

    private static Repository withCredentials(String url, String user, String password) throws IOException {
        String secret = environment("MVNW_PASSWORD").orElse(password);
        if (secret.startsWith("{")) {
            throw new IOException("the password in settings.xml is encrypted: set MVNW_USERNAME and MVNW_PASSWORD");
        }
        return new Repository(url, environment("MVNW_USERNAME").orElse(user), secret);
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String text(Element parent, String name) {
        List<Element> found = elements(parent, name);
        String text = found.isEmpty() ? "" : found.get(0).getTextContent().strip();
        return VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        environment(match.group(1)).orElse(match.group())));
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    // --- download -------------------------------------------------------------------------------------------------

    private static void download(Distribution distribution, Repository repository, Path dists, Path home)
            throws Exception {
        URI uri = URI.create(repository.url().replaceFirst("/+$", "") + "/" + distribution.path());
        System.err.println("mvnw: downloading " + distribution.name());
        Path folder = Files.createTempDirectory(dists, "download-");
        try {
            Path zip = folder.resolve("maven.zip");
            String sha512 = fetch(uri, repository, zip);
            if (!sha512.equals(distribution.sha512())) {
                throw new IOException("what " + uri.getHost() + " sent is not the Maven that maven-wrapper.properties names:"
                        + " its SHA-512 is " + sha512);
            }
            unzip(zip, folder);
            Path unzipped = folder.resolve(distribution.name());
            unzipped.resolve("bin/mvn").toFile().setExecutable(true, false);
            try {
                Files.move(unzipped, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                if (!Files.isDirectory(home)) { // else another mvnw was faster
                    throw e;
                }
            }
        } finally {
            delete(folder);
        }
    }

    private static String fetch(URI uri, Repository repository, Path target) throws Exception {
        HttpClient.Builder client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(30));
        if (!repository.user().isEmpty()) {
            client.authenticator(new Authenticator() {
                @Override
                protected PasswordAuthentication getPasswordAuthentication() {
                    return new PasswordAuthentication(
                            repository.user(), repository.password().toCharArray());
                }
            });
        }
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(5)).build();
        HttpResponse<InputStream> response;
        try {
            response = client.build().send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new IOException("cannot reach " + uri.getHost() + ": " + e, e);
        }
        if (response.statusCode() != 200) {
            throw new IOException(uri + " answered " + response.statusCode());
        }
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        try (InputStream in = new DigestInputStream(response.body(), digest)) {
            Files.copy(in, target);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void unzip(Path zip, Path folder) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("the archive has a file outside of its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    try (OutputStream out = Files.newOutputStream(target)) {
                        in.transferTo(out);
                    }
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
