package health.reprieve.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.backing.Directories;
import health.reprieve.backing.PostgresServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole system ends without a chance to say so, and is started again. */
class KilledTests {

    private static final Path DIRECTORY = Path.of("target", "killed");

    @BeforeEach
    @AfterEach
    void nothingIsLeftOfAnEarlierRun() {
        PostgresServer.stopOrphan(DIRECTORY.toAbsolutePath().resolve("postgres"));
        if (Files.exists(DIRECTORY)) {
            Directories.delete(DIRECTORY);
        }
    }

    @Test
    void whatWasBookedIsThereAfterTheNextStartAndNoServerIsLeftBehind() throws Exception {
        var address = Site.newAddress();
        ProcessHandle orphan;
        try (var first = Standing.in(DIRECTORY)) {
            first.site().book(address);
            first.kill();
            orphan = postmaster();
        }
        assertThat(orphan.isAlive()).isTrue();

        try (var second = Standing.in(DIRECTORY)) {
            assertThat(orphan.isAlive()).isFalse();
            var browser = second.site().signedIn(address).open("/visits");
            assertThat(browser.title()).isEqualTo("My visits");
            assertThat(browser.page().select("article")).hasSize(1);
            assertThat(browser.page().text()).contains("Booked");
            second.site().book(Site.newAddress());
        }
        assertThat(DIRECTORY.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    private static ProcessHandle postmaster() throws IOException {
        var file = DIRECTORY.resolve("postgres/data/postmaster.pid");
        return ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                .orElseThrow();
    }

    /** The system in another JVM; closing it asks it to end, as Ctrl-C does. */
    private record Standing(Process process, Site site) implements AutoCloseable {

        static Standing in(Path directory) throws IOException {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            StandsUntilKilled.class.getName(),
                            directory.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            // its reader stays open with the process: closing it would cut what the process says later
            var output = process.inputReader(StandardCharsets.UTF_8);
            var address = said(output, "address ");
            return new Standing(process, new Site(address, new Letters(said(output, "mailbox "))));
        }

        private static URI said(BufferedReader output, String word) throws IOException {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(word)) {
                    return URI.create(line.substring(word.length()));
                }
            }
            throw new IllegalStateException("It ended without saying " + word);
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        @Override
        public void close() {
            process.destroy();
            try {
                process.onExit().get(60, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException | InterruptedException stillThere) {
                process.destroyForcibly();
                throw new IllegalStateException("It did not end when it was asked to", stillThere);
            }
        }
    }
}
