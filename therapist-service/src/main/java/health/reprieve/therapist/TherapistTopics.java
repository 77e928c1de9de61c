package health.reprieve.therapist;

import health.reprieve.outbox.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** The topics that therapist-service sends to or hears. */
@Configuration(proxyBeanMethods = false)
class TherapistTopics {

    @Bean
    KafkaAdmin.NewTopics therapistStatesTopics() {
        return Topics.states("therapist-states");
    }

    @Bean
    KafkaAdmin.NewTopics appointmentEventsTopics() {
        return Topics.facts("appointment-events");
    }
}
