package health.reprieve.access.secret;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.List;
import java.util.Set;

/**
 * The files of secrets that {@code docker-compose.yml} hands to its containers. What is there stays: a second run makes only
 * what is missing. The directory can be entered by its owner alone; the files in it can be read by all, because each
 * container reads those it is given under a user of its own.
 */
public final class HouseSecrets {

    private static final List<String> PASSWORDS = List.of(
            "postgres-password",
            "booking-db-password",
            "therapist-db-password",
            "notification-db-password",
            "front-door-db-password",
            "code-hashing-secret",
            "grafana-password");

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("r--r--r--");

    private final Path directory;

    private HouseSecrets(Path directory) {
        this.directory = directory;
    }

    /** @param arguments the directory; it is made if it is missing */
    public static void main(String[] arguments) throws IOException, ParseException {
        if (arguments.length != 1) {
            System.err.println("Name the one directory where the secrets shall lie.");
            System.exit(2);
        }
        var secrets = new HouseSecrets(Path.of(arguments[0]));
        secrets.makeWhatIsMissing();
    }

    private void makeWhatIsMissing() throws IOException, ParseException {
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        // one that was there already may have been made by anybody, in any way
        Files.setPosixFilePermissions(directory, OWNER_ONLY);
        for (var name : PASSWORDS) {
            keep(name, NewSecret.password());
        }
        keep("inner-token-signing-key", NewSecret.signingKey().toJSONString());
        keep("inner-token-verification-key", publicHalf("inner-token-signing-key"));
        keep("sign-in-code-opening-key", NewSecret.openingKey().toJSONString());
        keep("sign-in-code-sealing-key", publicHalf("sign-in-code-opening-key"));
    }

    private String publicHalf(String privateKey) throws IOException, ParseException {
        return ECKey.parse(Files.readString(directory.resolve(privateKey)))
                .toPublicJWK()
                .toJSONString();
    }

    /** Whole or not at all: half a key would look like one. */
    private void keep(String name, String secret) throws IOException {
        var file = directory.resolve(name);
        if (Files.isRegularFile(file)) {
            return;
        }
        var draft = Files.createTempFile(directory, name, ".draft");
        Files.writeString(draft, secret);
        Files.setPosixFilePermissions(draft, READABLE);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        System.out.println("made " + file);
    }
}
