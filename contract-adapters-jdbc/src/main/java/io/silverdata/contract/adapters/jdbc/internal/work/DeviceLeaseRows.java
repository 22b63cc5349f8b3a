package io.silverdata.contract.adapters.jdbc.internal.work;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.adapters.jdbc.internal.session.Sessions;
import io.silverdata.contract.spi.DeviceLease;
import io.silverdata.contract.spi.DeviceLeases;
import io.silverdata.contract.spi.HeldDevice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A row for each device that somebody has, or had and did not give back. */
public final class DeviceLeaseRows implements DeviceLeases {
    private static final int LONGEST_NAME = 255;

    private final Sessions sessions;
    private final Dialect dialect;

    public DeviceLeaseRows(Sessions sessions, Dialect dialect) {
        this.sessions = sessions;
        this.dialect = dialect;
    }

    @Override
    public Optional<DeviceLease> acquire(String device, String worker, Instant now, Instant until) {
        if (device.isEmpty() || device.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("device must be 1 to 255 characters, was \"" + device + "\"");
        }
        return sessions.with(session ->
                token(session, device, worker, now, until).map(token -> new DeviceLease(device, token, until)));
    }

    @Override
    public Optional<DeviceLease> renew(DeviceLease lease, Instant now, Instant until) {
        return sessions.with(session -> {
            int renewed = session.update("UPDATE {device_lease} SET lease_until = :until"
                            + " WHERE device = :device AND token = :token AND lease_until > :now")
                    .bind("until", until)
                    .bind("device", lease.device())
                    .bind("token", lease.token())
                    .bind("now", now)
                    .execute();
            return renewed > 0 ? Optional.of(new DeviceLease(lease.device(), lease.token(), until)) : Optional.empty();
        });
    }

    @Override
    public void release(DeviceLease lease) {
        sessions.with(session -> session.update("DELETE FROM {device_lease} WHERE device = :device AND token = :token")
                .bind("device", lease.device())
                .bind("token", lease.token())
                .execute());
    }

    @Override
    public List<HeldDevice> held(Instant now) {
        return sessions.with(session -> session.query(
                        "SELECT device, worker, held_since, lease_until FROM {device_lease}"
                                + " WHERE lease_until > :now ORDER BY device")
                .bind("now", now)
                .map((row, context) -> new HeldDevice(
                        row.getString(1),
                        row.getString(2),
                        Micros.instant(row.getLong(3)),
                        Micros.instant(row.getLong(4))))
                .list());
    }

    private Optional<Long> token(Session session, String device, String worker, Instant now, Instant until) {
        return switch (dialect) {
            case POSTGRESQL ->
                session.lockingQuery(
                                "INSERT INTO {device_lease} AS held (device, token, worker, held_since, lease_until)"
                                        + " VALUES (:device, nextval('{token}'), :worker, :now, :until) ON CONFLICT (device)"
                                        + " DO UPDATE SET token = EXCLUDED.token, worker = EXCLUDED.worker,"
                                        + " held_since = EXCLUDED.held_since, lease_until = EXCLUDED.lease_until WHERE held.lease_until <= :now RETURNING token")
                        .bind("device", device)
                        .bind("worker", worker)
                        .bind("now", now)
                        .bind("until", until)
                        .mapTo(Long.class)
                        .findOne();
            case H2, MARIADB -> takenOver(session, device, worker, now, until);
        };
    }

    /** Takes an ended lease over, else adds one unless there is one: neither waits for the other's outcome twice. */
    private Optional<Long> takenOver(Session session, String device, String worker, Instant now, Instant until) {
        long token =
                session.query("SELECT NEXT VALUE FOR {token}").mapTo(Long.class).one();
        int changed = session.update("UPDATE {device_lease} SET token = :token, worker = :worker,"
                        + " held_since = :now, lease_until = :until WHERE device = :device AND lease_until <= :now")
                .bind("token", token)
                .bind("worker", worker)
                .bind("until", until)
                .bind("device", device)
                .bind("now", now)
                .execute();
        if (changed == 0) {
            changed = session.update(addUnlessThere())
                    .bind("token", token)
                    .bind("worker", worker)
                    .bind("now", now)
                    .bind("until", until)
                    .bind("device", device)
                    .execute();
        }
        return changed > 0 ? Optional.of(token) : Optional.empty();
    }

    private String addUnlessThere() {
        String row = " {device_lease} (device, token, worker, held_since, lease_until) ";
        return dialect == Dialect.MARIADB
                ? "INSERT IGNORE INTO" + row + "VALUES (:device, :token, :worker, :now, :until)"
                : "INSERT INTO" + row + "SELECT CAST(:device AS VARCHAR), CAST(:token AS BIGINT),"
                        + " CAST(:worker AS VARCHAR), CAST(:now AS BIGINT), CAST(:until AS BIGINT)"
                        + " WHERE NOT EXISTS (SELECT 1 FROM {device_lease} WHERE device = :device)";
    }
}
