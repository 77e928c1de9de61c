package health.reprieve.therapist.profile.kafka;

import health.reprieve.outbox.HearingConfiguration;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * The topic this service speaks on, and the one where its listeners park what they cannot handle. Only the newest state
 * of each therapist is kept, for as long as there are any.
 */
@Configuration(proxyBeanMethods = false)
class TherapistStatesTopic {

    static final String NAME = "therapist-states";

    private static final int PARTITIONS = 6;

    @Bean
    KafkaAdmin.NewTopics therapistStates() {
        return new KafkaAdmin.NewTopics(
                TopicBuilder.name(NAME)
                        .partitions(PARTITIONS)
                        .config(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                        .build(),
                TopicBuilder.name(HearingConfiguration.parkedOf(NAME))
                        .partitions(PARTITIONS)
                        .build());
    }
}
