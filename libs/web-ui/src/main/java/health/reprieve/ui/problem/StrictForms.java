package health.reprieve.ui.problem;

import org.springframework.core.codec.DecodingException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Says so when a form is badly encoded ({@code name=%zz}). Spring lets the decoder's {@link IllegalArgumentException}
 * through, which cannot be told from a mistake of ours. A message reader would be the place, but Spring's exchange takes
 * its own reader before any other.
 */
final class StrictForms implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(new StrictExchange(exchange));
    }

    private static final class StrictExchange extends ServerWebExchangeDecorator {

        StrictExchange(ServerWebExchange exchange) {
            super(exchange);
        }

        @Override
        public Mono<MultiValueMap<String, String>> getFormData() {
            return super.getFormData()
                    .onErrorMap(IllegalArgumentException.class, cause -> new DecodingException("not a form", cause));
        }
    }
}
