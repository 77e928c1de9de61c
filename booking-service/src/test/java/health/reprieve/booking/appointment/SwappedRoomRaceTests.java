package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What happens at the moment in which a visit leaves its room for another one. */
@BookingTest
class SwappedRoomRaceTests extends SwappedRoomScene {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void ofTwoWhoReachForTheSameRoomOneWinsAndTheVisitIsMovedOnce() {
        for (int round = 0; round < 10; round++) {
            anOrdinaryVisitInTheRoomWithTheStones();

            var outcomes = race(2, i -> attempt(Scene.patient(), i == 0 ? samuel : tom, TEN, "k"));

            assertThat(outcomes)
                    .as("round %d", round)
                    .filteredOn(Appointment.class::isInstance)
                    .hasSize(1);
            assertThat(outcomes)
                    .as("round %d", round)
                    .filteredOn(outcome -> !(outcome instanceof Appointment))
                    .allMatch(BookingRefused.TimeTaken.class::isInstance);
            assertThat(again(inTheWay).version()).as("round %d", round).isEqualTo(2);
        }
        assertThat(scene.overlaps()).isZero();
    }

    @Test
    void whoeverCallsOffWhileTheirVisitLeavesItsRoomIsHeardAll() {
        for (int round = 0; round < 10; round++) {
            anOrdinaryVisitInTheRoomWithTheStones();
            var visit = inTheWay;

            var outcomes = race(
                    2,
                    i -> i == 0
                            ? attempt(rosa, samuel, TEN, "round " + visit.id())
                            : visits.cancel(
                                            Scene.DESK,
                                            visit.id(),
                                            again(visit).version(),
                                            new VisitDesk.Cancellation(null, "she is ill"))
                                    .cast(Object.class)
                                    .onErrorResume(Mono::just));

            assertThat(outcomes.getFirst()).as("round %d", round).isInstanceOf(Appointment.class);
            assertThat(outcomes.getLast())
                    .as("round %d", round)
                    .isInstanceOfAny(Appointment.class, BookingRefused.VersionStale.class);
            visits.cancel(rosa, ((Appointment) outcomes.getFirst()).id(), 1).block();
        }
        assertThat(scene.overlaps()).isZero();
    }

    /** The visit, or what it was refused for. */
    private Mono<Object> attempt(Actor.Patient patient, KnownTherapist therapist, Instant start, String key) {
        var request = new BookingDesk.Request(Scene.details(patient), wish(therapist, start), null);
        return desk.book(patient, request, key).cast(Object.class).onErrorResume(Mono::just);
    }

    private static List<Object> race(int clients, IntFunction<Mono<Object>> attempt) {
        return requireNonNull(Flux.range(0, clients)
                .flatMapSequential(
                        i -> Mono.defer(() -> attempt.apply(i)).subscribeOn(Schedulers.boundedElastic()), clients)
                .collectList()
                .block(PATIENCE));
    }
}
