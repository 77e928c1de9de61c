package health.reprieve.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the repository that is made by the build. */
record Document(String name, String made) {

    private static final String TO_WRITE = """
            %s is not what the build makes of it. Write all such pages anew with
              ./mvnw verify -pl system-tests -am -Dtest='health.reprieve.documents.*PageTests' -Dsurefire.failIfNoSpecifiedTests=false -Dreprieve.write=true
            and read the difference before you commit it.""";

    /** Where the repository lies; tests run in the folder of their module. */
    static Path repository() {
        return Path.of("").toAbsolutePath().getParent();
    }

    void isUpToDate() throws IOException {
        Path page = repository().resolve(name);
        if (Boolean.getBoolean("reprieve.write")) {
            Files.writeString(page, made);
        }
        assertThat(Files.exists(page) ? Files.readString(page) : "")
                .as(TO_WRITE, name)
                .isEqualTo(made);
    }
}
