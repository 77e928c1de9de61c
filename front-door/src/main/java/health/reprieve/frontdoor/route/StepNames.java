package health.reprieve.frontdoor.route;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import io.micrometer.common.KeyValues;
import org.springframework.cloud.gateway.filter.headers.observation.DefaultGatewayObservationConvention;
import org.springframework.cloud.gateway.filter.headers.observation.GatewayContext;
import org.springframework.cloud.gateway.filter.headers.observation.GatewayObservationConvention;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How a trace names what the front door hands on: by the service that it is for, and never by its address. */
@Configuration(proxyBeanMethods = false)
class StepNames {

    @Bean
    GatewayObservationConvention nameOfHandingOn() {
        return new DefaultGatewayObservationConvention() {
            @Override
            public String getContextualName(GatewayContext context) {
                Route route = context.getServerWebExchange().getRequiredAttribute(GATEWAY_ROUTE_ATTR);
                return "hand on to " + route.getId();
            }

            // the whole address, which may carry a token
            @Override
            public KeyValues getHighCardinalityKeyValues(GatewayContext context) {
                return KeyValues.empty();
            }
        };
    }
}
