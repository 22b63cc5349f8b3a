package io.silverdata.contract.adapters.radius.peer;

import io.silverdata.contract.testkit.Peers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * hostapd as a NAS without sessions, the strictest there is: it drops what has no right Message-Authenticator and no
 * Event-Timestamp of the last five minutes, and refuses every attribute it does not know.
 *
 * <p>Its configuration makes it NAS-IP-Address 127.0.0.1 and NAS-Identifier {@value #IDENTIFIER}. Skips the test where
 * hostapd is missing.
 */
public final class Hostapd implements AutoCloseable {
    /** That of 127.0.0.1. */
    public static final String SECRET = "a-secret-of-the-tests";
    /** Its NAS-Identifier. */
    public static final String IDENTIFIER = "hap";

    private final int port = UdpPorts.free();
    private final Path configuration;
    private final ForeignProcess process;

    private Hostapd() {
        Path program = Peers.require("hostapd", "hostapd");
        try {
            this.configuration = Files.createTempFile("hostapd", ".conf");
            Files.writeString(configuration, """
                    interface=lo
                    driver=none
                    ssid=x
                    own_ip_addr=127.0.0.1
                    nas_identifier=%s
                    radius_das_port=%d
                    radius_das_client=127.0.0.1 %s
                    radius_das_time_window=300
                    radius_das_require_event_timestamp=1
                    radius_das_require_message_authenticator=1
                    """.formatted(IDENTIFIER, port, SECRET));
            this.process = ForeignProcess.start(List.of(program.toString(), configuration.toString()), "AP-ENABLED");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it, and returns when it is ready. */
    public static Hostapd start() {
        return UdpPorts.retrying(attempt -> new Hostapd());
    }

    /** Where it takes Disconnect-Requests and CoA-Requests. */
    public InetSocketAddress das() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** What it printed so far. */
    public String log() {
        return process.printed();
    }

    @Override
    public void close() {
        process.close();
        configuration.toFile().delete();
    }
}
