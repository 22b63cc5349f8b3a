package io.silverdata.contract.examples.benchmarks.radius;

import io.silverdata.contract.adapters.radius.testkit.NasBehaviour;
import io.silverdata.contract.adapters.radius.testkit.NetworkConditions;
import io.silverdata.contract.adapters.radius.testkit.SimulatedNas;
import io.silverdata.contract.examples.benchmarks.harness.JavaProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/** A NAS in a process of its own that acknowledges every request after a while. */
final class SlowNas implements AutoCloseable {
    private final JavaProcess process;
    private final InetSocketAddress address;

    SlowNas(Duration delay) throws IOException {
        process = new JavaProcess("512m", SlowNas.class, delay.toMillis());
        address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(process.line()));
    }

    /** The process itself: prints its port, and runs until its input ends. */
    public static void main(String... arguments) throws IOException {
        try (SimulatedNas nas = SimulatedNas.builder(CoaListener.SECRET)
                .strict(false)
                .network(NetworkConditions.delayed(Duration.ofMillis(Long.parseLong(arguments[0]))))
                .behaviour(NasBehaviour.acknowledging())
                .start()) {
            System.out.println(nas.address().getPort());
            JavaProcess.awaitEndOfInput();
        }
    }

    InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        process.close();
    }
}
