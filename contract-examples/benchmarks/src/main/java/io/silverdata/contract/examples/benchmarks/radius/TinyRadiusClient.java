package io.silverdata.contract.examples.benchmarks.radius;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import org.tinyradius.attribute.StringAttribute;
import org.tinyradius.packet.CoaRequest;
import org.tinyradius.packet.RadiusPacket;
import org.tinyradius.util.RadiusClient;

/** The client that tinyradius brings: one request at a time, without a Message-Authenticator. */
final class TinyRadiusClient implements Sender {
    private final InetSocketAddress address;

    TinyRadiusClient(InetSocketAddress address) {
        this.address = address;
    }

    @Override
    public String title() {
        return "tinyradius' RadiusClient";
    }

    @Override
    public Cost send(int requests) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        RadiusClient client = new RadiusClient(address.getAddress().getHostAddress(), CoaListener.SECRET);
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        for (int i = 0; i < requests; i++) {
            CoaRequest request = new CoaRequest(RadiusPacket.DISCONNECT_REQUEST);
            request.addAttribute(new StringAttribute(1, "user" + i % 100));
            request.addAttribute(new StringAttribute(44, "81a0" + i % 100));
            RadiusPacket answer = client.communicate(request, address.getPort());
            if (answer.getPacketType() != RadiusPacket.DISCONNECT_ACK) {
                throw new IllegalStateException("not acknowledged: " + answer.getPacketTypeName());
            }
        }
        Cost cost = new Cost(requests, System.nanoTime() - start, system.getProcessCpuTime() - cpu);
        client.close();
        return cost;
    }
}
