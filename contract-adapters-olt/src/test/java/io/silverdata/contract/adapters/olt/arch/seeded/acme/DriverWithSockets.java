package io.silverdata.contract.adapters.olt.arch.seeded.acme;

import java.net.DatagramSocket;
import java.net.SocketException;

/** Opens a socket, and a database, by itself. */
public final class DriverWithSockets {
    private DriverWithSockets() {}

    static DatagramSocket open(java.sql.Connection database) throws SocketException {
        return new DatagramSocket(database.hashCode());
    }
}
