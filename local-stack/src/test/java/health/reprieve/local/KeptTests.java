package health.reprieve.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.reprieve.backing.CannotStart;
import health.reprieve.backing.DirectoryLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTests {

    @TempDir
    Path directory;

    @Test
    void nobodyElseCanLookIntoIt() throws Exception {
        Kept.makePlace(directory.resolve("kept"));

        assertThat(Files.getPosixFilePermissions(directory.resolve("kept")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aPlaceThatCannotBeMadeIsNamedWithTheOptionThatChangesIt() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "no directory");

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Kept.makePlace(file.resolve("kept")))
                .withMessage("The directory %s cannot be made: choose another with --data DIR.", file.resolve("kept"));
    }

    @Test
    void everythingKeptIsThrownAwayAlsoAfterAStartThatFailedEarly() {
        DirectoryLock.of(directory).close();

        Kept.throwAway(directory);

        assertThat(directory).doesNotExist();
    }

    @Test
    void whatSomebodyKeepsBesideItIsLeftAlone() throws Exception {
        Keys.in(directory.resolve("keys"));
        DirectoryLock.of(directory).close();
        Path letter = Files.writeString(directory.resolve("letter.txt"), "precious");

        Kept.throwAway(directory);

        assertThat(directory).isDirectoryNotContaining(file -> !file.equals(letter));
        assertThat(letter).exists();
    }

    @Test
    void nothingIsThrownAwayWhileItIsInUse() {
        Keys.in(directory.resolve("keys"));
        try (DirectoryLock _ = DirectoryLock.of(directory)) {
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> Kept.throwAway(directory))
                    .withMessageContaining("in use by another running process");
        }
        assertThat(directory.resolve("keys")).isNotEmptyDirectory();
    }

    @Test
    void aDirectoryThatIsNotOursIsLeftAlone() throws Exception {
        Path letter = Files.writeString(directory.resolve("letter.txt"), "precious");

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Kept.throwAway(directory))
                .withMessageContaining("does not look like a directory of Reprieve");
        assertThat(letter).exists();
    }
}
