package io.silverdata.contract.adapters.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.Schema;
import io.silverdata.contract.adapters.jdbc.testing.HostShop;
import io.silverdata.contract.adapters.jdbc.verification.ContractRange;
import io.silverdata.contract.model.IdempotencyKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process may be killed between any two writes, or in the middle of one. What it gives to the operating system is recorded
 * here and played back up to many such moments: each time, the file of H2 must hold what was acknowledged by then, and no
 * half command. {@link CrashIT} kills processes indeed, and meets few of these moments. {@code -Dcrash.sessions=N}.
 */
class H2CrashPointsIT {
    private static final int SESSIONS = Integer.getInteger("crash.sessions", 5);
    private static final int MOMENTS = 10;
    private static final int THREADS = 4;
    private static final int MAX_ACKNOWLEDGEMENTS = 30;
    private static final int PAGE = 4096;

    private final Random random = new Random();

    @TempDir
    private Path directory;

    /**
     * A command that was acknowledged.
     *
     * @param key under which it was given
     * @param changes of the file, how many there were by then
     */
    private record Acknowledged(String key, int changes) {}

    /** The file as a process found it, what the process made of it, and what it acknowledged. */
    private static final class Session {
        private final byte[] before;
        private final List<RecordedFiles.Change> changes;
        private final List<Acknowledged> acknowledged;

        Session(byte[] before, List<RecordedFiles.Change> changes, List<Acknowledged> acknowledged) {
            this.before = before;
            this.changes = changes;
            this.acknowledged = acknowledged;
        }

        /** The file after so many changes, and some bytes of the next. */
        byte[] fileAt(int moment, int more) {
            byte[] file = before;
            for (RecordedFiles.Change change : changes.subList(0, moment)) {
                file = change.appliedTo(file, Integer.MAX_VALUE);
            }
            return more == 0 ? file : changes.get(moment).appliedTo(file, more);
        }

        List<String> keysBy(int moment) {
            return acknowledged.stream()
                    .filter(command -> command.changes() <= moment)
                    .map(Acknowledged::key)
                    .toList();
        }
    }

    @BeforeAll
    static void register() {
        FilePath.register(new RecordedFiles());
    }

    @Test
    void whatever_was_acknowledged_is_in_the_file(TestReporter reporter) throws Exception {
        createDatabase();
        int acknowledged = 0;
        for (int number = 0; number < SESSIONS; number++) {
            Session session = session(Integer.toString(number), false);
            acknowledged += session.acknowledged.size();
            byte[] file = session.before;
            for (int n = 0; n < MOMENTS; n++) {
                int moment = random.nextInt(session.changes.size() + 1);
                file = session.fileAt(moment, torn(session, moment));
                assertThat(findings(file, session.keysBy(moment)))
                        .as("killed after %s of %s", moment, session.changes)
                        .isEmpty();
            }
            // most of the time, the next process finds what a killed one left
            if (random.nextInt(3) > 0) {
                Files.write(file("contract"), file);
            }
        }
        reporter.publishEntry(
                "H2", SESSIONS + " processes, " + acknowledged + " commands, " + SESSIONS * MOMENTS + " moments");
    }

    @Test
    void it_is_noticed_if_a_command_is_acknowledged_before_the_commit() throws Exception {
        createDatabase();

        Session session = session("early", true);

        List<String> findings = new ArrayList<>();
        for (int moment = 0; moment <= session.changes.size(); moment++) {
            findings.addAll(findings(session.fileAt(moment, 0), session.keysBy(moment)));
        }
        assertThat(findings).anyMatch(finding -> finding.startsWith("lost: "));
    }

    private void createDatabase() throws SQLException {
        Database opened = open(RecordedFiles.SCHEME + ":" + directory.resolve("contract"));
        Schema.migrate(opened.source());
        opened.storage().plant().install(HostShop.plant());
        opened.stop("SHUTDOWN");
    }

    private Session session(String name, boolean tooEarly) throws Exception {
        byte[] before = Files.readAllBytes(file("contract"));
        RecordedFiles.clear();
        Database opened = open(RecordedFiles.SCHEME + ":" + directory.resolve("contract"));
        int wanted = 1 + random.nextInt(MAX_ACKNOWLEDGEMENTS);
        List<Acknowledged> acknowledged = new CopyOnWriteArrayList<>();
        JdbcStorage storage = opened.storage();
        HostShop shop = new HostShop(storage);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> working = new ArrayList<>();
            for (int thread = 0; thread < (tooEarly ? 1 : THREADS); thread++) {
                String keys = name + "-" + thread + "-";
                Random choice = new Random(random.nextLong());
                working.add(threads.submit(() -> {
                    for (int n = 0; acknowledged.size() < wanted; n++) {
                        command(storage, shop, choice, keys + n, acknowledged, tooEarly);
                    }
                }));
            }
            for (Future<?> worker : working) {
                worker.get();
            }
        } finally {
            threads.shutdown();
        }
        List<RecordedFiles.Change> changes = RecordedFiles.changes();
        opened.stop("SHUTDOWN");
        return new Session(before, changes, List.copyOf(acknowledged));
    }

    private static void command(
            JdbcStorage storage,
            HostShop shop,
            Random choice,
            String key,
            List<Acknowledged> acknowledged,
            boolean tooEarly) {
        if (choice.nextInt(6) == 0) {
            shop.deliver();
        } else if (tooEarly) {
            storage.unitOfWork().execute(() -> shop.anything(choice, key).peek(result -> note(key, acknowledged)));
        } else {
            shop.anything(choice, key).peek(result -> note(key, acknowledged));
        }
    }

    private static void note(String key, List<Acknowledged> acknowledged) {
        acknowledged.add(new Acknowledged(key, RecordedFiles.count()));
    }

    /** How much of the next change is made: the operating system takes a write page by page. */
    private int torn(Session session, int moment) {
        if (moment == session.changes.size() || random.nextBoolean()) {
            return 0;
        }
        return PAGE * random.nextInt(1 + session.changes.get(moment).length() / PAGE);
    }

    private List<String> findings(byte[] file, List<String> keys) throws IOException, SQLException {
        Files.write(file("after"), file);
        Database opened = open("file:" + directory.resolve("after"));
        try {
            JdbcStorage storage = opened.storage();
            List<String> findings = new ArrayList<>();
            for (String key : keys) {
                if (storage.commands().find(new IdempotencyKey(key)).isEmpty()) {
                    findings.add("lost: " + key);
                }
            }
            storage.verify(ContractRange.all(), Instant.now(), difference -> findings.add("differs: " + difference));
            return findings;
        } finally {
            opened.stop("SHUTDOWN IMMEDIATELY");
        }
    }

    private Path file(String name) {
        return directory.resolve(name + ".mv.db");
    }

    /** An open database. */
    private record Database(JdbcDataSource source) {
        JdbcStorage storage() {
            return JdbcStorage.builder().dataSource(source).build();
        }

        void stop(String how) throws SQLException {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(how);
            }
        }
    }

    private static Database open(String place) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + place + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
        return new Database(source);
    }
}
