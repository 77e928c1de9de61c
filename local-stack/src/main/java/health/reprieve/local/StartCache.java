package health.reprieve.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What makes later starts fast: the JDK's AOT cache, with every class loaded and linked as a {@link Rehearsal} found it. It is
 * made beside the first start after a build, by processes that give way to everything else, and belongs to that build. Without
 * it everything works as well, only the start takes longer.
 */
final class StartCache implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StartCache.class);
    private static final String FILE_PROPERTY = "reprieve.start-cache";
    private static final String BUILD_STAMP = "stamp";

    private final Path file;
    private volatile @Nullable Process working;
    private volatile boolean closed;

    private StartCache(Path file) {
        this.file = file;
    }

    /** The one that {@code ./run} asks for; empty where this JVM was started in another way. */
    static Optional<StartCache> asked() {
        return Optional.ofNullable(System.getProperty(FILE_PROPERTY))
                .map(Path::of)
                .map(StartCache::new);
    }

    /** Begins to make it, if there is none and nobody has closed it. */
    void makeIfMissing() {
        if (!Files.exists(file)) {
            make();
        }
    }

    private void make() {
        var _ = inTurn("-XX:AOTMode=record", "-XX:AOTConfiguration=" + beside(".conf"))
                .thenCompose(recorded -> inTurn(
                        "-XX:AOTMode=create",
                        "-XX:AOTConfiguration=" + beside(".conf"),
                        "-XX:AOTCache=" + beside(".draft")))
                .thenRun(this::keep)
                .exceptionally(this::giveUp)
                .thenRun(this::tidyUp);
    }

    /** One step, as a process that runs to its end. No step begins unseen by whoever closes this meanwhile. */
    private synchronized CompletableFuture<Process> inTurn(String... options) {
        if (closed) {
            return CompletableFuture.failedFuture(new IllegalStateException("asked to stop"));
        }
        try {
            var process = new ProcessBuilder(command(options))
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile())
                    .start();
            working = process;
            return process.onExit().thenApply(StartCache::requireSuccess);
        } catch (IOException broken) {
            return CompletableFuture.failedFuture(broken);
        }
    }

    /** The cache fits only a JVM with the same class path and options. */
    private static List<String> command(String... options) {
        List<String> command = new ArrayList<>(List.of(
                "nice",
                "-n",
                "19",
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.contains(FILE_PROPERTY))
                .forEach(command::add);
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Rehearsal.class.getName()));
        return command;
    }

    private static Process requireSuccess(Process process) {
        if (process.exitValue() != 0) {
            throw new IllegalStateException("it ended with status " + process.exitValue());
        }
        return process;
    }

    private void keep() {
        try {
            if (isOfThisBuild()) {
                Files.move(beside(".draft"), file, StandardCopyOption.ATOMIC_MOVE);
                LOG.info("From the next start on, starting is faster");
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A build that came between has made other jars, which this cache does not fit. */
    private boolean isOfThisBuild() throws IOException {
        var built = Files.getLastModifiedTime(file.resolveSibling(BUILD_STAMP)).toInstant();
        var started = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        return built.isBefore(started);
    }

    private @Nullable Void giveUp(Throwable failure) {
        if (!closed) {
            var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
            LOG.warn("The start stays as slow as it is: {}; {} may tell more", cause, log());
        }
        return null;
    }

    private void tidyUp() {
        try {
            Files.deleteIfExists(beside(".conf"));
            Files.deleteIfExists(beside(".draft"));
        } catch (IOException broken) {
            LOG.debug("The next build takes it away", broken);
        }
    }

    private Path log() {
        return Path.of(file + ".log");
    }

    /** Of this start alone: an earlier one's rehearsal may still be on its way out. */
    private Path beside(String ending) {
        return Path.of("%s.%d%s".formatted(file, ProcessHandle.current().pid(), ending));
    }

    /** A rehearsal that is told to end stops its servers and takes its data away, some seconds after this has returned. */
    @Override
    public synchronized void close() {
        closed = true;
        var process = working;
        if (process != null) {
            process.destroy();
        }
    }
}
