package health.reprieve.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Throwaway servers in a temporary directory; what earlier JVMs left there when they were killed is cleared away. */
final class EmbeddedServers implements Backing.Servers {

    /** A younger directory may be of a JVM that has made it and not locked it yet. */
    private static final Duration SURELY_LOCKED = Duration.ofMinutes(1);

    private final String reason;
    private final Path binaries;
    private final Path runs;
    private final Path directory;
    private final DirectoryLock lock;
    private @Nullable PostgresServer postgres;
    private @Nullable KafkaBroker kafka;

    EmbeddedServers(String reason) {
        this.reason = reason;
        Path home =
                Path.of(System.getProperty("java.io.tmpdir"), "reprieve-backing-" + System.getProperty("user.name"));
        binaries = home.resolve("binaries");
        runs = home.resolve("runs");
        directory = runs.resolve(UUID.randomUUID().toString());
        lock = DirectoryLock.of(directory);
        clearLeftovers();
    }

    @Override
    public String description() {
        return "PostgreSQL 18 and Kafka 4.2 embedded (%s)".formatted(reason);
    }

    @Override
    public synchronized PostgresDatabase postgres() {
        postgres = PostgresServer.open(directory.resolve("postgres"), binaries, Ports.free());
        return postgres.database("postgres");
    }

    @Override
    public synchronized String kafka() {
        kafka = KafkaBroker.throwaway(directory.resolve("kafka"), Ports.free());
        return kafka.bootstrapServers();
    }

    @Override
    public synchronized void stop() {
        try {
            if (kafka != null) {
                kafka.close();
            }
        } finally {
            if (postgres != null) {
                postgres.close();
            }
            lock.close();
            Directories.delete(directory);
        }
    }

    private void clearLeftovers() {
        Instant oldEnough = Instant.now().minus(SURELY_LOCKED);
        try (var found = Files.list(runs)) {
            List<Path> earlier = found.toList();
            for (Path run : earlier) {
                if (Files.getLastModifiedTime(run).toInstant().isBefore(oldEnough)) {
                    DirectoryLock.tryOf(run).ifPresent(free -> clear(run, free));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void clear(Path run, DirectoryLock free) {
        try (free) {
            OrphanedPostgres.on(run.resolve("postgres").resolve("data")).ifPresent(OrphanedPostgres::stop);
            Directories.delete(run);
        }
    }
}
