package health.reprieve.booking;

import health.reprieve.booking.appointment.AppointmentNews;
import health.reprieve.outbox.Topics;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** The topics that booking-service sends to or hears. */
@Configuration(proxyBeanMethods = false)
class BookingTopics {

    @Bean
    KafkaAdmin.NewTopics appointmentEventsTopics() {
        return Topics.facts("appointment-events");
    }

    /** One partition and an hour are enough for what nobody hears. */
    @Bean
    NewTopic hiddenNewsTopic() {
        var hour = Long.toString(Duration.ofHours(1).toMillis());
        return TopicBuilder.name(AppointmentNews.HIDDEN_TOPIC)
                .partitions(1)
                .config(TopicConfig.RETENTION_MS_CONFIG, hour)
                .config(TopicConfig.SEGMENT_MS_CONFIG, hour)
                .build();
    }

    @Bean
    KafkaAdmin.NewTopics patientContactsTopics() {
        return Topics.states("patient-contacts");
    }

    @Bean
    KafkaAdmin.NewTopics messageRequestsTopics() {
        return Topics.facts("message-requests");
    }

    @Bean
    KafkaAdmin.NewTopics therapistStatesTopics() {
        return Topics.states("therapist-states");
    }
}
