package health.reprieve.bench.stage;

import health.reprieve.backing.Directories;
import health.reprieve.local.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * One benchmark's place: a directory, and everything that was begun for it. Both are gone when it closes, also on Ctrl-C in the
 * middle of a start.
 */
public final class Stage implements AutoCloseable {

    private final Path directory;
    private final Effort effort;
    private final Progress progress;
    private final BlockingDeque<AutoCloseable> begun = new LinkedBlockingDeque<>();
    private final ReadWriteLock beginningOrClosing = new ReentrantReadWriteLock();
    private final Thread onExit = new Thread(this::clear, "clear the stage");
    private volatile boolean closed;

    private Stage(Path directory, Effort effort, Progress progress) {
        this.directory = directory;
        this.effort = effort;
        this.progress = progress;
    }

    /** @param place where its directory is made, beside the data of {@code ./run}, so that both write to the same disk */
    public static Stage in(Path place, Effort effort, Progress progress) throws IOException {
        Files.createDirectories(place);
        var stage = new Stage(Files.createTempDirectory(place.toAbsolutePath(), "bench-"), effort, progress);
        Runtime.getRuntime().addShutdownHook(stage.onExit);
        return stage;
    }

    /** Starts something that ends before this stage does. */
    @FunctionalInterface
    public interface Starter<T extends AutoCloseable> {

        T start() throws Exception;
    }

    /** Whoever closes the stage meanwhile waits until it has started, and then ends it. */
    public <T extends AutoCloseable> T begin(Starter<T> starter) throws Exception {
        beginningOrClosing.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("asked to stop");
            }
            var running = starter.start();
            begun.push(running);
            return running;
        } finally {
            beginningOrClosing.readLock().unlock();
        }
    }

    public Path directory() {
        return directory;
    }

    public Effort effort() {
        return effort;
    }

    /** Tells whoever waits. */
    public void tell(String step) {
        progress.done(step);
    }

    /** Whether somebody has ended it before its time. */
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException exiting) {
            // then the hook finds nothing left to do
        }
    }

    private void clear() {
        closed = true;
        beginningOrClosing.writeLock().lock();
        try {
            for (var last = begun.poll(); last != null; last = begun.poll()) {
                end(last);
            }
            if (Files.exists(directory)) {
                Directories.delete(directory);
            }
        } finally {
            beginningOrClosing.writeLock().unlock();
        }
    }

    private void end(AutoCloseable running) {
        try {
            running.close();
        } catch (Exception broken) {
            tell("could not end %s: %s".formatted(running.getClass().getSimpleName(), broken));
        }
    }
}
