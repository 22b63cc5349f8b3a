package io.silverdata.contract.examples.console.support;

import io.silverdata.contract.examples.console.security.DemoUsers;
import io.silverdata.contract.examples.console.web.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who is logged in and speaks HTTP to the real server, without a browser. For one thread. */
public final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Console console;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /**
     * What the server said.
     *
     * @param status of HTTP
     * @param body as text
     * @param location of a redirect; empty if it is none
     */
    public record Answer(int status, String body, String location) {}

    private Visitor(Console console) {
        this.console = console;
    }

    /** Logs in as the demo's user with a role. */
    public static Visitor of(Console console, Role role) {
        Visitor visitor = new Visitor(console);
        Answer login = visitor.post(
                "/login", "/login", Map.of("username", DemoUsers.name(role), "password", DemoUsers.PASSWORD));
        if (!login.location().endsWith("/")) {
            throw new IllegalStateException("could not log in: " + login);
        }
        return visitor;
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(console.url(path))));
    }

    /** Sends a form with the token of a page. */
    public Answer post(String page, String path, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new IllegalStateException("no token on " + page);
        }
        String body = fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"))
                + "&_csrf=" + encoded(token.group(1));
        return send(HttpRequest.newBuilder(URI.create(console.url(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("Location").orElse(""));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
