package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.clinic.ClinicPolicy;
import health.reprieve.booking.slot.Limit;
import health.reprieve.booking.slot.Session;
import health.reprieve.booking.slot.Slots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/** Many who take other times of one therapist at the same moment, up to what the clinic lets them work. A failure names its seed. */
@BookingTest
class LoadRaceTests extends LoadScene {

    private static final Duration DAY = Duration.ofDays(1);

    private static final Session SESSION = Session.lasting(HALF_AN_HOUR);

    @Autowired
    BookingDesk desk;

    @Autowired
    VisitDesk visits;

    @Test
    void ofTwelveWhoTakeOtherTimesOfOneDayAsManyWinAsTheLimitAllows() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + 15; seed++) {
            var random = new Random(seed);
            int most = 1 + random.nextInt(6);
            aClinic(
                    random.nextBoolean()
                            ? new ClinicPolicy.Load(most, null, null, null, null)
                            : new ClinicPolicy.Load(null, null, HALF_AN_HOUR.multipliedBy(most), null, null));
            var hours = hours(12, random);

            var outcomes = race(12, i -> take(random.nextBoolean(), EIGHT.plus(Duration.ofHours(hours.get(i)))));

            assertThat(winners(outcomes)).as("seed %d", seed).isEqualTo(most);
            assertThat(others(outcomes)).as("seed %d", seed).allSatisfy(LoadScene::isBeyondTheLimit);
            assertThat(taken()).as("seed %d", seed).hasSize(most);
        }
    }

    @Test
    void aWeekIsCountedAsWholeAsADay() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + 10; seed++) {
            var random = new Random(seed);
            int most = 2 + random.nextInt(3);
            aClinic(
                    random.nextBoolean()
                            ? new ClinicPolicy.Load(null, most, null, null, null)
                            : new ClinicPolicy.Load(null, null, null, HALF_AN_HOUR.multipliedBy(most), null));

            // from Tuesday to Sunday, and the Monday after, which counts elsewhere
            var outcomes = race(7, i -> take(random.nextBoolean(), EIGHT.plus(DAY.multipliedBy(i))));

            assertThat(winners(outcomes)).as("seed %d", seed).isEqualTo(most + 1);
            assertThat(outcomes.getLast()).as("seed %d", seed).isEmpty();
            assertThat(others(outcomes)).as("seed %d", seed).allSatisfy(LoadScene::isBeyondTheLimit);
        }
    }

    @Test
    void noRunBecomesLongerThanItMay() {
        var limit = new Limit.HandsOnInARun(Duration.ofMinutes(60), Duration.ofMinutes(45));
        for (long seed = FIRST_SEED; seed < FIRST_SEED + 10; seed++) {
            var random = new Random(seed);
            aClinic(new ClinicPolicy.Load(null, null, null, null, new ClinicPolicy.Run(limit.most(), limit.pause())));
            var hours = hours(12, random);

            var outcomes = race(12, i -> take(random.nextBoolean(), EIGHT.plus(Duration.ofHours(hours.get(i)))));

            assertThat(others(outcomes)).as("seed %d", seed).isNotEmpty().allSatisfy(LoadScene::isBeyondTheLimit);
            for (var one : taken()) {
                var rest = new ArrayList<>(taken());
                rest.remove(one);
                assertThat(Slots.limitReached(
                                List.of(limit), rest, SESSION, one.time().start(), clinic.zone()))
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }
    }

    @Test
    void visitsThatAreMovedIntoOneDayAreNoMoreThanItTakes() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + 10; seed++) {
            var random = new Random(seed);
            int most = 1 + random.nextInt(4);
            aClinic(new ClinicPolicy.Load(most, null, null, null, null));
            var patients = IntStream.range(0, 6).mapToObj(i -> Scene.patient()).toList();
            var booked = IntStream.range(0, 6)
                    .mapToObj(i -> requireNonNull(book(patients.get(i), EIGHT.plus(DAY.multipliedBy(i + 1)), null)
                            .block()))
                    .toList();

            var outcomes = race(
                    6, i -> visits.move(patients.get(i), booked.get(i).id(), 1, EIGHT.plus(Duration.ofHours(2L * i))));

            assertThat(winners(outcomes)).as("seed %d", seed).isEqualTo(most);
            assertThat(others(outcomes)).as("seed %d", seed).allSatisfy(LoadScene::isBeyondTheLimit);
        }
    }

    @Test
    void aRequestThatIsRepeatedWhileTheFirstTakesTheLastPlaceIsAnsweredAlike() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + 10; seed++) {
            aClinic(new ClinicPolicy.Load(1, null, null, null, null));
            var rosa = Scene.patient();

            var outcomes = race(4, i -> book(rosa, EIGHT, "k"));

            assertThat(winners(outcomes)).as("seed %d", seed).isEqualTo(4);
            assertThat(taken()).as("seed %d", seed).hasSize(1);
        }
    }

    @Test
    void whereThereIsNoLimitNobodyWaits() {
        aClinic(ClinicPolicy.NONE.load());
        var gate = new CompletableFuture<Void>();
        var locked = new CompletableFuture<Void>();
        var other = database.transaction(client -> client.sql("SELECT pg_advisory_xact_lock(hashtextextended($1, 2))")
                        .bind(0, dana.id().toString())
                        .then()
                        .doOnSuccess(done -> locked.complete(null))
                        .then(Mono.fromFuture(gate)))
                .toFuture();
        locked.join();

        assertThat(book(Scene.patient(), EIGHT, null).block(PATIENCE)).isNotNull();

        gate.complete(null);
        other.join();
    }

    private static List<Integer> hours(int count, Random random) {
        var hours = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(hours, random);
        return hours;
    }

    private Mono<?> take(boolean holding, Instant start) {
        var patient = Scene.patient();
        return holding
                ? holds.hold(patient.browser(), Asker.of(patient), wish(dana, start))
                : book(patient, start, null);
    }

    private Mono<Appointment> book(Actor.Patient patient, Instant start, @Nullable String key) {
        var request = new BookingDesk.Request(Scene.details(patient), wish(dana, start), null);
        return desk.book(patient, request, key == null ? UUID.randomUUID().toString() : key);
    }
}
