package io.silverdata.contract.adapters.jdbc.internal.session;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A file of H2, which has one writer at a time: H2 saves its tables one after the other while others go on writing, so that
 * after a kill a part of what they wrote is found, as if it was committed. All data sources of the process that open the same
 * file share one H2, and one lock.
 */
public final class H2File {
    // by path, and never forgotten: a process opens few files
    private static final ConcurrentMap<String, ReentrantLock> WRITERS = new ConcurrentHashMap<>();

    private final ReentrantLock writer;

    private H2File(String path) {
        writer = WRITERS.computeIfAbsent(path, first -> new ReentrantLock());
    }

    /** The file that an H2 database is kept in; empty if it is kept in memory. */
    public static Optional<H2File> of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet path = statement.executeQuery("SELECT DATABASE_PATH()")) {
            path.next();
            return Optional.ofNullable(path.getString(1)).map(H2File::new);
        }
    }

    void lock() {
        writer.lock();
    }

    void unlock() {
        writer.unlock();
    }

    /**
     * H2 with WRITE_DELAY=0 writes a commit before it answers, unless another connection is writing at that moment: then it
     * answers at once and leaves the commit to the next one. CHECKPOINT waits for its turn, and does nothing if nothing is
     * left to write.
     */
    public static void writeThrough(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }
}
