package io.silverdata.contract.examples.benchmarks.path;

import com.sun.management.OperatingSystemMXBean;
import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.benchmarks.harness.JavaProcess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.worker.DeliverySummary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A worker in a process of its own: delivers all that is due when it is told to, and says what it waited for. */
final class WorkerProcess implements AutoCloseable {
    private static final int BATCH = 1_000;

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final JavaProcess process;

    /** @param devices threads of the executor; 0: none */
    WorkerProcess(String contractsUrl, String radiusUrl, InetSocketAddress nas, int devices, String name)
            throws IOException {
        process = new JavaProcess("512m", WorkerProcess.class, contractsUrl, radiusUrl, nas.getPort(), devices, name);
        process.line();
    }

    void begin() {
        process.tell("go");
    }

    Done end() throws IOException {
        return Done.of(process.line());
    }

    /**
     * What a worker did.
     *
     * @param delivered how many contracts
     * @param nanoseconds from the beginning until nothing was due
     * @param cpu nanoseconds of processor time meanwhile
     */
    record Done(long delivered, long nanoseconds, long cpu, Host.Waits waits) {
        static Done of(String line) {
            List<Long> numbers =
                    Arrays.stream(line.split(" ")).map(Long::valueOf).toList();
            return new Done(
                    numbers.get(0),
                    numbers.get(1),
                    numbers.get(2),
                    new Host.Waits(numbers.get(3), numbers.get(4), numbers.get(5)));
        }

        String line() {
            return delivered + " " + nanoseconds + " " + cpu + " " + waits.contractDatabase() + " "
                    + waits.radiusDatabase() + " " + waits.delivering();
        }
    }

    /** The process itself. */
    public static void main(String[] arguments) throws Exception {
        int devices = Integer.parseInt(arguments[3]);
        InetSocketAddress nas = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[2]));
        BufferedReader words = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Host host = new Host(arguments[0], arguments[1], nas, new InMemoryLine(), devices, arguments[4])) {
            host.contracts().worker().deliverPending(1);
            System.out.println("ready");
            while (words.readLine() != null) {
                System.out.println(deliver(host).line());
            }
        }
    }

    private static Done deliver(Host host) {
        Host.Waits before = host.waits();
        long cpu = SYSTEM.getProcessCpuTime();
        long begin = System.nanoTime();
        long delivered = deliverAll(host.contracts());
        return new Done(
                delivered,
                System.nanoTime() - begin,
                SYSTEM.getProcessCpuTime() - cpu,
                host.waits().since(before));
    }

    private static int deliverAll(Contracts contracts) {
        int confirmed = 0;
        while (true) {
            DeliverySummary delivery = contracts.worker().deliverPending(BATCH);
            confirmed += delivery.confirmed();
            if (delivery.leased() == 0) {
                return confirmed;
            }
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
