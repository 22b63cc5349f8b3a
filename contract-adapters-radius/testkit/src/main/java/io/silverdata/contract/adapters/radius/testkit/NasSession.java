package io.silverdata.contract.adapters.radius.testkit;

import java.util.Map;

/**
 * One subscriber online at a {@link SimulatedNas}.
 *
 * @param sessionId Acct-Session-Id
 * @param userName User-Name
 * @param framedIpAddress Framed-IP-Address, as {@code 192.0.2.1}
 * @param applied what CoA-Requests set, by {@code vendor:code}, the value as text
 */
public record NasSession(String sessionId, String userName, String framedIpAddress, Map<String, String> applied) {
    /** Copies. */
    public NasSession {
        applied = Map.copyOf(applied);
    }

    /** Of which nothing was changed yet. */
    public static NasSession of(String sessionId, String userName, String framedIpAddress) {
        return new NasSession(sessionId, userName, framedIpAddress, Map.of());
    }
}
