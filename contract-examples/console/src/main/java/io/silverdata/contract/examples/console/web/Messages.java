package io.silverdata.contract.examples.console.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All texts in all languages, from {@code messages/*_LANGUAGE.properties}. Safe for use by any number of threads. */
@Component
public class Messages {
    /** The first one is used where a browser asks for none of them. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));

    private final Map<String, Map<String, String>> texts = new HashMap<>();

    Messages() {
        for (Locale language : LANGUAGES) {
            texts.put(language.getLanguage(), read(language.getLanguage()));
        }
    }

    /**
     * A text. {@code {0}}, {@code {1}} are its arguments; no other character is special.
     *
     * @return the key itself, if there is no such text
     */
    public String text(Locale language, String key, Object... arguments) {
        String text = of(language).getOrDefault(key, key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    /** Whether there is such a text. */
    public boolean has(Locale language, String key) {
        return of(language).containsKey(key);
    }

    /** All texts of a language, by their keys. */
    public Map<String, String> of(Locale language) {
        Map<String, String> known = texts.get(language.getLanguage());
        return known == null ? of(LANGUAGES.get(0)) : known;
    }

    private static Map<String, String> read(String language) {
        Map<String, String> all = new HashMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*_" + language + ".properties")) {
                Properties properties = new Properties();
                try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.stringPropertyNames().forEach(key -> {
                    if (all.put(key, properties.getProperty(key)) != null) {
                        throw new IllegalStateException("message " + key + " is there twice, in " + file);
                    }
                });
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return Map.copyOf(all);
    }
}
