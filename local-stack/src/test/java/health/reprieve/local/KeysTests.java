package health.reprieve.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTests {

    @TempDir
    Path directory;

    @Test
    void keysAreMadeOnceAndReused() {
        Keys first = Keys.in(directory.resolve("keys"));

        assertThat(Keys.in(directory.resolve("keys"))).isEqualTo(first);
        assertThat(Keys.in(directory.resolve("others"))).isNotEqualTo(first);
    }

    @Test
    void onlyTheirOwnerCanReadThem() throws Exception {
        Keys.in(directory.resolve("keys"));

        try (var files = Files.list(directory.resolve("keys"))) {
            assertThat(files)
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .containsExactlyInAnyOrder(
                                    PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        }
    }

    @Test
    void whatIsHandedOutForCheckingAndSealingCannotSignOrOpen() {
        Keys keys = Keys.in(directory.resolve("keys"));

        assertThat(keys.signing().isPrivate()).isTrue();
        assertThat(keys.signing().toPublicJWK().isPrivate()).isFalse();
        assertThat(keys.sealing().toPublicJWK().isPrivate()).isFalse();
        assertThat(keys.sealing().getKeyID()).isNotEqualTo(keys.signing().getKeyID());
        assertThat(keys.codeSecret()).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void aStartKilledWhileWritingAKeyLeavesNoHalfOfOne() throws Exception {
        Files.createDirectories(directory.resolve("keys"));
        Files.writeString(directory.resolve("keys").resolve("inner-tokens.jwk.draft"), "{\"kty\":");

        assertThat(Keys.in(directory.resolve("keys")).signing().isPrivate()).isTrue();
    }

    @Test
    void theyDoNotSlipIntoALog() {
        Keys keys = Keys.in(directory.resolve("keys"));

        assertThat(keys.toString()).doesNotContain(keys.codeSecret());
    }
}
