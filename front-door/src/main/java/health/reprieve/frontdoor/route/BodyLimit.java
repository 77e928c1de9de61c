package health.reprieve.frontdoor.route;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ContentTooLargeException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets no body pass that is longer than any of our forms: by what it says of its length, and by what then comes. */
@Component
@Order(FilterOrder.BODY)
final class BodyLimit implements WebFilter {

    private final long longest;

    BodyLimit(RouteSettings settings) {
        this.longest = settings.longestBody().toBytes();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        return request.getHeaders().getContentLength() > longest
                ? Mono.error(new ContentTooLargeException(null))
                : chain.filter(exchange.mutate().request(counted(request)).build());
    }

    private ServerHttpRequest counted(ServerHttpRequest request) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                var read = new AtomicLong();
                return super.getBody().handle((buffer, sink) -> {
                    if (read.addAndGet(buffer.readableByteCount()) > longest) {
                        DataBufferUtils.release(buffer);
                        sink.error(new ContentTooLargeException(null));
                    } else {
                        sink.next(buffer);
                    }
                });
            }
        };
    }
}
