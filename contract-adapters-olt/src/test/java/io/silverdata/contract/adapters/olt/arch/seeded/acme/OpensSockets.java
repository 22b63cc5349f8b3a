package io.silverdata.contract.adapters.olt.arch.seeded.acme;

import java.net.DatagramSocket;
import java.net.SocketException;
import java.nio.channels.DatagramChannel;
import java.sql.Connection;

/** Reaches the network and a database by itself. */
final class OpensSockets {
    private OpensSockets() {}

    static DatagramSocket open(Connection database, DatagramChannel channel) throws SocketException {
        return new DatagramSocket(database.hashCode() + channel.hashCode());
    }
}
