package health.reprieve.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Deletes whole directories; links are removed, never followed. */
public final class Directories {

    private static final SimpleFileVisitor<Path> DELETION = new SimpleFileVisitor<Path>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
        }
    };

    private Directories() {}

    /** Deletes it and everything in it. */
    public static void delete(Path directory) {
        try {
            Files.walkFileTree(directory, DELETION);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
