package health.reprieve.contract.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Headers and body of a request as they were written: whoever writes the body also says of what type it is. */
final class SentRequest {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private HttpHeaders headers = new HttpHeaders();

    HttpHeaders headers() {
        return headers;
    }

    String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    ClientHttpRequest overhear(ClientHttpRequest message) {
        headers = message.getHeaders();
        return new ClientHttpRequestDecorator(message) {
            @Override
            public Mono<Void> writeWith(Publisher<? extends DataBuffer> parts) {
                return super.writeWith(Flux.from(parts).doOnNext(SentRequest.this::note));
            }
        };
    }

    private void note(DataBuffer part) {
        try (var buffers = part.readableByteBuffers()) {
            buffers.forEachRemaining(buffer -> {
                var bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                body.writeBytes(bytes);
            });
        }
    }
}
