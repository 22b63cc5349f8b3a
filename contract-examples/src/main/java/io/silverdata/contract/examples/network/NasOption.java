package io.silverdata.contract.examples.network;

import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.dynauth.SharedSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code --nas ADDRESS[:PORT]/env:NAME} or {@code /file:PATH}. */
final class NasOption {
    private static final String EXPECTED = ", expected ADDRESS[:PORT]/env:NAME or ADDRESS[:PORT]/file:PATH";

    private NasOption() {}

    static NasEndpoint parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("--nas " + text + EXPECTED);
        }
        HostPort place = HostPort.parse("--nas", text.substring(0, slash), NasEndpoint.DEFAULT_PORT);
        try {
            return NasEndpoint.builder(
                            InetAddress.getByName(place.host()),
                            SharedSecret.of(secret(text, text.substring(slash + 1))))
                    .port(place.port())
                    .build();
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("--nas " + text + ": no such host", unknown);
        }
    }

    private static String secret(String text, String source) {
        if (source.startsWith("env:")) {
            String secret = System.getenv(source.substring("env:".length()));
            if (secret == null) {
                throw new IllegalArgumentException("--nas " + text + ": the environment variable is not set");
            }
            return secret;
        }
        if (source.startsWith("file:")) {
            return firstLine(text, Path.of(source.substring("file:".length())));
        }
        throw new IllegalArgumentException("--nas " + text + EXPECTED);
    }

    private static String firstLine(String text, Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("--nas " + text + ": the file is empty");
            }
            return lines.get(0).strip();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "--nas " + text + ": cannot read the file (" + unreadable + ")", unreadable);
        }
    }
}
