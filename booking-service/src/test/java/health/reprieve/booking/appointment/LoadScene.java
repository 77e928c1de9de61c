package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.booking.Scene;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicPolicy;
import health.reprieve.booking.clinic.ClinicRules;
import health.reprieve.booking.slot.Margin;
import health.reprieve.booking.slot.Refusal;
import health.reprieve.booking.slot.Visit;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.database.Database;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A clinic that limits what a therapist does, and many who want to come at once. */
abstract class LoadScene {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    static final long FIRST_SEED = 20_270_309;

    static final Instant EIGHT = Scene.TUESDAY_TEN.minus(Duration.ofHours(2));

    @Autowired
    HoldDesk holds;

    @Autowired
    ClinicRules rules;

    @Autowired
    Scene scene;

    @Autowired
    Database database;

    Clinic clinic;

    KnownTherapist dana;

    void aClinic(ClinicPolicy.Load load) {
        clinic = scene.clinic(3);
        dana = scene.therapist(clinic);
        rules.replace(clinic.id(), new ClinicPolicy(null, null, null, null, null, load), 1)
                .block();
    }

    Wish wish(KnownTherapist therapist, Instant start) {
        return new Wish(clinic.id(), therapist.id(), start, Condition.NECK_PAIN, null, HALF_AN_HOUR);
    }

    /** What the therapist has, as it stands in the database. */
    List<Visit> taken() {
        return requireNonNull(database.list(client -> client.sql("""
                                SELECT lower(patient_span) AS start FROM reservation
                                 WHERE therapist_id = $1 AND status <> 'RELEASED'
                                """)
                        .bind(0, dana.id().value())
                        .mapValue(Instant.class)
                        .all())
                .map(starts -> starts.stream()
                        .map(start -> new Visit(TimeRange.startingAt(start, HALF_AN_HOUR), Margin.NONE, HALF_AN_HOUR))
                        .toList())
                .block());
    }

    /** How each ended: with nothing, or with what it was refused for. */
    static List<Optional<Throwable>> race(int clients, IntFunction<Mono<?>> attempt) {
        return requireNonNull(Flux.range(0, clients)
                .flatMapSequential(
                        i -> Mono.defer(() -> attempt.apply(i))
                                .map(won -> Optional.<Throwable>empty())
                                .onErrorResume(failure -> Mono.just(Optional.of(failure)))
                                .subscribeOn(Schedulers.parallel()),
                        clients)
                .collectList()
                .block(PATIENCE));
    }

    static long winners(List<Optional<Throwable>> outcomes) {
        return outcomes.stream().filter(Optional::isEmpty).count();
    }

    static List<Throwable> others(List<Optional<Throwable>> outcomes) {
        return outcomes.stream().flatMap(Optional::stream).toList();
    }

    static void isBeyondTheLimit(Throwable failure) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        BookingRefused.NotOffered.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(Refusal.LimitReached.class));
    }
}
