package health.reprieve.backing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A real PostgreSQL 18 as a child process, with fsync on: what it says is committed survives the loss of power.
 * It listens on loopback only and trusts whoever may connect there. Nothing stops it but {@link #close()}.
 */
public final class PostgresServer implements AutoCloseable {

    /** The major version of the binaries; a data directory belongs to one major version. */
    public static final String MAJOR_VERSION = "18";

    private static final String USER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DirectoryLock lock;
    private final EmbeddedPostgres server;

    private PostgresServer(DirectoryLock lock, EmbeddedPostgres server) {
        this.lock = lock;
        this.server = server;
    }

    /**
     * Starts a server on data kept in a directory, made if it is missing. A server orphaned by a killed JVM is stopped first.
     *
     * @throws CannotStart when the directory is in use, is of another major version, the port is taken, or the machine forbids it
     */
    public static PostgresServer open(Path directory, int port) {
        return open(directory, directory, port);
    }

    /**
     * Stops the server that a killed JVM left on data kept in a directory, if there is one. {@link #open} does so too; this is
     * for those who want its port back before.
     */
    public static void stopOrphan(Path directory) {
        try (DirectoryLock _ = DirectoryLock.of(directory.toAbsolutePath())) {
            OrphanedPostgres.on(directory.toAbsolutePath().resolve("data")).ifPresent(OrphanedPostgres::stop);
        }
    }

    /** Like {@link #open(Path, int)} with the unpacked binaries elsewhere, where several servers share them. */
    static PostgresServer open(Path directory, Path binaries, int port) {
        refuseRootWithoutNamespaces();
        DirectoryLock lock = DirectoryLock.of(directory.toAbsolutePath());
        try {
            Path data = directory.toAbsolutePath().resolve("data");
            refuseOtherMajorVersion(data);
            OrphanedPostgres.on(data).ifPresent(OrphanedPostgres::stop);
            Ports.requireFree(port, "PostgreSQL");
            Path complete = data.resolveSibling("complete");
            clearHalfMade(data, complete);
            EmbeddedPostgres server = start(data, binaries.toAbsolutePath(), port);
            Files.writeString(complete, "The data directory was made completely.\n");
            return new PostgresServer(lock, server);
        } catch (IOException | RuntimeException failed) {
            lock.close();
            throw failed instanceof CannotStart said
                    ? said
                    : new CannotStart("PostgreSQL did not start; its log is in %s.".formatted(directory), failed);
        }
    }

    private static EmbeddedPostgres start(Path data, Path binaries, int port) throws IOException {
        Files.createDirectories(binaries);
        var log = ProcessBuilder.Redirect.appendTo(
                data.resolveSibling("postgresql.log").toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setPort(port)
                // the same order and case of letters on every machine, Spanish ones too
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // the library starts the server with -F and synchronous_commit=off: without these two nothing would be
                // durable
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "200")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("log_timezone", "UTC")
                .setOutputRedirector(log)
                .start();
    }

    /** A first start that was killed leaves files that no server accepts, and nobody has stored anything in them yet. */
    private static void clearHalfMade(Path data, Path complete) throws IOException {
        if (Files.exists(data) && !Files.exists(complete)) {
            Directories.delete(data);
        }
    }

    private static void refuseRootWithoutNamespaces() {
        if (ThisMachine.isLinuxRoot() && !LinuxUtils.isUnshareAvailable()) {
            throw new CannotStart(
                    "PostgreSQL refuses to run as root, and this machine forbids the user namespaces (unshare)"
                            + " that would help: run this as an ordinary user, or allow user namespaces.");
        }
    }

    private static void refuseOtherMajorVersion(Path data) throws IOException {
        Path versionFile = data.resolve("PG_VERSION");
        if (!Files.exists(versionFile)) {
            return;
        }
        String found = Files.readString(versionFile).strip();
        if (!found.equals(MAJOR_VERSION)) {
            throw new CannotStart(
                    "The data in %s is of PostgreSQL %s, and this is PostgreSQL %s: remove it or keep it elsewhere."
                            .formatted(data.getParent(), found, MAJOR_VERSION));
        }
    }

    /** Where it listens, on 127.0.0.1. */
    public int port() {
        return server.getPort();
    }

    /** The database of this name, created empty when it does not exist. Names are ours, never a person's input. */
    public PostgresDatabase database(String name) {
        PostgresDatabase any = PostgresDatabase.at("127.0.0.1", port(), USER, USER, USER);
        return Databases.ensure(any, name);
    }

    /** Ends all sessions, flushes, stops, and gives the directory free. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            lock.close();
        }
    }
}
