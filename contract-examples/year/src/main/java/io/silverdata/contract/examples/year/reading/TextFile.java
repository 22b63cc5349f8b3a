package io.silverdata.contract.examples.year.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** A small text file in UTF-8, read as a whole. */
public record TextFile(String name, String text) {

    public static TextFile read(Path path) throws IOException {
        return new TextFile(path.toString(), Files.readString(path));
    }

    /** What tells these files from others: 64 hexadecimal digits. */
    public static String fingerprint(TextFile... files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (TextFile file : files) {
                digest.update(file.text().getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A file that comes with the examples. */
    public static TextFile shipped(String name) {
        try (InputStream bytes = Objects.requireNonNull(TextFile.class.getResourceAsStream(name), name)) {
            return new TextFile(name, new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
