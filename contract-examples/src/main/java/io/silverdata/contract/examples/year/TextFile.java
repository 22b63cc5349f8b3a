package io.silverdata.contract.examples.year;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A small text file in UTF-8, read as a whole. */
record TextFile(String name, String text) {

    static TextFile read(Path path) throws IOException {
        return new TextFile(path.toString(), Files.readString(path));
    }

    /** A file that comes with the examples. */
    static TextFile shipped(String name) {
        try (InputStream bytes = Objects.requireNonNull(TextFile.class.getResourceAsStream(name), name)) {
            return new TextFile(name, new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
