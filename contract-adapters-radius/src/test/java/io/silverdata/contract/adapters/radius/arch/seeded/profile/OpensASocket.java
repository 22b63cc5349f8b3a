package io.silverdata.contract.adapters.radius.arch.seeded.profile;

import java.net.DatagramSocket;
import java.nio.channels.DatagramChannel;

record OpensASocket(DatagramSocket socket, DatagramChannel channel) {}
