import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fails if a link of a page leads to no file of the site. Argument: the folder of the site. Links to other hosts are not followed. Anchors of the pages are checked in
 * the Markdown, by DocumentLinksTest; javadoc checks its own.
 */
class SiteLinks {
    private static final int LEAST_LINKS = 1_000;
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

    public static void main(String[] args) throws IOException {
        Path site = Path.of(args[0]);
        List<Path> pages;
        try (Stream<Path> files = Files.walk(site)) {
            pages = files.filter(file -> file.toString().endsWith(".html")).toList();
        }
        long links = 0;
        long broken = 0;
        for (Path page : pages) {
            for (String link : links(page)) {
                links++;
                if (!leadsSomewhere(page, link)) {
                    broken++;
                    System.err.println(site.relativize(page) + ": " + link);
                }
            }
        }
        System.out.printf("%n== %,d pages with %,d links within the site, %,d of them broken%n", pages.size(), links, broken);
        System.exit(broken == 0 && links >= LEAST_LINKS ? 0 : 1);
    }

    private static List<String> links(Path page) {
        try {
            return LINK.matcher(Files.readString(page))
                    .results()
                    .map(match -> match.group(1))
                    .filter(link -> !link.matches("[a-z]+:.*|//.*|#.*"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(page.toString(), e);
        }
    }

    private static boolean leadsSomewhere(Path page, String link) {
        String file = URLDecoder.decode(link.replaceFirst("[#?].*", ""), StandardCharsets.UTF_8);
        return Files.exists(page.resolveSibling(file).normalize());
    }
}
