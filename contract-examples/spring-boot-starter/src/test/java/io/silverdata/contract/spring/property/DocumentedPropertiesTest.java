package io.silverdata.contract.spring.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.spring.actuate.ContractHealthProperties;
import io.silverdata.contract.spring.contracts.ContractsProperties;
import io.silverdata.contract.spring.olt.OltProperties;
import io.silverdata.contract.spring.radius.RadiusProperties;
import io.silverdata.contract.spring.storage.ContractStorageProperties;
import io.silverdata.contract.spring.web.ContractWebProperties;
import io.silverdata.contract.spring.worker.ContractWorkerProperties;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** {@code docs/spring.md} names every property in full. */
class DocumentedPropertiesTest {
    private static final List<Class<? extends Record>> ALL = List.of(
            ContractsProperties.class,
            ContractStorageProperties.class,
            ContractWorkerProperties.class,
            ContractWebProperties.class,
            ContractHealthProperties.class,
            RadiusProperties.class,
            OltProperties.class);

    @Test
    void the_page_names_every_property() throws IOException {
        String page = Files.readString(Path.of("../../docs/spring.md"));

        assertThat(properties())
                .hasSizeGreaterThan(50)
                .allSatisfy(property -> assertThat(page).contains("`" + property + "`"));
    }

    private static List<String> properties() {
        return ALL.stream()
                .flatMap(type -> {
                    ConfigurationProperties prefix =
                            Objects.requireNonNull(type.getAnnotation(ConfigurationProperties.class));
                    return leaves(prefix.value().isEmpty() ? prefix.prefix() : prefix.value(), type);
                })
                .toList();
    }

    private static Stream<String> leaves(String prefix, Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .flatMap(component -> leaves(prefix + "." + kebab(component), component.getGenericType()));
    }

    private static Stream<String> leaves(String name, Type type) {
        if (type instanceof Class<?> simple) {
            return simple.isRecord() ? leaves(name, simple) : Stream.of(name);
        }
        ParameterizedType generic = (ParameterizedType) type;
        Type[] arguments = generic.getActualTypeArguments();
        Type element = arguments[arguments.length - 1];
        boolean nested = element instanceof Class<?> simple && simple.isRecord();
        if (generic.getRawType() == Map.class) {
            return leaves(name + (nested ? ".ID" : ".*"), element);
        }
        return nested ? leaves(name + "[0]", element) : Stream.of(name);
    }

    private static String kebab(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
