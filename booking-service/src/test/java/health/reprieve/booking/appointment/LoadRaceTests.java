package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicPolicy;
import health.reprieve.booking.clinic.ClinicRules;
import health.reprieve.booking.slot.Limit;
import health.reprieve.booking.slot.Margin;
import health.reprieve.booking.slot.Refusal;
import health.reprieve.booking.slot.Session;
import health.reprieve.booking.slot.Slots;
import health.reprieve.booking.slot.Visit;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.database.Database;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Many who take other times of one therapist at the same moment, up to what the clinic lets them work. A failure names its seed. */
@BookingTest
class LoadRaceTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration DAY = Duration.ofDays(1);
    private static final long FIRST_SEED = 20_270_309;
    private static final Instant EIGHT = Scene.TUESDAY_TEN.minus(Duration.ofHours(2));
    private static final Session SESSION = Session.lasting(HALF_AN_HOUR);

    @Autowired
    BookingDesk desk;

    @Autowired
    HoldDesk holds;

    @Autowired
    GroupBooking groups;

    @Autowired
    VisitDesk visits;

    @Autowired
    ClinicRules rules;

    @Autowired
    Scene scene;

    @Autowired
    Database database;

    private Clinic clinic;
    private KnownTherapist dana;

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
            assertThat(others(outcomes)).as("seed %d", seed).allSatisfy(LoadRaceTests::isBeyondTheLimit);
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
            assertThat(others(outcomes)).as("seed %d", seed).allSatisfy(LoadRaceTests::isBeyondTheLimit);
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

            assertThat(others(outcomes)).as("seed %d", seed).isNotEmpty().allSatisfy(LoadRaceTests::isBeyondTheLimit);
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
            assertThat(others(outcomes)).as("seed %d", seed).allSatisfy(LoadRaceTests::isBeyondTheLimit);
        }
    }

    @Test
    void groupsThatReachForTwoTherapistsInOppositeOrdersDoNotWaitForEachOther() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + 15; seed++) {
            var random = new Random(seed);
            aClinic(new ClinicPolicy.Load(1, null, null, null, null));
            var samuel = scene.therapist(clinic);
            var patients = IntStream.range(0, 4).mapToObj(i -> Scene.patient()).toList();

            var outcomes = race(4, i -> {
                var first = i % 2 == 0 ? dana : samuel;
                var second = i % 2 == 0 ? samuel : dana;
                int hour = random.nextInt(3);
                return holdBoth(
                        patients.get(i),
                        wish(first, EIGHT.plus(Duration.ofHours(hour + 3L * (i / 2)))),
                        wish(second, EIGHT.plus(Duration.ofHours(hour + 1 + 3L * (i / 2)))));
            });

            assertThat(winners(outcomes)).as("seed %d", seed).isEqualTo(1);
            assertThat(others(outcomes)).as("seed %d", seed).allSatisfy(LoadRaceTests::isRefused);
        }
    }

    @Test
    void whatIsTakenTogetherCountsTogether() {
        aClinic(new ClinicPolicy.Load(2, null, null, null, null));
        var rosa = Scene.patient();

        var outcomes = race(
                1,
                i -> holds.holdTogether(
                        rosa.browser(),
                        Asker.of(rosa),
                        List.of(
                                wish(dana, EIGHT),
                                wish(dana, EIGHT.plus(Duration.ofHours(2))),
                                wish(dana, EIGHT.plus(Duration.ofHours(4))))));

        assertThat(others(outcomes)).hasSize(1).allSatisfy(LoadRaceTests::isBeyondTheLimit);
        assertThat(taken()).isEmpty();
    }

    @Test
    void aGroupIsBookedUpToTheLimitItWasHeldWith() {
        aClinic(new ClinicPolicy.Load(2, null, null, null, null));
        var rosa = Scene.patient();
        var hold = requireNonNull(holdBoth(rosa, wish(dana, EIGHT), wish(dana, EIGHT.plus(Duration.ofHours(2))))
                .block());

        assertThat(groups.book(rosa, Scene.details(rosa), hold.id(), Condition.NECK_PAIN)
                        .block())
                .hasSize(2);
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

    private void aClinic(ClinicPolicy.Load load) {
        clinic = scene.clinic(3);
        dana = scene.therapist(clinic);
        rules.replace(clinic.id(), new ClinicPolicy(null, null, null, null, null, load), 1)
                .block();
    }

    private static List<Integer> hours(int count, Random random) {
        var hours = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(hours, random);
        return hours;
    }

    private Wish wish(KnownTherapist therapist, Instant start) {
        return new Wish(clinic.id(), therapist.id(), start, Condition.NECK_PAIN, null, HALF_AN_HOUR);
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

    private Mono<Hold> holdBoth(Actor.Patient patient, Wish one, Wish other) {
        return holds.holdTogether(patient.browser(), Asker.of(patient), List.of(one, other));
    }

    /** What the therapist has, as it stands in the database. */
    private List<Visit> taken() {
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
    private static List<Optional<Throwable>> race(int clients, IntFunction<Mono<?>> attempt) {
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

    private static long winners(List<Optional<Throwable>> outcomes) {
        return outcomes.stream().filter(Optional::isEmpty).count();
    }

    private static List<Throwable> others(List<Optional<Throwable>> outcomes) {
        return outcomes.stream().flatMap(Optional::stream).toList();
    }

    private static void isBeyondTheLimit(Throwable failure) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        BookingRefused.NotOffered.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(Refusal.LimitReached.class));
    }

    private static void isRefused(Throwable failure) {
        assertThat(failure).isInstanceOf(BookingRefused.class);
    }
}
