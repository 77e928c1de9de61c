package health.reprieve.frontdoor.signin.kafka;

import health.reprieve.frontdoor.signin.CodeRequested;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/** Declares what the front door publishes to; what cannot be handled is parked on as many partitions. */
@Configuration(proxyBeanMethods = false)
class MessageRequestTopics {

    private static final int PARTITIONS = 6;

    @Bean
    NewTopic messageRequests() {
        return TopicBuilder.name(CodeRequested.TOPIC).partitions(PARTITIONS).build();
    }

    @Bean
    NewTopic messageRequestsParked() {
        return TopicBuilder.name(CodeRequested.TOPIC + ".dlt")
                .partitions(PARTITIONS)
                .build();
    }
}
