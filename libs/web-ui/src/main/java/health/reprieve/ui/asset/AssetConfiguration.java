package health.reprieve.ui.asset;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/** Serves the assets, and writes their hashed addresses wherever a template says {@code @{/assets/…}}. */
@Configuration(proxyBeanMethods = false)
public class AssetConfiguration {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePublic();

    @Bean
    Assets assets() {
        return Assets.onClassPath();
    }

    /** First of all filters, so that the page of a refused request is styled too. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebFilter hashedAddresses(Assets assets) {
        return (exchange, chain) -> {
            exchange.addUrlTransformer(assets::address);
            return chain.filter(exchange);
        };
    }

    @Bean
    RouterFunction<ServerResponse> assetRoutes(Assets assets) {
        return RouterFunctions.route()
                .route(
                        methods(HttpMethod.GET, HttpMethod.HEAD).and(path("/assets/**")),
                        request -> serve(request, assets.find(request.path())))
                .build();
    }

    private static Mono<ServerResponse> serve(ServerRequest request, Assets.@Nullable Found found) {
        if (found == null) {
            return ServerResponse.notFound().build();
        }
        var asset = found.asset();
        return request.checkNotModified(asset.hash())
                .switchIfEmpty(Mono.defer(() -> ServerResponse.ok()
                        .contentType(asset.type())
                        .cacheControl(found.exact() ? FOR_EVER : ASK_AGAIN)
                        .eTag(asset.hash())
                        .bodyValue(asset.content())));
    }
}
