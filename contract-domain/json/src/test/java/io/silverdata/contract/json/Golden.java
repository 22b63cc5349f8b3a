package io.silverdata.contract.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Text that earlier versions wrote into databases. A change of these files is a change of the format. */
final class Golden {
    private Golden() {}

    /** Those that have some text in them. */
    static List<String> linesWith(String text, String file) {
        return lines(file).stream().filter(line -> line.contains(text)).toList();
    }

    static List<String> lines(String file) {
        try (InputStream in = Golden.class.getResourceAsStream("golden/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
