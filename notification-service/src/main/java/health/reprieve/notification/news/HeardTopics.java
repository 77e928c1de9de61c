package health.reprieve.notification.news;

import health.reprieve.outbox.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** The topics that notification-service hears, so that it may start before those who send to them. */
@Configuration(proxyBeanMethods = false)
class HeardTopics {

    @Bean
    KafkaAdmin.NewTopics appointmentEventsTopics() {
        return Topics.facts(Topic.APPOINTMENTS);
    }

    @Bean
    KafkaAdmin.NewTopics patientContactsTopics() {
        return Topics.states(Topic.CONTACTS);
    }

    @Bean
    KafkaAdmin.NewTopics messageRequestsTopics() {
        return Topics.facts(Topic.REQUESTS);
    }
}
