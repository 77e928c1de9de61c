package health.reprieve.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LineTests {

    @Test
    void answersOfEitherKindAreReadWholeOneAfterTheOther() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var saying = CompletableFuture.runAsync(() -> say(server, """
                    HTTP/1.1 200 OK\r
                    Transfer-Encoding: chunked\r
                    \r
                    5\r
                    hello\r
                    6\r
                     there\r
                    0\r
                    \r
                    HTTP/1.1 409 Conflict\r
                    Content-Length: 5\r
                    \r
                    takenHTTP/1.1 204 No Content\r
                    \r
                    """));
            try (var line = Line.to(server.getLocalPort(), Duration.ofSeconds(10))) {
                assertThat(line.answer())
                        .extracting(Line.Answer::status, Line.Answer::text)
                        .containsExactly(200, "hello there");
                assertThat(line.answer())
                        .extracting(Line.Answer::status, Line.Answer::text)
                        .containsExactly(409, "taken");
                assertThat(line.answer())
                        .extracting(Line.Answer::status, Line.Answer::text)
                        .containsExactly(204, "");
            }
            saying.join();
        }
    }

    private static void say(ServerSocket server, String answers) {
        try (var client = server.accept()) {
            client.getOutputStream().write(answers.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
