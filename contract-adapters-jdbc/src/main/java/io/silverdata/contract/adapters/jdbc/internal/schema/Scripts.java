package io.silverdata.contract.adapters.jdbc.internal.schema;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The scripts in the jar. */
public final class Scripts {
    private static final List<String> NAMES = List.of(
            "V1__tables.sql",
            "V2__reports.sql",
            "V3__deliveries.sql",
            "V4__queries.sql",
            "V5__plant.sql",
            "V6__attributes.sql",
            "V7__moving.sql",
            "V8__services.sql");

    private Scripts() {}

    /** The scripts that lead on from a version, in their order. */
    public static List<String> all(Dialect dialect, int from) {
        return NAMES.stream()
                .filter(name -> version(name) > from)
                .map(name -> read("/META-INF/contract/schema/" + dialect.name().toLowerCase(Locale.ROOT) + "/" + name))
                .toList();
    }

    private static int version(String name) {
        return Integer.parseInt(name, 1, name.indexOf('_'), 10);
    }

    /** The statements of a script: each ends with a semicolon at the end of a line. */
    public static List<String> statements(String script) {
        String code =
                script.lines().filter(line -> !line.startsWith("--")).reduce("", (text, line) -> text + line + "\n");
        return Arrays.stream(code.split(";\n", -1))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }

    private static String read(String name) {
        try (InputStream script = Scripts.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException("the jar has no " + name);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
