package io.silverdata.contract.spring.web;

import io.silverdata.contract.json.TextForm;
import org.springframework.format.FormatterRegistry;

/** Identities, money and bandwidth in paths, parameters and forms. */
final class TextConverters {
    private TextConverters() {}

    static void addTo(FormatterRegistry registry) {
        TextForm.all().forEach(form -> add(registry, form));
    }

    private static <T> void add(FormatterRegistry registry, TextForm<T> form) {
        registry.addConverter(
                String.class, form.type(), text -> form.parse(text).getOrElseThrow(RejectedException::new));
        registry.addConverter(form.type(), String.class, form::format);
    }
}
