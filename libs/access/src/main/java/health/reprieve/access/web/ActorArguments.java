package health.reprieve.access.web;

import health.reprieve.access.Actor;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Gives a controller method its {@code Actor}, or one kind of it, such as {@code Actor.Patient}; whoever is of another
 * kind is refused as the matrix would refuse them.
 */
final class ActorArguments implements HandlerMethodArgumentResolver, WebFluxConfigurer {

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Actor.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        return ActorAuthentication.current()
                .<Object>map(identity -> identity.actor())
                .filter(parameter.getParameterType()::isInstance)
                .switchIfEmpty(Mono.error(() -> new AccessDeniedException("another kind of actor")));
    }
}
