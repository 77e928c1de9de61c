package health.reprieve.access.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseSecretsTests {

    @TempDir
    Path place;

    @Test
    void aSecondRunKeepsWhatTheFirstHasMade() throws Exception {
        HouseSecrets.main(new String[] {directory().toString()});
        var first = contents();

        Files.delete(directory().resolve("grafana-password"));
        HouseSecrets.main(new String[] {directory().toString()});
        var second = contents();

        assertThat(second.keySet()).isEqualTo(first.keySet());
        assertThat(second.remove("grafana-password")).isNotEqualTo(first.remove("grafana-password"));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void noTwoSecretsAreAlikeAndNoPublicHalfHoldsAPrivateOne() throws Exception {
        HouseSecrets.main(new String[] {directory().toString()});
        var secrets = contents();

        assertThat(secrets.values()).doesNotHaveDuplicates();
        assertThat(key("inner-token-verification-key").isPrivate()).isFalse();
        assertThat(key("inner-token-verification-key"))
                .isEqualTo(key("inner-token-signing-key").toPublicJWK());
        assertThat(key("sign-in-code-sealing-key").isPrivate()).isFalse();
        assertThat(key("sign-in-code-sealing-key"))
                .isEqualTo(key("sign-in-code-opening-key").toPublicJWK());
    }

    @Test
    void onlyTheOwnerCanEnterTheDirectory() throws Exception {
        HouseSecrets.main(new String[] {directory().toString()});

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory())))
                .isEqualTo("rwx------");
    }

    @Test
    void aDirectoryThatWasOpenToAllIsClosed() throws Exception {
        Files.createDirectories(
                directory(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));

        HouseSecrets.main(new String[] {directory().toString()});

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory())))
                .isEqualTo("rwx------");
    }

    private Path directory() {
        return place.resolve("secrets");
    }

    private ECKey key(String name) throws Exception {
        return ECKey.parse(Files.readString(directory().resolve(name)));
    }

    private Map<String, String> contents() throws IOException {
        var contents = new TreeMap<String, String>();
        try (var files = Files.list(directory())) {
            files.forEach(file -> contents.put(file.getFileName().toString(), read(file)));
        }
        return contents;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
