package health.reprieve.frontdoor.signin.kafka;

import health.reprieve.frontdoor.signin.CodeRequested;
import health.reprieve.outbox.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Declares what the front door publishes to. */
@Configuration(proxyBeanMethods = false)
class MessageRequestTopics {

    @Bean
    KafkaAdmin.NewTopics messageRequests() {
        return Topics.facts(CodeRequested.TOPIC);
    }
}
