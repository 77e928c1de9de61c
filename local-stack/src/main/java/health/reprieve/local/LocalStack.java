package health.reprieve.local;

import health.reprieve.backing.DirectoryLock;
import health.reprieve.backing.KafkaBroker;
import health.reprieve.backing.PostgresServer;
import health.reprieve.local.mailbox.LocalMail;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.NavigableMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All of Reprieve in this JVM, from the database to the front door. It stops in the other direction, so that every part finds
 * what it needs as long as it runs.
 */
public final class LocalStack implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalStack.class);

    private final Settings settings;
    private final Progress progress;
    private final NavigableMap<Part, AutoCloseable> started = new ConcurrentSkipListMap<>();
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

    /**
     * Throws away what an earlier run has kept there, then starts everything.
     *
     * @throws health.reprieve.backing.CannotStart with a sentence for a person
     */
    public static LocalStack startOver(Settings settings) {
        Kept.throwAway(settings.directory());
        return start(settings);
    }

    /** What it was started with. */
    public Settings settings() {
        return settings;
    }

    void start() {
        Kept.makePlace(settings.directory());
        begin(Part.DIRECTORY, () -> DirectoryLock.of(settings.directory().toAbsolutePath()));
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
        begin(
                Part.MAIL,
                () -> LocalMail.start(ports.smtp(), ports.mailbox(), InstantSource.system(), ZoneId.systemDefault()));
        // nothing of the services waits for Kafka before they make their topics, and by then it is there
        var kafka = starting(
                Part.KAFKA,
                () -> KafkaBroker.open(directory.resolve("kafka"), ports.kafka()),
                Thread.ofPlatform().name("start Kafka")::start);
        PostgresServer postgres = begin(Part.POSTGRES, () -> PostgresServer.open(database, ports.postgres()));
        startContexts(new Contexts(settings, keys, postgres));
        awaited(kafka);
    }

    /**
     * As many at once as there are processors, those that answer the first page before the others. What they share is logging,
     * which {@link LocalLogging} has set up for good before the first of them.
     */
    private void startContexts(Contexts contexts) {
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            Stream.of(
                            starting(Part.BOOKING, contexts::booking, threads),
                            starting(Part.FRONT_DOOR, contexts::frontDoor, threads),
                            starting(Part.THERAPIST, contexts::therapist, threads),
                            starting(Part.NOTIFICATION, contexts::notification, threads))
                    .forEach(LocalStack::awaited);
        }
    }

    private <T extends AutoCloseable> CompletableFuture<T> starting(Part part, Supplier<T> starter, Executor threads) {
        return CompletableFuture.supplyAsync(() -> begin(part, starter), threads);
    }

    /** Starts one part and remembers how to stop it; a stop that is asked for meanwhile waits, and then finds it. */
    private <T extends AutoCloseable> T begin(Part part, Supplier<T> starter) {
        startingOrStopping.readLock().lock();
        try {
            if (stopping) {
                throw new Stopped(null);
            }
            T running = starter.get();
            started.put(part, running);
            tell(part, "is up");
            return running;
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

    private void tell(Part part, String what) {
        if (part != Part.DIRECTORY) {
            progress.done(part.title + " " + what);
        }
    }

    /** Stops what has been started, the last first. A second call does nothing. */
    @Override
    public void close() {
        stopping = true;
        startingOrStopping.writeLock().lock();
        try {
            for (var last = started.pollLastEntry(); last != null; last = started.pollLastEntry()) {
                stop(last.getKey(), last.getValue());
            }
        } finally {
            startingOrStopping.writeLock().unlock();
        }
    }

    private void stop(Part part, AutoCloseable running) {
        try {
            running.close();
            tell(part, "has stopped");
        } catch (Exception broken) {
            LOG.error("{} did not stop cleanly", part.title, broken);
            tell(part, "did not stop cleanly");
        }
    }

    /** What a local system is made of; each part needs only earlier ones, so the last is stopped first. */
    private enum Part {
        DIRECTORY("The directory"),
        POSTGRES("PostgreSQL"),
        KAFKA("Kafka"),
        MAIL("Mail catcher"),
        THERAPIST("therapist-service"),
        BOOKING("booking-service"),
        NOTIFICATION("notification-service"),
        FRONT_DOOR("Front door");

        /** As a person knows it. */
        private final String title;

        Part(String title) {
            this.title = title;
        }
    }

    /** Somebody pressed Ctrl-C while it was still starting. */
    static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopped(@Nullable Throwable consequence) {
            super("Stopped while starting", consequence);
        }
    }
}
