package io.silverdata.contract.adapters.radius.arch.seeded;

import java.net.DatagramSocket;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.ExecutorService;
import org.tinyradius.packet.RadiusPacket;

record OpensSockets(DatagramSocket socket, DatagramChannel channel, ExecutorService threads, RadiusPacket packet) {
    static void begin(Runnable work) {
        new Thread(work).start();
    }
}
