package health.reprieve.booking.appointment;

import static health.reprieve.booking.appointment.MoveScene.move;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/** Desks that move some of the same visits, patients who book and desks that call off, all at the same moment. A failure names its seed. */
@BookingTest
class MoveRaceTests {

    private static final Duration APART = Duration.ofMinutes(75);
    private static final Instant NINE = Scene.TUESDAY_TEN.plus(Duration.ofHours(71));
    private static final long FIRST_SEED = 20_270_304;
    private static final int ROUNDS = 12;

    @Autowired
    MoveDesk desk;

    @Autowired
    BookingDesk booking;

    @Autowired
    VisitDesk visits;

    @Autowired
    Scene scene;

    @Test
    void eachGroupIsWholeOrNotAtAllAndNobodyIsDoubleBooked() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + ROUNDS; seed++) {
            var random = new Random(seed);
            var clinic = scene.clinic(2);
            var therapists = List.of(scene.therapist(clinic), scene.therapist(clinic));
            var day = IntStream.range(0, 8)
                    .mapToObj(i -> scene.booked(
                            Scene.patient(), clinic, therapists.get(i % 2), NINE.plus(APART.multipliedBy(i / 2))))
                    .toList();
            var groups = IntStream.range(0, 3).mapToObj(i -> group(day, random)).toList();

            var outcomes = Race.ends(Stream.of(
                            groups.stream().<Mono<?>>map(Group::move),
                            patients(clinic, therapists, random),
                            Stream.<Mono<?>>of(visits.cancel(
                                    Scene.DESK, day.get(random.nextInt(8)).id(), 1)))
                    .flatMap(all -> all)
                    .toList());

            assertThat(outcomes.stream().flatMap(Optional::stream))
                    .as("seed %d", seed)
                    .allSatisfy(MoveRaceTests::isRefused);
            assertThat(scene.overlaps()).as("seed %d", seed).isZero();
            assertEachIsWholeOrNotAtAll(groups, outcomes, seed);
        }
    }

    private static void assertEachIsWholeOrNotAtAll(List<Group> groups, List<Optional<Throwable>> outcomes, long seed) {
        for (int i = 0; i < groups.size(); i++) {
            var group = groups.get(i);
            assertThat(outcomes.get(i).isEmpty() ? group.arrived() == group.moves.length : group.noted() == 0)
                    .as("seed %d, group %d: %s", seed, i, outcomes.get(i))
                    .isTrue();
        }
    }

    /** Two take each other's visits in opposite order: one of them is first, and the other hears which visits it has changed. */
    @Test
    void oneOfTwoWhoTradeTheSameVisitsIsFirst() {
        for (int round = 0; round < ROUNDS; round++) {
            var clinic = scene.clinic(2);
            var dana = scene.therapist(clinic);
            var first = scene.booked(Scene.patient(), clinic, dana, NINE);
            var second = scene.booked(Scene.patient(), clinic, dana, NINE.plus(APART));
            var third = scene.booked(Scene.patient(), clinic, dana, NINE.plus(APART.multipliedBy(2)));
            var up = new Group(new MoveDesk.Move[] {
                move(first, second.time().start()), move(second, third.time().start()), move(third, NINE)
            });
            var down = new Group(new MoveDesk.Move[] {
                move(third, second.time().start()),
                move(second, NINE),
                move(first, third.time().start())
            });

            var outcomes = Race.ends(List.of(up.move(), down.move()));

            assertThat(outcomes.stream().filter(Optional::isEmpty))
                    .as("round %d", round)
                    .hasSize(1);
            assertThat(outcomes.stream().flatMap(Optional::stream))
                    .as("round %d", round)
                    .allSatisfy(MoveRaceTests::hasSeenOthersChangeAllThree);
        }
    }

    private static void hasSeenOthersChangeAllThree(Throwable failure) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        MovesRefused.class,
                        refused -> assertThat(refused.inTheWay())
                                .hasSize(3)
                                .allSatisfy(
                                        one -> assertThat(one.why()).isInstanceOf(BookingRefused.VersionStale.class)));
    }

    private final class Group {

        private final Actor.FrontDesk by = new Actor.FrontDesk(AccountId.random());
        private final MoveDesk.Move[] moves;

        private Group(MoveDesk.Move[] moves) {
            this.moves = moves;
        }

        private Mono<?> move() {
            return desk.move(
                    by,
                    new MoveDesk.Request(List.of(moves), null),
                    UUID.randomUUID().toString());
        }

        /** How many visits its desk has changed. */
        private long noted() {
            return scene.count(
                    "SELECT count(*) FROM appointment_change WHERE by_id = $1",
                    by.account().value());
        }

        /** How many of its visits were where it wanted them: another desk may have wanted the same. */
        private long arrived() {
            return Stream.of(moves)
                    .filter(move -> scene.count(
                                    "SELECT count(*) FROM appointment_change WHERE appointment_id = $1 AND starts_at = $2",
                                    move.visit().value(),
                                    requireNonNull(move.start()))
                            > 0)
                    .count();
        }
    }

    /** Some of the visits in any order: later by half an hour, or to each other's times. */
    private Group group(List<Appointment> day, Random random) {
        var some = new ArrayList<>(day);
        Collections.shuffle(some, random);
        var chosen = some.subList(0, 3 + random.nextInt(3));
        boolean later = random.nextBoolean();
        return new Group(IntStream.range(0, chosen.size())
                .mapToObj(i -> later
                        ? move(chosen.get(i), chosen.get(i).time().start().plus(Duration.ofMinutes(30)))
                        : move(
                                chosen.get(i),
                                chosen.get((i + 1) % chosen.size()).time().start()))
                .toArray(MoveDesk.Move[]::new));
    }

    private Stream<Mono<?>> patients(Clinic clinic, List<KnownTherapist> therapists, Random random) {
        return IntStream.range(0, 4).mapToObj(i -> {
            var patient = Scene.patient();
            var start = NINE.plus(Duration.ofMinutes(15L * random.nextInt(24)));
            var wish = Scene.wish(clinic, therapists.get(i % 2), start);
            return booking.book(
                    patient,
                    new BookingDesk.Request(Scene.details(patient), wish, null),
                    UUID.randomUUID().toString());
        });
    }

    private static void isRefused(Throwable failure) {
        assertThat(failure).isInstanceOfAny(MovesRefused.class, BookingRefused.class);
    }
}
