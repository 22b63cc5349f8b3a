package io.silverdata.contract.adapters.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.jdbc.testing.MariaDbServer;
import io.silverdata.contract.adapters.jdbc.testing.Verify;
import io.silverdata.contract.adapters.jdbc.verification.Verification;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * A host that acknowledges its commands one by one and is killed in the middle, again and again, on one database: every
 * acknowledged command is there, no half command is there, replay equals rows. {@code -Dcrash.kills=N} for each database;
 * the profile {@code storm} has 200.
 */
class CrashIT {
    private static final int KILLS = Integer.getInteger("crash.kills", 3);
    private static final int THREADS = 4;
    private static final int MAX_ACKNOWLEDGEMENTS = 60;

    private final Random random = new Random();
    private TestReporter reporter;

    @BeforeEach
    void reportTo(TestReporter destination) {
        reporter = destination;
    }

    @Test
    void nothing_is_lost_on_h2(@TempDir Path directory) {
        String url = "jdbc:h2:file:" + directory.resolve("contract") + ";WRITE_DELAY=0";

        killAgainAndAgain("H2", url, KILLS);
    }

    @Test
    void nothing_is_lost_on_postgresql(@TempDir Path directory) {
        try (CrashingPostgres server = new CrashingPostgres(directory)) {
            killAgainAndAgain("PostgreSQL", server.url(), KILLS);
        }
    }

    @Test
    void nothing_is_lost_on_mariadb() {
        killAgainAndAgain("MariaDB", MariaDbServer.shared().durableDatabase("crash"), KILLS);
    }

    @Test
    void nothing_is_lost_when_postgresql_is_shut_down_at_once(@TempDir Path directory) {
        try (CrashingPostgres server = new CrashingPostgres(directory)) {
            HostDatabase.create(server.url());
            CrashAudit audit = new CrashAudit();
            for (int kill = 0; kill < KILLS; kill++) {
                try (HostWatch host = start(server.url(), "after")) {
                    host.awaitAcknowledgements(1 + random.nextInt(MAX_ACKNOWLEDGEMENTS));
                    server.stopImmediately();
                    host.awaitFailure();
                    host.kill();
                    server.restart();
                    assertThat(findings(audit, server.url(), host)).isEmpty();
                }
            }
            assertNothingEverWasLost("PostgreSQL immediate", audit, server.url());
        }
    }

    @Test
    void the_audit_notices_a_host_that_acknowledges_before_the_commit(@TempDir Path directory) {
        String url = "jdbc:h2:file:" + directory.resolve("contract") + ";WRITE_DELAY=0";
        HostDatabase.create(url);
        CrashAudit audit = new CrashAudit();
        List<String> findings = List.of();

        for (int kill = 0; findings.isEmpty() && kill < 40; kill++) {
            try (HostWatch host = start(url, "before")) {
                host.awaitAcknowledgements(1 + random.nextInt(MAX_ACKNOWLEDGEMENTS));
                host.kill();
                findings = findings(audit, url, host);
            }
        }

        assertThat(findings).anyMatch(finding -> finding.startsWith("lost: "));
    }

    private void killAgainAndAgain(String database, String url, int kills) {
        HostDatabase.create(url);
        CrashAudit audit = new CrashAudit();
        for (int kill = 0; kill < kills; kill++) {
            try (HostWatch host = start(url, "after")) {
                host.awaitAcknowledgements(1 + random.nextInt(MAX_ACKNOWLEDGEMENTS));
                host.kill();
                assertThat(findings(audit, url, host)).isEmpty();
                assertThat(host.failed()).isEmpty();
            }
        }
        assertNothingEverWasLost(database, audit, url);
    }

    private HostWatch start(String url, String acknowledge) {
        long run = random.nextInt(Integer.MAX_VALUE);
        return HostWatch.start(url, Long.toString(run), Integer.toString(THREADS), acknowledge);
    }

    private static List<String> findings(CrashAudit audit, String url, HostWatch ended) {
        try (HostDatabase.Connected database = HostDatabase.connect(url, 1)) {
            return audit.findings(database.storage(), ended);
        }
    }

    private void assertNothingEverWasLost(String database, CrashAudit audit, String url) {
        Verification verification;
        try (HostDatabase.Connected connected = HostDatabase.connect(url, 1)) {
            assertThat(audit.findings(connected.storage())).isEmpty();
            verification = Verify.nothingIsHalf(connected.storage(), Instant.now());
        }
        reporter.publishEntry(
                database,
                KILLS + " kills, " + audit.acknowledgements() + " acknowledged commands all there, " + verification);
    }
}
