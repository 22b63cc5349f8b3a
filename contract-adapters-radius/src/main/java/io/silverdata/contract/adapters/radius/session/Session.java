package io.silverdata.contract.adapters.radius.session;

import io.silverdata.contract.model.RadiusUser;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A session that accounting says is open. What the NAS said is kept letter for letter: it knows the session by nothing else.
 *
 * @param uniqueId Acct-Unique-Session-Id, FreeRADIUS' own key
 * @param sessionId Acct-Session-Id
 * @param user the login, as the database compares names
 * @param userName User-Name as accounted, by which the NAS knows the session: some databases take {@code ANNA} for {@code
 *     anna}
 * @param nasAddress NAS-IP-Address, as the NAS said it; packets may come from elsewhere
 * @param nasPortId NAS-Port-Id, if known
 * @param framedIpAddress Framed-IP-Address, if known
 * @param callingStationId Calling-Station-Id, if known
 * @param authorizedBy Class, if accounting records it
 * @param started when accounting says it began, if it does
 * @param updated when accounting last heard of it, if it did
 */
public record Session(
        String uniqueId,
        String sessionId,
        RadiusUser user,
        String userName,
        String nasAddress,
        Optional<String> nasPortId,
        Optional<String> framedIpAddress,
        Optional<String> callingStationId,
        Optional<String> authorizedBy,
        Optional<Instant> started,
        Optional<Instant> updated) {

    public Session {
        Objects.requireNonNull(uniqueId, "uniqueId");
        Objects.requireNonNull(sessionId, "sessionId");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(userName, "userName");
        Objects.requireNonNull(nasAddress, "nasAddress");
        Objects.requireNonNull(nasPortId, "nasPortId");
        Objects.requireNonNull(framedIpAddress, "framedIpAddress");
        Objects.requireNonNull(callingStationId, "callingStationId");
        Objects.requireNonNull(authorizedBy, "authorizedBy");
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(updated, "updated");
    }

    /** Login, session and NAS. */
    @Override
    public String toString() {
        return "session " + sessionId + " of " + user + " at " + nasAddress;
    }
}
