package io.silverdata.contract.spring.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application while it runs: in this process, on a port of its own, on a database of its own. */
public final class Host implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private Host(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** On a database in memory; further properties win. */
    public static Host inMemory(String... properties) {
        return on("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", properties);
    }

    /** On a database of JDBC. */
    public static Host on(String url, String... properties) {
        return start(ProviderApplication.class, url, properties);
    }

    /** Another application. */
    public static Host of(Class<?> application, String url, String... properties) {
        return start(application, url, properties);
    }

    private static Host start(Class<?> application, String url, String... properties) {
        List<String> all = new ArrayList<>(List.of(
                "spring.datasource.url=" + url,
                "spring.main.banner-mode=off",
                "spring.jmx.enabled=false",
                "spring.flyway.enabled=false",
                "logging.level.root=warn",
                "server.port=0",
                "contract.zone=America/Guayaquil",
                "management.endpoints.web.exposure.include=health,metrics,contracts",
                "management.endpoint.health.show-details=always"));
        all.addAll(List.of(properties));
        if (all.contains("contract.zone=")) {
            all.removeIf(property -> property.startsWith("contract.zone=")); // not set, rather than empty
        }
        return new Host(new SpringApplicationBuilder(application)
                .web(WebApplicationType.SERVLET)
                .registerShutdownHook(false)
                .properties(all.toArray(String[]::new))
                .run());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    public boolean has(Class<?> type) {
        return context.getBeanNamesForType(type).length > 0;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = request(path)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private HttpRequest.Builder request(String path) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
