package health.reprieve.ui.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

class KeepReadingTests {

    private static final int PATIENCE_MILLIS = 10_000;

    @Test
    void aRequestAfterOneThatCameTooEarlyIsStillHeard() throws IOException {
        var server = ConnectionConfiguration.keepReading(HttpServer.create()
                        .host("127.0.0.1")
                        .port(0)
                        .handle((request, response) -> {
                            var slow = request.uri().equals("/slow");
                            var answer = Mono.just("answer to " + request.uri());
                            return response.sendString(slow ? answer.delayElement(Duration.ofMillis(50)) : answer);
                        }))
                .bindNow(Duration.ofSeconds(10));

        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

            send(socket, "/slow", "/early");
            assertThat(next(answers)).isEqualTo("answer to /slow");
            assertThat(next(answers)).isEqualTo("answer to /early");

            send(socket, "/later");
            assertThat(next(answers)).isEqualTo("answer to /later");
        } finally {
            server.disposeNow(Duration.ofSeconds(10));
        }
    }

    private static void send(Socket socket, String... paths) throws IOException {
        var requests = new StringBuilder();
        for (var path : paths) {
            requests.append("GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(path));
        }
        socket.getOutputStream().write(requests.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** The body of the next answer. */
    private static String next(BufferedReader answers) throws IOException {
        var length = 0;
        for (var line = answers.readLine(); line != null && !line.isEmpty(); line = answers.readLine()) {
            if (line.startsWith("content-length: ")) {
                length = Integer.parseInt(line.substring("content-length: ".length()));
            }
        }
        var body = new char[length];
        for (int read = 0; read < length; ) {
            read += answers.read(body, read, length - read);
        }
        return new String(body);
    }
}
