package io.silverdata.contract.adapters.jdbc.crash;

import io.silverdata.contract.adapters.jdbc.testing.HostShop;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.Storage;
import io.vavr.control.Either;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * A host's process. Works on a database in several threads until it is killed, and says each command on standard output
 * before and after, in one write each: what was acknowledged is in the pipe even if the process is gone the next moment.
 *
 * <p>Arguments: URL, a number that begins all keys, threads, and {@code before} if it should acknowledge
 * before the commit instead of after it, which the watcher must notice.
 */
final class CrashingHost {
    private static final OutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private final Storage storage;
    private final HostShop shop;
    private final String run;
    private final boolean tooEarly;

    private CrashingHost(Storage storage, String run, boolean tooEarly) {
        this.storage = storage;
        this.shop = new HostShop(storage);
        this.run = run;
        this.tooEarly = tooEarly;
    }

    public static void main(String[] arguments) {
        Storage storage = HostDatabase.connect(arguments[0], Integer.parseInt(arguments[2]))
                .storage();
        CrashingHost host = new CrashingHost(storage, arguments[1], arguments[3].equals("before"));
        say(HostPipe.READY);
        for (int thread = 0; thread < Integer.parseInt(arguments[2]); thread++) {
            int number = thread;
            new Thread(() -> host.work(number)).start();
        }
    }

    private void work(int thread) {
        Random random = new Random(Long.parseLong(run) * 31 + thread);
        for (int n = 0; ; n++) {
            String key = run + "-" + thread + "-" + n;
            if (random.nextInt(6) == 0) {
                deliver(key);
            } else {
                command(random, key);
            }
        }
    }

    private void command(Random random, String key) {
        say(HostPipe.TRY + " " + key);
        try {
            if (tooEarly) {
                storage.unitOfWork().execute(() -> tell(key, shop.anything(random, key)));
            } else {
                tell(key, shop.anything(random, key));
            }
        } catch (RuntimeException failed) {
            say(HostPipe.FAILED + " " + key + " " + oneLine(failed));
        }
    }

    private void deliver(String key) {
        try {
            shop.deliver();
        } catch (RuntimeException failed) {
            say(HostPipe.FAILED + " " + key + " " + oneLine(failed));
        }
    }

    private static void tell(String key, Either<Rejection, CommandResult> answer) {
        say(answer.fold(
                refusal -> HostPipe.REFUSED + " " + key,
                result -> new HostPipe.Acknowledged(
                                key, result.contract().id(), result.contract().version())
                        .line()));
    }

    private static String oneLine(RuntimeException failed) {
        return failed.toString().replaceAll("\\s+", " ");
    }

    private static synchronized void say(String line) {
        try {
            OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException nobodyListens) {
            Runtime.getRuntime().halt(1);
        }
    }
}
