package io.silverdata.contract.examples.console.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spring.web.CommandRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Templates, languages, and the commands of forms. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    private static final Duration A_YEAR = Duration.ofDays(365);

    /** Those of the jar, or those of a folder, which are compiled again when they change. */
    @Bean
    TemplateEngine templateEngine(@Value("${console.templates:}") String folder) throws IOException {
        ClassLoader loader = WebConfiguration.class.getClassLoader();
        if (folder.isEmpty()) {
            return TemplateEngine.createPrecompiled(null, ContentType.Html, loader);
        }
        Path classes = Files.createTempDirectory("console-templates");
        classes.toFile().deleteOnExit();
        return TemplateEngine.create(new DirectoryCodeResolver(Path.of(folder)), classes, ContentType.Html, loader);
    }

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver cookie = new CookieLocaleResolver("console-language");
        cookie.setCookieHttpOnly(true);
        cookie.setCookieSameSite("Strict");
        cookie.setCookieMaxAge(A_YEAR);
        cookie.setDefaultLocaleFunction(request -> known(request.getLocale()));
        return cookie;
    }

    /** By the logged-in person; once, if the form has a key, and for the version that the form was filled in for. */
    @Bean
    CommandRequest commandRequest() {
        return request -> {
            CommandContext context = CommandContext.by(person(request), Trigger.ADMIN);
            try {
                String key = request.getParameter("key");
                if (key != null && !key.isEmpty()) {
                    context = context.once(key);
                }
                String version = request.getParameter("version");
                return version == null || version.isEmpty() ? context : context.expecting(Long.parseLong(version));
            } catch (IllegalArgumentException altered) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "key or version", altered);
            }
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor change = new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String language) {
                return known(Locale.forLanguageTag(language));
            }
        };
        change.setParamName("lang");
        change.setHttpMethods("GET");
        registry.addInterceptor(change);
    }

    private static String person(NativeWebRequest request) {
        String name = request.getRemoteUser();
        if (name == null) {
            throw new IllegalStateException("a command needs a person who is logged in");
        }
        return name;
    }

    private static Locale known(Locale wanted) {
        return Messages.LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Messages.LANGUAGES.get(0));
    }
}
