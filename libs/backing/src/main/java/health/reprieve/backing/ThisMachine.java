package health.reprieve.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What the operating system around this JVM is and offers. */
final class ThisMachine {

    private ThisMachine() {}

    static boolean isLinuxRoot() {
        try {
            return Objects.equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"), 0);
        } catch (IOException | UnsupportedOperationException noLinux) {
            return false;
        }
    }

    /** Looks at names only: asking the engine itself costs two seconds where there is none. */
    static boolean mayHaveDocker() {
        return System.getenv("DOCKER_HOST") != null || dockerSockets().anyMatch(Files::exists);
    }

    private static Stream<Path> dockerSockets() {
        Path home = Path.of(System.getProperty("user.home"));
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        return Stream.concat(
                List.of(
                        Path.of("/var/run/docker.sock"),
                        home.resolve(".docker/run/docker.sock"),
                        home.resolve(".docker/desktop/docker.sock"))
                        .stream(),
                Stream.ofNullable(runtime).map(directory -> Path.of(directory, "docker.sock")));
    }
}
