package health.reprieve.local;

import health.reprieve.backing.CannotStart;
import health.reprieve.backing.Directories;
import health.reprieve.backing.DirectoryLock;
import health.reprieve.backing.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a local system keeps between its runs. */
final class Kept {

    private Kept() {}

    /**
     * Deletes all of it.
     *
     * @throws CannotStart when it is in use, or when the directory does not look like ours
     */
    static void throwAway(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        if (!Files.isDirectory(directory.resolve("keys"))) {
            throw new CannotStart(
                    "%s does not look like a directory of Reprieve, so --reset leaves it alone: delete it by hand."
                            .formatted(directory));
        }
        try (DirectoryLock _ = DirectoryLock.of(directory)) {
            PostgresServer.stopOrphan(directory.resolve("postgres"));
            Directories.delete(directory);
        }
    }
}
