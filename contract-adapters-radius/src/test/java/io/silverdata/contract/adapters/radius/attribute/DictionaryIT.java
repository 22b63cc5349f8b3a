package io.silverdata.contract.adapters.radius.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.testkit.Peers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each attribute of the catalogue is in FreeRADIUS' dictionary, with the same numbers, kind and tag. */
class DictionaryIT {
    private static final Path DICTIONARY = Path.of("/usr/share/freeradius");
    private static final Map<String, List<ValueKind>> KINDS = Map.of(
            "string", List.of(ValueKind.TEXT),
            "integer", List.of(ValueKind.INTEGER),
            "date", List.of(ValueKind.DATE),
            "ipaddr", List.of(ValueKind.IPV4),
            "ipv6addr", List.of(ValueKind.IPV6),
            "ipv6prefix", List.of(ValueKind.IPV6_PREFIX),
            "octets", List.of(ValueKind.OCTETS));
    private static final Map<String, String> FOUND = new HashMap<>();

    static Stream<AttributeType> catalogue() {
        return Attributes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void each_attribute_is_in_the_dictionary(AttributeType type) throws IOException {
        String[] words = dictionary().getOrDefault(type.name(), "").split("\\s+", -1);

        assertThat(words).as(type.name()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(words[0]).isEqualTo(type.vendor() + ":" + type.code());
        assertThat(KINDS.get(words[1])).contains(type.kind());
        assertThat(words[2].contains("has_tag")).isEqualTo(type.tagged());
    }

    /** By name: {@code vendor:number kind options}. */
    private static Map<String, String> dictionary() throws IOException {
        if (FOUND.isEmpty()) {
            if (!Files.isDirectory(DICTIONARY)) {
                throw Peers.missing(DICTIONARY.toString(), "apt-get install freeradius-common");
            }
            try (Stream<Path> files = Files.list(DICTIONARY)) {
                for (Path file : files.filter(
                                path -> path.getFileName().toString().startsWith("dictionary."))
                        .sorted()
                        .toList()) {
                    read(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return FOUND;
    }

    private static void read(List<String> lines) {
        Map<String, String> vendors = new HashMap<>();
        List<String> vendor = new ArrayList<>(List.of("0"));
        for (String line : lines) {
            String[] words = line.trim().split("\\s+", -1);
            if (words[0].equals("VENDOR")) {
                vendors.put(words[1], words[2]);
            } else if (words[0].equals("BEGIN-VENDOR")) {
                vendor.set(0, vendors.getOrDefault(words[1], "unknown"));
            } else if (words[0].equals("END-VENDOR")) {
                vendor.set(0, "0");
            } else if (words[0].equals("ATTRIBUTE") && words.length >= 4) {
                String options = words.length > 4 ? words[4] : "-";
                FOUND.putIfAbsent(words[1], vendor.get(0) + ":" + words[2] + " " + words[3] + " " + options);
            }
        }
    }
}
