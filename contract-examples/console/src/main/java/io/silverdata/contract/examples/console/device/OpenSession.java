package io.silverdata.contract.examples.console.device;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A session that accounting says is open.
 *
 * @param id Acct-Session-Id
 * @param nas NAS-IP-Address
 * @param address Framed-IP-Address, if known
 * @param callingStation Calling-Station-Id, if known
 * @param started when it began, if accounting says
 * @param updated when accounting last heard of it, if it did
 */
public record OpenSession(
        String id,
        String nas,
        Optional<String> address,
        Optional<String> callingStation,
        Optional<Instant> started,
        Optional<Instant> updated) {
    public OpenSession {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(nas, "nas");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(callingStation, "callingStation");
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(updated, "updated");
    }
}
