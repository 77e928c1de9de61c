package health.reprieve.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Says that a live JVM uses a directory; the operating system drops it when that JVM dies, however it dies. */
public final class DirectoryLock implements AutoCloseable {

    private static final String FILE = "in-use.lock";

    private final FileLock lock;

    private DirectoryLock(FileLock lock) {
        this.lock = lock;
    }

    /**
     * Takes the directory, which is made if it is missing.
     *
     * @throws CannotStart when another running process has it
     */
    public static DirectoryLock of(Path directory) {
        return tryOf(directory)
                .orElseThrow(() -> new CannotStart(
                        "The data in %s is in use by another running process: stop that one first, or choose another directory."
                                .formatted(directory)));
    }

    /** Empty when another JVM, or another server of this one, has it. */
    static Optional<DirectoryLock> tryOf(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel channel =
                    FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return Optional.of(new DirectoryLock(lock));
                }
            } catch (OverlappingFileLockException held) {
                // the same JVM has it: just as taken as by another
            }
            channel.close();
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Takes the mark away that {@link #of} left, once the directory is given free. */
    public static void unmark(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(FILE));
    }

    /** Whether it was ever taken, by whomever. */
    public static boolean isMarked(Path directory) {
        return Files.exists(directory.resolve(FILE));
    }

    @Override
    public void close() {
        try {
            lock.acquiredBy().close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
