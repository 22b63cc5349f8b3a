package io.silverdata.contract.adapters.olt.peer;

import io.silverdata.contract.testkit.Peers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The Perl that net-snmp's agent runs inside itself. */
final class PerlAgent {
    private PerlAgent() {}

    static void require() {
        Path perl = Peers.require("perl", "perl");
        if (!loads(perl)) {
            throw Peers.missing("the Perl module NetSNMP::agent", "apt-get install libsnmp-perl");
        }
    }

    private static boolean loads(Path perl) {
        try {
            Process process = new ProcessBuilder(perl.toString(), "-MNetSNMP::agent", "-e", "1")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
