package health.reprieve.contract.exchange;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stands in the client of a service's tests and holds everything that is said under {@code /api/} against the committed
 * document. A request is held against it where the reply shows that it was understood: what is wrong on purpose only has
 * its reply examined.
 */
public final class PromiseFilter implements ExchangeFilterFunction {

    private static final String API = "/api/";

    private final String document;
    private final ApiPromise promise;

    private PromiseFilter(String document, ApiPromise promise) {
        this.document = document;
        this.promise = promise;
    }

    /** @param service whose document it is */
    public static PromiseFilter of(String service) {
        return new PromiseFilter("contracts/openapi/" + service + ".yaml", ApiPromise.ofService(service));
    }

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        if (!request.url().getPath().startsWith(API)) {
            return next.exchange(request);
        }
        var asked = new SentRequest();
        var overheard = ClientRequest.from(request)
                .body((message, context) -> request.body().insert(asked.overhear(message), context))
                .build();
        return next.exchange(overheard).flatMap(reply -> examine(request, asked, reply));
    }

    private Mono<ClientResponse> examine(ClientRequest request, SentRequest asked, ClientResponse reply) {
        return reply.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]).map(body -> {
            hold(new Exchange(
                    request.method(),
                    request.url(),
                    asked.headers(),
                    asked.body(),
                    reply.statusCode().value(),
                    reply.headers().asHttpHeaders(),
                    new String(body, StandardCharsets.UTF_8)));
            return again(reply, body);
        });
    }

    private void hold(Exchange exchange) {
        var violations = ExchangeChecks.violations(promise, exchange);
        if (!violations.isEmpty()) {
            throw new PromiseBroken(exchange, document, violations);
        }
    }

    /** The reply for whoever asked; its body could be read once only. */
    private static ClientResponse again(ClientResponse reply, byte[] body) {
        var content = DefaultDataBufferFactory.sharedInstance.wrap(body);
        return reply.mutate()
                .body(body.length == 0 ? Flux.empty() : Flux.just(content))
                .build();
    }
}
