package io.silverdata.contract.examples.storm;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.model.Trigger;
import java.io.PrintStream;
import java.util.Arrays;

/** A process that carries out a plant move and delivers, a few contracts at a time, until it is killed. Prints a line for each round. */
final class MoveWorker {
    static final CommandContext BY = CommandContext.by("the night shift", Trigger.ADMIN);
    private static final int MOVED = 3;
    private static final int DELIVERED = 2;

    private MoveWorker() {}

    public static void main(String... args) {
        StormWorker.endWithParent();
        run(args[0], StormHost.Addresses.of(Arrays.asList(args).subList(1, args.length)), System.out);
    }

    @SuppressWarnings("InfiniteLoopStatement") // ends with the process
    private static void run(String worker, StormHost.Addresses addresses, PrintStream out) {
        try (StormHost host = new StormHost(addresses, worker)) {
            while (true) {
                var moved = host.contracts()
                        .moves()
                        .run(MoveKilledIT.MOVE, BY)
                        .map(run -> run.advance(MOVED, item -> {}).state().name())
                        .getOrElseGet(refusal -> refusal.message());
                out.println(moved + ", delivered "
                        + host.contracts().worker().deliverPending(DELIVERED).confirmed());
                out.flush();
            }
        }
    }
}
