package health.reprieve.booking.therapist.kafka;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.appointment.Asker;
import health.reprieve.booking.appointment.Match;
import health.reprieve.booking.appointment.Openings;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.outbox.CloudEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.node.ObjectNode;

/** What is said on the topic, through the real broker and the real listener, to the times that are offered. */
@BookingTest
class HeardTherapistTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String APPROVED = "contracts/events/therapist-state.changed.v1/example.json";

    @Autowired
    KafkaTemplate<String, String> kafka;

    @Autowired
    Openings openings;

    @Autowired
    Scene scene;

    private final String therapist = UUID.randomUUID().toString();
    private Clinic clinic;

    @BeforeEach
    void aClinicOfItsOwn() {
        clinic = scene.clinic(1);
    }

    @Test
    void whatIsHeardIsOfferedFromTheNextQuestionOn() {
        awaitHandled(say(1, state -> {}));

        assertThat(offered()).containsExactly("Dana Ortiz");
    }

    @Test
    void aSuspensionTakesTheOffersAway() {
        awaitHandled(say(1, state -> {}));

        awaitHandled(say(2, state -> {
            var credential = (ObjectNode) state.withArray("credentials").get(0);
            credential.put("status", "SUSPENDED");
            credential.putArray("mayPractise");
        }));

        assertThat(offered()).isEmpty();
    }

    @Test
    void whoRetiresIsNoLongerOffered() {
        awaitHandled(say(1, state -> {}));

        awaitHandled(say(2, state -> state.put("retired", true)));

        assertThat(offered()).isEmpty();
    }

    @Test
    void anOlderStateDoesNotUndoANewerOne() {
        awaitHandled(say(3, state -> state.put("retired", true)));

        awaitHandled(say(2, state -> {}));

        assertThat(offered()).isEmpty();
    }

    @Test
    void aStateThatIsRepeatedChangesNothing() {
        var event = event(1, state -> {});
        awaitHandled(send(event));
        awaitHandled(say(2, state -> state.put("retired", true)));

        send(event);
        awaitHandled(say(3, state -> state.put("retired", true).put("name", "Dana O. Ortiz")));

        assertThat(offered()).isEmpty();
    }

    @Test
    void aStateThatCannotBeReadIsParkedAndHoldsNobodyUp() {
        send(event(1, state -> state.remove("credentials")));

        awaitHandled(say(2, state -> {}));

        assertThat(offered()).containsExactly("Dana Ortiz");
    }

    @Test
    void anEventOfAnotherKindIsPassedOver() {
        var other = event(1, state -> {});
        send(new CloudEvent(
                other.id(),
                other.source(),
                "health.reprieve.therapist-state.changed.v9",
                other.subject(),
                other.time(),
                other.aggregateVersion(),
                null,
                other.data()));

        awaitHandled(say(2, state -> state.put("retired", true)));

        assertThat(offered()).isEmpty();
    }

    private interface Twist {
        void apply(ObjectNode state);
    }

    private UUID say(long version, Twist twist) {
        return send(event(version, twist));
    }

    private UUID send(CloudEvent event) {
        kafka.send("therapist-states", event.subject(), event.toJson()).join();
        return event.id();
    }

    /** The approved example as a state of this test's therapist, who works at this test's clinic. */
    private CloudEvent event(long version, Twist twist) {
        var approved = CloudEvent.parse(approvedExample());
        var data = (ObjectNode) approved.data().deepCopy();
        var state = (ObjectNode) data.path("therapist");
        state.put("id", therapist).put("version", version);
        state.withArray("places")
                .forEach(place ->
                        ((ObjectNode) place).put("clinicId", clinic.id().toString()));
        state.withArray("exceptions")
                .forEach(day -> ((ObjectNode) day).put("clinicId", clinic.id().toString()));
        twist.apply(state);
        return new CloudEvent(
                UUID.randomUUID(), approved.source(), approved.type(), therapist, approved.time(), version, null, data);
    }

    private static String approvedExample() {
        try {
            return new ClassPathResource(APPROVED).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private void awaitHandled(UUID event) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> scene.count("SELECT count(*) FROM inbox WHERE event_id = $1", event) == 1);
    }

    private List<String> offered() {
        var open = openings.firstDays(clinic.id(), Condition.NECK_PAIN, null, Asker.of(Scene.visitor()));
        return requireNonNull(open.block()).matches().stream().map(Match::name).toList();
    }
}
