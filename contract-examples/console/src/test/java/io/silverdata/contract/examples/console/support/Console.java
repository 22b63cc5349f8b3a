package io.silverdata.contract.examples.console.support;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import io.silverdata.contract.examples.console.ConsoleApplication;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/**
 * The console in this process, on a port and a database of its own, with a demo provider of sixty contracts. {@link #shared()} is started
 * once for all tests that change nothing that others see; a test that does starts one of its own.
 */
public final class Console implements AutoCloseable {
    /** Contracts of the demo provider. */
    public static final int CONTRACTS = 60;

    private static final String TEMPLATES = "src/main/jte";

    private final ConfigurableApplicationContext context;
    private final MockMvc mvc;

    private Console(ConfigurableApplicationContext context) {
        this.context = context;
        this.mvc = MockMvcBuilders.webAppContextSetup((ServletWebServerApplicationContext) context)
                .apply(springSecurity())
                .build();
    }

    private static final class Shared {
        // it ends with the process, which runs nothing but tests
        private static final Console CONSOLE = start();
    }

    /** The one for all tests of this process. */
    public static Console shared() {
        return Shared.CONSOLE;
    }

    /** Another one; further properties win. */
    public static Console start(String... properties) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "server.port", "0",
                "spring.datasource.url", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
                "spring.jmx.enabled", "false",
                "logging.level.root", "warn",
                "console.demo-contracts", Integer.toString(CONTRACTS),
                "server.shutdown", "immediate"));
        if (!hasCompiledTemplates()) {
            all.put("console.templates", TEMPLATES);
        }
        for (String property : properties) {
            String[] named = property.split("=", 2);
            all.put(named[0], named[1]);
        }
        return new Console(new SpringApplicationBuilder(ConsoleApplication.class)
                .run(all.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new)));
    }

    /** Maven compiles the templates of the jar before tests run; a plain compiler does not. */
    private static boolean hasCompiledTemplates() {
        return Console.class.getResource("/gg/jte/generated/precompiled/today/JtetodayGenerated.class") != null;
    }

    /** Requests without a network, and with the security filters. */
    public MockMvc mvc() {
        return mvc;
    }

    /** The address of a path, for a browser. */
    public String url(String path) {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port") + path;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All beans of a type. */
    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    /** The bean with a name, where there are several of a type. */
    public <T> T bean(Class<T> type, String name) {
        return context.getBean(name, type);
    }

    @Override
    public void close() {
        context.close();
    }
}
