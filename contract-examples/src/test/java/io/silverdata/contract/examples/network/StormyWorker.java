package io.silverdata.contract.examples.network;

import io.silverdata.contract.spi.StorageException;
import io.silverdata.contract.worker.DeliverySummary;
import java.io.PrintStream;
import java.util.Arrays;

/** A worker process in a storm: delivers until it is killed, and prints a line for each round. */
final class StormyWorker {
    private static final int BATCH = 16;

    private StormyWorker() {}

    public static void main(String... args) {
        run(args[0], StormyTown.Addresses.of(Arrays.asList(args).subList(1, args.length)), System.out);
    }

    @SuppressWarnings("InfiniteLoopStatement") // ends with the process
    private static void run(String name, StormyTown.Addresses addresses, PrintStream out) {
        try (StormyTown town = begin(name, addresses, out)) {
            while (true) {
                out.println(round(town));
                out.flush();
            }
        }
    }

    /** Who is started while the database is down tries until it is back, as a host's supervisor would. */
    private static StormyTown begin(String name, StormyTown.Addresses addresses, PrintStream out) {
        while (true) {
            try {
                return new StormyTown(addresses, name);
            } catch (RuntimeException down) {
                out.println("the database is not there yet: " + down.getMessage());
                out.flush();
            }
        }
    }

    private static String round(StormyTown town) {
        try {
            DeliverySummary delivery = town.contracts().worker().deliverPending(BATCH);
            town.contracts().worker().applyDue(BATCH);
            return "delivered " + delivery.confirmed();
        } catch (StorageException broken) {
            return "the database is gone: " + broken.getMessage();
        }
    }
}
