package health.reprieve.booking;

import health.reprieve.outbox.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** The topics that booking-service sends to or hears. */
@Configuration(proxyBeanMethods = false)
class BookingTopics {

    @Bean
    KafkaAdmin.NewTopics appointmentEventsTopics() {
        return Topics.facts("appointment-events");
    }

    @Bean
    KafkaAdmin.NewTopics patientContactsTopics() {
        return Topics.states("patient-contacts");
    }

    @Bean
    KafkaAdmin.NewTopics therapistStatesTopics() {
        return Topics.states("therapist-states");
    }
}
