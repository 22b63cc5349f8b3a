package io.silverdata.contract.adapters.jdbc.crash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A file system of H2, {@code recorded:}, that notes each change of a database file in the order in which the operating
 * system got it. What a killed process leaves behind is the file as it was, and the first so many changes. Public, with a
 * constructor, since H2 makes one for each path. One database at a time.
 */
public final class RecordedFiles extends FilePathWrapper {
    static final String SCHEME = "recorded";

    private static final List<Change> CHANGES = new ArrayList<>();

    /** Bytes that were written from a position on, or the size that was cut to. */
    static final class Change {
        private final long position;
        private final byte @Nullable [] bytes;

        private Change(long position, byte @Nullable [] bytes) {
            this.position = position;
            this.bytes = bytes;
        }

        /** The file after it, or after the first so many bytes of it. */
        byte[] appliedTo(byte[] file, int max) {
            if (bytes == null) {
                return Arrays.copyOf(file, (int) position);
            }
            int count = Math.min(max, bytes.length);
            int end = (int) position + count;
            byte[] changed = Arrays.copyOf(file, Math.max(file.length, end));
            System.arraycopy(bytes, 0, changed, (int) position, count);
            return changed;
        }

        int length() {
            return bytes == null ? 0 : bytes.length;
        }

        @Override
        public String toString() {
            return bytes == null ? "cut to " + position : bytes.length + " bytes at " + position;
        }
    }

    /** Forgets what was recorded. */
    static void clear() {
        synchronized (CHANGES) {
            CHANGES.clear();
        }
    }

    /** How many changes there were. */
    static int count() {
        synchronized (CHANGES) {
            return CHANGES.size();
        }
    }

    /** The changes so far. */
    static List<Change> changes() {
        synchronized (CHANGES) {
            return List.copyOf(CHANGES);
        }
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel file = getBase().open(mode);
        return name.endsWith(".mv.db") ? new Recorded(file) : file;
    }

    private static final class Recorded extends FileBaseDefault {
        private final FileChannel file;

        Recorded(FileChannel file) {
            this.file = file;
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            synchronized (CHANGES) {
                byte[] bytes = new byte[source.remaining()];
                source.duplicate().get(bytes);
                int written = file.write(source, position);
                CHANGES.add(new Change(position, Arrays.copyOf(bytes, written)));
                return written;
            }
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            synchronized (CHANGES) {
                if (size < file.size()) {
                    CHANGES.add(new Change(size, null));
                }
                file.truncate(size);
            }
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
