package health.reprieve.local;

import health.reprieve.backing.DirectoryLock;
import health.reprieve.backing.KafkaBroker;
import health.reprieve.backing.PostgresServer;
import health.reprieve.local.mailbox.LocalMail;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All of Reprieve in this JVM, from the database to the front door. What starts first stops last, so that every part finds what
 * it needs as long as it runs.
 */
public final class LocalStack implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalStack.class);

    private final Settings settings;
    private final Progress progress;
    private final Deque<Part> started = new ConcurrentLinkedDeque<>();
    private final ReadWriteLock startingOrStopping = new ReentrantReadWriteLock();
    private volatile boolean stopping;

    LocalStack(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Starts everything and returns when the first page can be asked for.
     *
     * @throws health.reprieve.backing.CannotStart with a sentence for a person when this machine does not let it
     */
    public static LocalStack start(Settings settings) {
        LocalStack stack = new LocalStack(settings, Progress.silent());
        stack.start();
        return stack;
    }

    /** What it was started with. */
    public Settings settings() {
        return settings;
    }

    void start() {
        Kept.makePlace(settings.directory());
        begin("", () -> DirectoryLock.of(settings.directory().toAbsolutePath()));
        LocalLogging.into(settings.directory().resolve("log"));
        try {
            startServers();
        } catch (RuntimeException | Error failed) {
            // a JVM that is about to end refuses much of what starting needs: that is no fault to tell of
            boolean asked = stopping;
            close();
            if (asked) {
                throw new Stopped(failed);
            }
            LOG.error("Could not start", failed);
            throw failed;
        }
    }

    private void startServers() {
        Path directory = settings.directory().toAbsolutePath();
        PortPlan ports = settings.ports();
        Path database = directory.resolve("postgres");
        PostgresServer.stopOrphan(database);
        ports.requireFree();
        Keys keys = Keys.in(directory.resolve("keys"));
        // Kafka works in this JVM and PostgreSQL beside it, so both together take little more than one
        CompletableFuture<KafkaBroker> kafka = CompletableFuture.supplyAsync(
                () -> begin("Kafka", () -> KafkaBroker.open(directory.resolve("kafka"), ports.kafka())));
        PostgresServer postgres = begin("PostgreSQL", () -> PostgresServer.open(database, ports.postgres()));
        begin(
                "Mail catcher",
                () -> LocalMail.start(ports.smtp(), ports.mailbox(), InstantSource.system(), ZoneId.systemDefault()));
        startContexts(new Contexts(settings, keys, postgres, awaited(kafka)));
    }

    /** One after the other: started together, Spring contexts of one JVM get in each other's way. */
    private void startContexts(Contexts contexts) {
        begin("therapist-service", contexts::therapist);
        begin("booking-service", contexts::booking);
        begin("notification-service", contexts::notification);
        begin("Front door", contexts::frontDoor);
    }

    /** Starts one part and remembers how to stop it; a stop that is asked for meanwhile waits, and then finds it. */
    private <T extends AutoCloseable> T begin(String name, Supplier<T> starter) {
        startingOrStopping.readLock().lock();
        try {
            if (stopping) {
                throw new Stopped(null);
            }
            T part = starter.get();
            started.push(new Part(name, part));
            tell(name, "is up");
            return part;
        } finally {
            startingOrStopping.readLock().unlock();
        }
    }

    private static <T> T awaited(CompletableFuture<T> part) {
        try {
            return part.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    private void tell(String name, String what) {
        if (!name.isEmpty()) {
            progress.done(name + " " + what);
        }
    }

    /** Stops what has been started, the last first. A second call does nothing. */
    @Override
    public void close() {
        stopping = true;
        startingOrStopping.writeLock().lock();
        try {
            for (Part part = started.poll(); part != null; part = started.poll()) {
                stop(part);
            }
        } finally {
            startingOrStopping.writeLock().unlock();
        }
    }

    private void stop(Part part) {
        try {
            part.running().close();
            tell(part.name(), "has stopped");
        } catch (Exception broken) {
            LOG.error("{} did not stop cleanly", part.name(), broken);
            tell(part.name(), "did not stop cleanly");
        }
    }

    /** @param name as a person knows it, empty when nobody needs to hear of it */
    private record Part(String name, AutoCloseable running) {}

    /** Somebody pressed Ctrl-C while it was still starting. */
    static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopped(@Nullable Throwable consequence) {
            super("Stopped while starting", consequence);
        }
    }
}
