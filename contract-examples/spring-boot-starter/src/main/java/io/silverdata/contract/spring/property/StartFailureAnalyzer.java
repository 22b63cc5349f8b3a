package io.silverdata.contract.spring.property;

import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.Environment;

/** Tells property, value, where it comes from, and what is allowed, in the words of Spring Boot's own analyzers. */
final class StartFailureAnalyzer extends AbstractFailureAnalyzer<StartException> {
    private final Environment environment;

    StartFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable root, StartException cause) {
        String description =
                cause instanceof InvalidPropertyException invalid ? description(invalid) : cause.getMessage() + ".";
        return new FailureAnalysis(description, cause.action(), cause);
    }

    private String description(InvalidPropertyException invalid) {
        Stream<Optional<String>> lines = Stream.of(
                Optional.of("Contracts cannot be run with this property:%n".formatted()),
                Optional.of("    Property: " + invalid.property()),
                invalid.value().map(value -> "    Value: \"" + value + "\""),
                origin(invalid.property()).map(origin -> "    Origin: " + origin),
                Optional.of("    Reason: " + invalid.reason()));
        return String.join("%n".formatted(), lines.flatMap(Optional::stream).toList());
    }

    private Optional<Origin> origin(String property) {
        if (!ConfigurationPropertyName.isValid(property)) {
            return Optional.empty();
        }
        ConfigurationPropertyName name = ConfigurationPropertyName.of(property);
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .map(source -> Optional.ofNullable(source.getConfigurationProperty(name)))
                .flatMap(Optional::stream)
                .map(found -> Optional.ofNullable(found.getOrigin()))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
