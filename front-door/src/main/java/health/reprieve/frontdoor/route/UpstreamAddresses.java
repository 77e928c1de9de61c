package health.reprieve.frontdoor.route;

import java.time.Duration;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A service may run in several instances under one name; each gets its share, and one that is new is found soon. */
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
