package io.silverdata.contract.examples.network.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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

    /** A file that comes with a program; the stream is closed. */
    public static TextFile read(String name, InputStream bytes) {
        try (bytes) {
            return new TextFile(name, new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
