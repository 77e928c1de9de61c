package health.reprieve.frontdoor.key;

import health.reprieve.access.token.InnerTokenSigner;
import health.reprieve.access.token.KeyText;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

    @Bean
    InnerTokenSigner innerTokenSigner(KeySettings keys) {
        return InnerTokenSigner.of(KeyText.read("front-door.keys.signing", keys.signing()));
    }

    @Bean
    Seal seal(KeySettings keys) {
        return Seal.of(KeyText.read("front-door.keys.sealing", keys.sealing()));
    }

    @Bean
    KeyedHash keyedHash(KeySettings keys) {
        return KeyedHash.of(KeyText.read("front-door.keys.hashing", keys.hashing()));
    }
}
