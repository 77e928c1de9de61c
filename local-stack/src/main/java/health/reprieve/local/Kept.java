package health.reprieve.local;

import health.reprieve.backing.CannotStart;
import health.reprieve.backing.Directories;
import health.reprieve.backing.DirectoryLock;
import health.reprieve.backing.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** What a local system keeps between its runs. */
final class Kept {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private Kept() {}

    /** Makes the place for it if there is none, for its owner only: what patients wrote lies there. */
    static void makePlace(Path directory) {
        try {
            Files.createDirectories(directory, OWNER_ONLY);
        } catch (IOException broken) {
            throw new CannotStart(
                    "The directory %s cannot be made: choose another with --data DIR.".formatted(directory), broken);
        }
    }

    /**
     * Deletes all of it.
     *
     * @throws CannotStart when it is in use, or when the directory does not look like ours
     */
    static void throwAway(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        if (!DirectoryLock.isMarked(directory)) {
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
