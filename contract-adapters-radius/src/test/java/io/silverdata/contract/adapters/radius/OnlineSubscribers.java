package io.silverdata.contract.adapters.radius;

import io.silverdata.contract.adapters.radius.testkit.NasSession;
import io.silverdata.contract.adapters.radius.testkit.NasSessions;
import io.silverdata.contract.adapters.radius.testkit.SimulatedNas;
import io.silverdata.contract.model.RadiusUser;
import java.util.Map;

/** Subscribers who are online at a simulated NAS, and in accounting, as the two would be in the field. */
final class OnlineSubscribers implements AutoCloseable {
    private final TestDatabase database;
    private final String nasAddress;
    private final SimulatedNas nas;

    OnlineSubscribers(TestDatabase database, String nasAddress) {
        this.database = database;
        this.nasAddress = nasAddress;
        this.nas = SimulatedNas.builder(Gateways.SECRET)
                .sessions(new NasSessions().onStop(session -> stop(session.sessionId())))
                .start();
    }

    SimulatedNas nas() {
        return nas;
    }

    /** As the gateway's configuration knows the NAS: sessions say one address, requests go to another. */
    NasSettings settings() {
        return NasSettings.builder("nas " + nasAddress, Gateways.endpoint(nas.address()), Gateways.mikrotik())
                .serves(nasAddress)
                .build();
    }

    void comesOnline(RadiusUser user, String sessionId) {
        comesOnline(user, sessionId, "null");
    }

    /** @param authorizedBy an expression for column class */
    void comesOnline(RadiusUser user, String sessionId, String authorizedBy) {
        nas.sessions().open(new NasSession(sessionId, user.value(), "198.51.100.9", Map.of()));
        database.run("insert into radacct (acctsessionid, acctuniqueid, username, nasipaddress, acctstarttime,"
                + " framedipaddress, class) values ('" + sessionId + "', '" + nasAddress + sessionId + "', '" + user
                + "', '" + nasAddress + "', 1772366400, '198.51.100.9', " + authorizedBy + ")");
    }

    /** Accounting hears that the session has ended. */
    void stop(String sessionId) {
        database.run(
                "update radacct set acctstoptime = 1772366500 where acctuniqueid = '" + nasAddress + sessionId + "'");
    }

    /** Accounting hears that the session goes on. */
    void interim(String sessionId) {
        database.run(
                "update radacct set acctupdatetime = 1772366600 where acctuniqueid = '" + nasAddress + sessionId + "'");
    }

    @Override
    public void close() {
        nas.close();
    }
}
