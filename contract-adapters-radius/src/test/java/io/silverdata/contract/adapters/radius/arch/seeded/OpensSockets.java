package io.silverdata.contract.adapters.radius.arch.seeded;

import java.net.DatagramSocket;
import java.nio.channels.DatagramChannel;
import org.tinyradius.packet.RadiusPacket;

record OpensSockets(DatagramSocket socket, DatagramChannel channel, RadiusPacket packet) {}
