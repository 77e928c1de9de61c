package health.reprieve.local;

import health.reprieve.backing.CannotStart;
import health.reprieve.backing.Directories;
import health.reprieve.backing.DirectoryLock;
import health.reprieve.backing.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** What a local system keeps between its runs. */
final class Kept {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final List<String> OURS = List.of("keys", "kafka", "log", "postgres");

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
     * Deletes all of it, and nothing else that lies there.
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
            OURS.stream().map(directory::resolve).filter(Files::exists).forEach(Directories::delete);
        }
        deleteIfEmpty(directory);
    }

    /** Somebody may keep files of their own beside ours. */
    private static void deleteIfEmpty(Path directory) {
        try {
            DirectoryLock.unmark(directory);
            Files.delete(directory);
        } catch (DirectoryNotEmptyException theirs) {
            // what is left is not ours
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
