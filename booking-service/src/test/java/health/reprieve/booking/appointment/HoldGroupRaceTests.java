package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Groups that reach for the same times at the same moment. A failure names the seed that leads to it. */
@BookingTest
class HoldGroupRaceTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long FIRST_SEED = 20_270_302;

    @Autowired
    HoldDesk holds;

    @Autowired
    GroupBooking groups;

    @Autowired
    BookingDesk desk;

    @Autowired
    Scene scene;

    private Clinic clinic;
    private KnownTherapist therapist;

    @Test
    void ofTwoGroupsThatShareOneTimeExactlyOneWinsAndNothingIsLeftOfTheOther() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + 40; seed++) {
            aClinic();
            var random = new Random(seed);
            var places = shuffled(random);
            var size = 2 + random.nextInt(4);
            // the shared time stands anywhere among the others, so the two meet early or late
            var one = new ArrayList<>(places.subList(0, size));
            var other = new ArrayList<>(places.subList(size - 1, 2 * size - 1));
            Collections.shuffle(other, random);

            var held = race(List.of(one, other));

            assertThat(held.stream().flatMap(Optional::stream))
                    .as("seed %d", seed)
                    .hasSize(1);
            assertThat(rows()).as("seed %d", seed).isEqualTo(size);
        }
        assertThat(scene.overlaps()).isZero();
    }

    @Test
    void ofManyGroupsThatInterleaveTheWinnersAreWholeAndTheOthersLeaveNothing() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + 20; seed++) {
            aClinic();
            var random = new Random(seed);
            var groups = IntStream.range(0, 6)
                    .mapToObj(i -> shuffled(random).subList(0, 2 + random.nextInt(5)))
                    .toList();

            var held = race(groups);

            var winners = held.stream().flatMap(Optional::stream).toList();
            assertThat(winners).as("seed %d", seed).isNotEmpty();
            assertThat(rows())
                    .as("seed %d", seed)
                    .isEqualTo(winners.stream()
                            .mapToInt(hold -> hold.times().size())
                            .sum());
            assertThat(holdsOf(held, groups)).as("seed %d", seed).isTrue();
        }
        assertThat(scene.overlaps()).isZero();
    }

    @Test
    void whileAGroupBecomesVisitsNobodyElseGetsOneOfItsTimes() {
        for (int round = 0; round < 10; round++) {
            aClinic();
            var rosa = Scene.patient();
            var hold = requireNonNull(holds.holdTogether(rosa.browser(), Asker.of(rosa), wishes(List.of(0, 1, 2, 3, 4)))
                    .block());

            var visits = Mono.defer(() -> groups.book(rosa, Scene.details(rosa), hold.id(), Condition.NECK_PAIN))
                    .subscribeOn(Schedulers.parallel())
                    .map(List::size);
            var others = Flux.range(0, 10)
                    .flatMap(i -> bookOne(i % 5).subscribeOn(Schedulers.parallel()))
                    .count()
                    .map(Math::toIntExact);

            var won = requireNonNull(Mono.zip(visits, others).block(PATIENCE));
            assertThat(won.getT1()).as("round %d", round).isEqualTo(5);
            assertThat(won.getT2()).as("round %d", round).isZero();
        }
        assertThat(scene.overlaps()).isZero();
    }

    private void aClinic() {
        clinic = scene.clinic(2);
        therapist = scene.therapist(clinic);
    }

    /** Ten places, two on each of five days, in an order of chance. */
    private static List<Integer> shuffled(Random random) {
        var places = new ArrayList<>(IntStream.range(0, 10).boxed().toList());
        Collections.shuffle(places, random);
        return places;
    }

    private List<Wish> wishes(List<Integer> places) {
        return places.stream()
                .map(place -> Scene.wish(clinic, therapist, start(place)))
                .toList();
    }

    private static Instant start(int place) {
        return Scene.TUESDAY_TEN.plus(Duration.ofDays(place % 5)).plus(Duration.ofHours(3L * (place / 5)));
    }

    private List<Optional<Hold>> race(List<? extends List<Integer>> groups) {
        IntFunction<Mono<Optional<Hold>>> runner = i -> {
            var visitor = Scene.visitor();
            return holds.holdTogether(visitor.browser(), Asker.of(visitor), wishes(groups.get(i)))
                    .map(Optional::of)
                    .onErrorReturn(BookingRefused.TimeTaken.class, Optional.empty())
                    .subscribeOn(Schedulers.parallel());
        };
        return requireNonNull(Flux.range(0, groups.size())
                .flatMapSequential(runner::apply, groups.size())
                .collectList()
                .block(PATIENCE));
    }

    /** Whether each winner holds what its group wished, and no more. */
    private static boolean holdsOf(List<Optional<Hold>> held, List<List<Integer>> groups) {
        return IntStream.range(0, held.size())
                .allMatch(i -> held.get(i)
                        .map(hold -> hold.times().stream()
                                .map(time -> time.time().start())
                                .toList()
                                .equals(List.copyOf(new TreeSet<>(groups.get(i).stream()
                                        .map(HoldGroupRaceTests::start)
                                        .toList()))))
                        .orElse(true));
    }

    private Mono<Appointment> bookOne(int place) {
        Actor.Patient omar = Scene.patient();
        var request = new BookingDesk.Request(Scene.details(omar), Scene.wish(clinic, therapist, start(place)), null);
        return Mono.defer(() -> desk.book(omar, request, "key"))
                .onErrorResume(BookingRefused.TimeTaken.class, taken -> Mono.empty());
    }

    private long rows() {
        return scene.count(
                "SELECT count(*) FROM reservation WHERE therapist_id = $1",
                therapist.id().value());
    }
}
