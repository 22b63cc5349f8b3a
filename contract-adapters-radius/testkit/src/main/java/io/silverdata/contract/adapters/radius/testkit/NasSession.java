package io.silverdata.contract.adapters.radius.testkit;

import java.util.Map;
import java.util.Objects;

/**
 * One subscriber online at a {@link SimulatedNas}. Immutable.
 *
 * @param sessionId Acct-Session-Id, unique at the NAS
 * @param userName User-Name
 * @param framedIpAddress Framed-IP-Address, as {@code 192.0.2.1}
 * @param applied what CoA-Requests have set, by {@code vendor:code} (vendor 0 for standard attributes), the value as text:
 *     {@code 14988:8} is Mikrotik-Rate-Limit
 */
public record NasSession(String sessionId, String userName, String framedIpAddress, Map<String, String> applied) {

    public NasSession {
        Objects.requireNonNull(sessionId, "sessionId");
        Objects.requireNonNull(userName, "userName");
        Objects.requireNonNull(framedIpAddress, "framedIpAddress");
        applied = Map.copyOf(applied);
    }

    /** A session that no CoA-Request has changed. */
    public static NasSession of(String sessionId, String userName, String framedIpAddress) {
        return new NasSession(sessionId, userName, framedIpAddress, Map.of());
    }
}
