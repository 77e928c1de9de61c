package health.reprieve.local;

import com.nimbusds.jose.jwk.ECKey;
import health.reprieve.access.secret.NewSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.function.Supplier;

/**
 * The secrets of one local system, made at its first start and kept, readable by their owner only.
 *
 * @param signing signs the inner tokens that the front door gives the services
 * @param sealing closes a sign-in code on its way to the mail; only the notification service opens it
 * @param codeSecret keys the hashes under which the front door remembers codes
 */
record Keys(ECKey signing, ECKey sealing, String codeSecret) {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNER_ONLY_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    static Keys in(Path directory) {
        try {
            Files.createDirectories(directory, OWNER_ONLY_DIRECTORY);
            return new Keys(
                    ECKey.parse(kept(
                            directory.resolve("inner-tokens.jwk"),
                            () -> NewSecret.signingKey().toJSONString())),
                    ECKey.parse(kept(
                            directory.resolve("sign-in-codes.jwk"),
                            () -> NewSecret.openingKey().toJSONString())),
                    kept(directory.resolve("code-hashes.secret"), NewSecret::password));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ParseException broken) {
            throw new IllegalStateException("A key in %s cannot be read.".formatted(directory), broken);
        }
    }

    private static String kept(Path file, Supplier<String> maker) throws IOException {
        if (!Files.exists(file)) {
            // written whole or not at all: a start that is killed here leaves no half of a key
            Path draft = file.resolveSibling(file.getFileName() + ".draft");
            Files.deleteIfExists(draft);
            Files.createFile(draft, OWNER_ONLY);
            Files.writeString(draft, maker.get());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file);
    }

    @Override
    public String toString() {
        return "Keys[not shown]";
    }
}
