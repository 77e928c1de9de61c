package health.reprieve.frontdoor.route;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import io.micrometer.common.KeyValues;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.headers.observation.DefaultGatewayObservationConvention;
import org.springframework.cloud.gateway.filter.headers.observation.GatewayContext;
import org.springframework.cloud.gateway.filter.headers.observation.GatewayObservationConvention;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.http.server.reactive.observation.ServerRequestObservationConvention;

/** How a trace names what the front door does: by the service that a request is for, and never by its address. */
@Configuration(proxyBeanMethods = false)
class StepNames {

    @Bean
    ServerRequestObservationConvention nameOfARequest() {
        return new DefaultServerRequestObservationConvention() {
            @Override
            public @Nullable String getContextualName(ServerRequestObservationContext context) {
                var service = service(context.getAttributes());
                var request = super.getContextualName(context);
                return service == null ? request : request + " for " + service;
            }
        };
    }

    @Bean
    GatewayObservationConvention nameOfHandingOn() {
        return new DefaultGatewayObservationConvention() {
            @Override
            public String getContextualName(GatewayContext context) {
                return "hand on to " + service(context.getServerWebExchange().getAttributes());
            }

            // the whole address, which may carry a token
            @Override
            public KeyValues getHighCardinalityKeyValues(GatewayContext context) {
                return KeyValues.empty();
            }
        };
    }

    private static @Nullable String service(Map<String, Object> exchange) {
        return exchange.get(GATEWAY_ROUTE_ATTR) instanceof Route route ? route.getId() : null;
    }
}
