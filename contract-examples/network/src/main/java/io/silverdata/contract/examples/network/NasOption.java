package io.silverdata.contract.examples.network;

import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.dynauth.SharedSecret;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code --nas [PROFILE@]ADDRESS[:PORT]/env:NAME} or {@code /file:PATH}.
 *
 * @param endpoint where it takes requests
 * @param profile of its maker
 */
record NasOption(NasEndpoint endpoint, NasProfile profile) {
    private static final String EXPECTED =
            ", expected [PROFILE@]ADDRESS[:PORT]/env:NAME or [PROFILE@]ADDRESS[:PORT]/file:PATH";

    static NasOption parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("--nas " + text + EXPECTED);
        }
        String place = text.substring(0, slash);
        int at = place.indexOf('@');
        return new NasOption(
                endpoint(text, place.substring(at + 1), text.substring(slash + 1)),
                at < 0 ? NasVendor.MIKROTIK.profile(List.of()) : profile(text, place.substring(0, at)));
    }

    private static NasProfile profile(String text, String name) {
        try {
            return NasVendor.parse(name);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("--nas " + text + ": " + wrong.getMessage(), wrong);
        }
    }

    private static NasEndpoint endpoint(String text, String address, String secret) {
        HostPort place = HostPort.parse("--nas", address, NasEndpoint.DEFAULT_PORT);
        try {
            return NasEndpoint.builder(InetAddress.getByName(place.host()), SharedSecret.of(secret(text, secret)))
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
