package health.reprieve.bench.stage;

import health.reprieve.backing.Directories;
import health.reprieve.local.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
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

    /**
     * A stage that is {@linkplain #isClosed closed} already where the JVM has been asked to stop.
     *
     * @param place where its directory is made, beside the data of {@code ./run}, so that both write to the same disk
     */
    public static Stage in(Path place, Effort effort, Progress progress) throws IOException {
        var directory = place.toAbsolutePath().resolve("bench-" + UUID.randomUUID());
        var stage = new Stage(directory, effort, progress);
        try {
            Runtime.getRuntime().addShutdownHook(stage.onExit);
        } catch (IllegalStateException exiting) {
            stage.closed = true;
        }
        stage.makeDirectory();
        return stage;
    }

    /** Not before there is somebody who takes it away. */
    private void makeDirectory() throws IOException {
        beginningOrClosing.readLock().lock();
        try {
            if (!closed) {
                Files.createDirectories(directory);
            }
        } finally {
            beginningOrClosing.readLock().unlock();
        }
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

    /** Whether somebody has ended it before its time, or before it began. */
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
