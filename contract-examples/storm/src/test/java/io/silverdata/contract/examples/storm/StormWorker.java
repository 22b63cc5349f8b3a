package io.silverdata.contract.examples.storm;

import io.silverdata.contract.spi.StorageException;
import io.silverdata.contract.worker.DeliverySummary;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;

/** A worker process in a storm: delivers until it is killed, and prints a line for each round. */
final class StormWorker {
    private static final int BATCH = 200;

    private StormWorker() {}

    public static void main(String... args) {
        endWithParent();
        run(args[0], StormHost.Addresses.of(Arrays.asList(args).subList(1, args.length)), System.out);
    }

    /** A test that is killed closes its end of the pipe. */
    static void endWithParent() {
        Thread parent = new Thread(StormWorker::awaitEndOfParent, "ends with the test");
        parent.setDaemon(true);
        parent.start();
    }

    private static void awaitEndOfParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            // the same
        }
        Runtime.getRuntime().halt(1);
    }

    @SuppressWarnings("InfiniteLoopStatement") // ends with the process
    private static void run(String name, StormHost.Addresses addresses, PrintStream out) {
        try (StormHost host = begin(name, addresses, out)) {
            while (true) {
                out.println(round(host));
                out.flush();
            }
        }
    }

    /** Who is started while the database is down tries until it is back, as a host's supervisor would. */
    private static StormHost begin(String name, StormHost.Addresses addresses, PrintStream out) {
        while (true) {
            try {
                return new StormHost(addresses, name);
            } catch (RuntimeException down) {
                out.println("the database is not there yet: " + down.getMessage());
                out.flush();
            }
        }
    }

    private static String round(StormHost host) {
        try {
            DeliverySummary delivery = host.contracts().worker().deliverPending(BATCH);
            host.contracts().worker().applyDue(BATCH);
            return "delivered " + delivery.confirmed();
        } catch (StorageException broken) {
            return "the database is gone: " + broken.getMessage();
        }
    }
}
