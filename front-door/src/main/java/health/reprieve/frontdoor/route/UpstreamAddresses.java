package health.reprieve.frontdoor.route;

import java.time.Duration;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A service may run in several instances under one name: each new connection goes to the next of them. A connection is kept for a
 * minute at most ({@code max-life-time}), so that one that is new gets its share soon, and those that are gone are forgotten.
 */
@Configuration(proxyBeanMethods = false)
class UpstreamAddresses {

    /** Longer, and a new instance stays idle; shorter, and names are asked for on every other connection. */
    private static final Duration ADDRESSES_ARE_KEPT = Duration.ofSeconds(5);

    @Bean
    HttpClientCustomizer eachInstanceItsShare() {
        return client ->
                client.resolver(names -> names.roundRobinSelection(true).cacheMaxTimeToLive(ADDRESSES_ARE_KEPT));
    }
}
