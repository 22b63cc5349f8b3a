package io.silverdata.contract.examples.network;

import java.net.URI;
import java.net.URISyntaxException;

/** {@code HOST[:PORT]}, an IPv6 address in brackets. */
record HostPort(String host, int port) {

    static HostPort parse(String option, String text, int byDefault) {
        try {
            URI uri = new URI("udp://" + text);
            if (uri.getHost() == null || !uri.getPath().isEmpty() || uri.getUserInfo() != null) {
                throw wrong(option, text);
            }
            return new HostPort(uri.getHost(), uri.getPort() < 0 ? byDefault : uri.getPort());
        } catch (URISyntaxException wrong) {
            throw wrong(option, text);
        }
    }

    private static IllegalArgumentException wrong(String option, String text) {
        return new IllegalArgumentException(
                option + ": " + text + " is no host or host:port; write an IPv6 address in brackets");
    }
}
