package health.reprieve.frontdoor.key;

import health.reprieve.access.token.InnerTokenSigner;
import health.reprieve.access.token.KeyText;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

    @Bean
    InnerTokenSigner innerTokenSigner(KeySettings keys) {
        return KeyText.use("front-door.keys.signing", keys.signing(), InnerTokenSigner::of);
    }

    @Bean
    Seal seal(KeySettings keys) {
        return KeyText.use("front-door.keys.sealing", keys.sealing(), Seal::of);
    }

    @Bean
    KeyedHash keyedHash(KeySettings keys) {
        return KeyText.use("front-door.keys.hashing", keys.hashing(), KeyedHash::of);
    }
}
