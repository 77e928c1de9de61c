package health.reprieve.therapist;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.contract.topic.TopicContract;
import org.junit.jupiter.api.Test;

class TopicDocumentTests {

    @Test
    void topicsListenersAndEventsAreThoseOfTheDocument() {
        assertThat(TopicContract.committed().differences("therapist", TherapistService.class))
                .isEmpty();
    }
}
