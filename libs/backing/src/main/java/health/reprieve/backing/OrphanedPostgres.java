package health.reprieve.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL whose JVM was killed: the server lives on, and a next start would silently talk to it, with its old settings.
 *
 * @param process the postmaster
 */
record OrphanedPostgres(ProcessHandle process) {

    /** The server that still runs on this data directory, if any; the number in the file may meanwhile be somebody else's. */
    static Optional<OrphanedPostgres> on(Path dataDirectory) {
        Path pidFile = dataDirectory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(first -> Long.parseLong(first.strip()))
                    .flatMap(ProcessHandle::of)
                    .filter(process -> isPostgresOn(process, dataDirectory))
                    .map(OrphanedPostgres::new);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static boolean isPostgresOn(ProcessHandle process, Path dataDirectory) {
        var info = process.info();
        return info.command().map(command -> command.endsWith("postgres")).orElse(false)
                && Arrays.asList(info.arguments().orElse(new String[0]))
                        .contains(dataDirectory.toAbsolutePath().toString());
    }

    /** First fast (sessions are cut, data is flushed), then, should that not help, at once: the next start recovers from the log. */
    void stop() {
        if (!endsWithin(15, "INT") && !endsWithin(10, "QUIT")) {
            throw new CannotStart(
                    "An earlier PostgreSQL (process %d) does not stop: end it by hand.".formatted(process.pid()));
        }
    }

    private boolean endsWithin(int seconds, String signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(signal, process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (IOException | ExecutionException broken) {
            throw new CannotStart(
                    "An earlier PostgreSQL (process %d) cannot be stopped: end it by hand.".formatted(process.pid()),
                    broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
