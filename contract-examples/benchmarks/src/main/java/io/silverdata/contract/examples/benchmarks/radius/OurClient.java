package io.silverdata.contract.examples.benchmarks.radius;

import com.sun.management.OperatingSystemMXBean;
import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.dynauth.Answer;
import io.silverdata.contract.adapters.radius.dynauth.DynamicAuthorizationClient;
import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.dynauth.SharedSecret;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** This library's client, with Message-Authenticator and Event-Timestamp, as always. */
final class OurClient implements Sender, AutoCloseable {
    // all of a round may wait at once, as radclient reads all of its file
    private static final int OUTSTANDING = 100_000;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final DynamicAuthorizationClient client =
            DynamicAuthorizationClient.builder().open();
    private final NasEndpoint nas;
    private final String title;

    OurClient(InetSocketAddress address, int inFlight) {
        title = "this library, " + inFlight + " in flight";
        nas = NasEndpoint.builder(address.getAddress(), SharedSecret.of(CoaListener.SECRET))
                .port(address.getPort())
                .inFlight(inFlight)
                .queue(OUTSTANDING)
                .identifierReuseDelay(Duration.ZERO)
                .build();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Cost send(int requests) throws InterruptedException {
        Semaphore room = new Semaphore(OUTSTANDING);
        AtomicInteger wrong = new AtomicInteger();
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        for (int i = 0; i < requests; i++) {
            room.acquire();
            client.disconnect(nas, attributes(i)).thenAccept(answer -> {
                if (!(answer instanceof Answer.Acknowledged)) {
                    wrong.incrementAndGet();
                }
                room.release();
            });
        }
        room.acquire(OUTSTANDING);
        Cost cost = new Cost(requests, System.nanoTime() - start, SYSTEM.getProcessCpuTime() - cpu);
        if (wrong.get() > 0) {
            throw new IllegalStateException(wrong + " requests were not acknowledged");
        }
        return cost;
    }

    private static List<RadiusAttribute> attributes(int number) {
        return List.of(
                RadiusAttribute.text(Attributes.USER_NAME, "user" + number % 100),
                RadiusAttribute.text(Attributes.ACCT_SESSION_ID, "81a0" + number % 100));
    }

    @Override
    public void close() {
        client.close();
    }
}
