package health.reprieve.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class UnsentEventsTests {

    private static final String PATIENT = "0b6f2a52-6a0e-4a53-9a8f-2d0c9f6f1a01";

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(UnsentEvents.class);

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void leave() {
        log.detachAppender(lines);
    }

    @Test
    void aSendThatFailedIsToldByTypeAndIdOnly() {
        var event = SampleNews.event(PATIENT, 1);

        fail(event.toJson());

        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getFormattedMessage())
                    .isEqualTo(
                            "topic=tests type=health.reprieve.test.happened.v1 id=%s cause=IllegalStateException",
                            event.id());
            assertThat(line.getThrowableProxy()).isNull();
        });
    }

    @Test
    void ofWhatIsNoEventNothingIsTold() {
        fail(PATIENT + " has a tennis elbow");

        assertThat(lines.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEqualTo("topic=tests type=unreadable cause=IllegalStateException");
    }

    private static void fail(String contents) {
        new UnsentEvents()
                .onError(new ProducerRecord<>("tests", PATIENT, contents), null, new IllegalStateException(PATIENT));
    }
}
