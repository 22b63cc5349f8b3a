package io.silverdata.contract.adapters.jdbc.testing;

import io.silverdata.contract.testkit.Peers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A disk of some megabytes in memory. Needs the right to mount, which no package brings. */
public final class SmallDisk implements AutoCloseable {
    private static final int LEFT = 48 * 1024;

    private final Path directory;

    private SmallDisk(Path directory) {
        this.directory = directory;
    }

    public static SmallDisk mount(Path directory, int megabytes) {
        if (!"root".equals(System.getProperty("user.name"))) {
            throw Peers.missing("the right to mount a small disk", "run the test as root");
        }
        try {
            Files.createDirectories(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", directory.toString()) != 0) {
            throw Peers.missing("the right to mount a tmpfs", "run the test where root may mount");
        }
        return new SmallDisk(directory);
    }

    public Path directory() {
        return directory;
    }

    /** Leaves room for a few pages. */
    public void fill() {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler())) {
            for (long free = directory.toFile().getUsableSpace(); free > LEFT; free -= block.length) {
                out.write(block);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public void makeRoom() {
        try {
            Files.delete(filler());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whoever still has a file open keeps it until it lets go. */
    @Override
    public void close() {
        run("umount", "--lazy", directory.toString());
    }

    private Path filler() {
        return directory.resolve("filler");
    }

    private static int run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
            return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : 1;
        } catch (IOException failed) {
            return 1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
