package health.reprieve.access.web;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.web.server.ContentTooLargeException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** A form longer than the codecs' limit is the sender's mistake (413); read in a filter, it would count as ours (500). */
final class TooLargeBodies implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).onErrorMap(DataBufferLimitException.class, ContentTooLargeException::new);
    }
}
