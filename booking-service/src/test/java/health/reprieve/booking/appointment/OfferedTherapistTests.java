package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.candidacy.Technique;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.therapist.PractisePermit;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@BookingTest
class OfferedTherapistTests {

    private static final Instant TEN = Scene.TUESDAY_TEN;
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant FAR_AHEAD = Instant.parse("2040-01-01T00:00:00Z");

    @Autowired
    Openings openings;

    @Autowired
    HoldDesk holds;

    @Autowired
    BookingDesk desk;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private Clinic clinic;

    @BeforeEach
    void aClinicOfItsOwn() {
        clinic = scene.clinic(2);
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    static Stream<Arguments> rightsThatAreNone() {
        var always = new TimeRange(LONG_AGO, FAR_AHEAD);
        var untilToday = new TimeRange(LONG_AGO, TestClock.MONDAY);
        var later = TestClock.MONDAY.plus(Duration.ofDays(30));
        return Stream.of(
                Arguments.of("no licence at all", List.of()),
                Arguments.of("a licence of another state", List.of(Scene.permit("US-TX"))),
                Arguments.of(
                        "a licence that has ended or is suspended",
                        List.of(new PractisePermit("US-NY", true, List.of(untilToday), TestClock.MONDAY, later))),
                Arguments.of(
                        "a licence without any time in which it permits practice",
                        List.of(new PractisePermit("US-NY", true, List.of(), TestClock.MONDAY, later))),
                Arguments.of(
                        "a licence that was looked up too long ago",
                        List.of(new PractisePermit("US-NY", true, List.of(always), LONG_AGO, TestClock.MONDAY))),
                Arguments.of(
                        "a licence that was never looked up",
                        List.of(new PractisePermit("US-NY", true, List.of(always), null, null))),
                Arguments.of(
                        "a tier that may not treat what hurts",
                        List.of(new PractisePermit("US-NY", false, List.of(always), TestClock.MONDAY, later))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rightsThatAreNone")
    void whoMayNotPractiseThereIsNeverOfferedAndRefusedWhenAskedForDirectly(String why, List<PractisePermit> rights) {
        var therapist = scene.therapist(clinic, rights.toArray(PractisePermit[]::new));

        assertThat(offersOf(therapist)).isEmpty();
        assertRefused(therapist, TEN);
    }

    @Test
    void whoHasRetiredIsNeverOfferedAndRefusedWhenAskedForDirectly() {
        var therapist = scene.therapist(clinic);
        scene.keep(retired(therapist));

        assertThat(offersOf(therapist)).isEmpty();
        assertRefused(therapist, TEN);
    }

    @Test
    void whoHasNoHoursAtTheClinicIsRefusedThere() {
        var therapist = scene.therapist(scene.clinic(1));

        assertThat(offersOf(therapist)).isEmpty();
        assertRefused(therapist, TEN);
    }

    @Test
    void aLicenceMustLastToTheEndOfTheVisit() {
        var end = TEN.plus(Duration.ofHours(1));
        var therapist = scene.therapist(clinic, permitUntil(end));

        assertThat(offersOf(therapist)).contains(TEN).allMatch(start -> !start.isAfter(TEN));
        assertRefused(therapist, TEN.plus(Duration.ofMinutes(15)));
        assertThat(scene.booked(Scene.patient(), clinic, therapist, TEN).time().end())
                .isEqualTo(end);
    }

    @Test
    void aCheckOfTheLicenceThatGrowsTooOldEndsTheOffersByItself() {
        var therapist = scene.therapist(clinic);
        assertThat(offersOf(therapist)).isNotEmpty();

        clock.advance(Duration.ofDays(30));

        assertThat(offersOf(therapist)).isEmpty();
        assertRefused(therapist, TEN.plus(Duration.ofDays(30)));
    }

    @Test
    void aSuspensionThatIsHeardRefusesATimeThatWasHeldBefore() {
        var therapist = scene.therapist(clinic);
        var patient = Scene.patient();
        var hold = requireNonNull(holds.hold(patient.browser(), Asker.of(patient), Scene.wish(clinic, therapist, TEN))
                .block());

        scene.keep(with(therapist, List.of(permitUntil(TestClock.MONDAY))));

        assertThatThrownBy(() -> desk.bookHeld(patient, Scene.details(patient), hold.id(), Condition.NECK_PAIN)
                        .block())
                .isInstanceOf(BookingRefused.NotOffered.class);
    }

    @Test
    void theTimesOfOneTherapistNeverOverlapAcrossClinics() {
        for (int round = 0; round < 20; round++) {
            var here = scene.clinic(1);
            var there = scene.clinic(1);
            var therapist = scene.keep(new KnownTherapist(
                    TherapistId.random(),
                    1,
                    "Luis Herrera",
                    false,
                    List.of("es", "en"),
                    Set.of(Technique.SWED),
                    List.of(Scene.permit("US-NY")),
                    Map.of(here.id(), Scene.everyDay(), there.id(), Scene.everyDay())));

            var winners = requireNonNull(Flux.just(
                            tryToBook(here, therapist, TEN),
                            tryToBook(there, therapist, TEN.plus(Duration.ofMinutes(30))))
                    .flatMap(attempt -> attempt.subscribeOn(Schedulers.parallel()))
                    .count()
                    .block());

            assertThat(winners).as("round %d", round).isOne();
        }
        assertThat(scene.overlaps()).isZero();
    }

    private Mono<Appointment> tryToBook(Clinic place, KnownTherapist therapist, Instant start) {
        var patient = Scene.patient();
        var request = new BookingDesk.Request(Scene.details(patient), Scene.wish(place, therapist, start), null);
        return desk.book(patient, request, "k").onErrorResume(BookingRefused.TimeTaken.class, lost -> Mono.empty());
    }

    private List<Instant> offersOf(KnownTherapist therapist) {
        var open = requireNonNull(openings.firstDays(clinic.id(), Condition.NECK_PAIN, null, Asker.of(Scene.visitor()))
                .block());
        assertThat(open.matches().stream().map(Match::therapist).anyMatch(therapist.id()::equals))
                .isEqualTo(!open.days().isEmpty());
        return open.days().stream()
                .flatMap(day -> day.offers().stream())
                .filter(offer -> offer.therapist().equals(therapist.id()))
                .map(offer -> offer.time().start())
                .toList();
    }

    private void assertRefused(KnownTherapist therapist, Instant start) {
        var patient = Scene.patient();
        assertThatThrownBy(() -> scene.booked(patient, clinic, therapist, start))
                .isInstanceOf(BookingRefused.NotOffered.class);
        assertThatThrownBy(() -> holds.hold(patient.browser(), Asker.of(patient), Scene.wish(clinic, therapist, start))
                        .block())
                .isInstanceOf(BookingRefused.NotOffered.class);
    }

    private static PractisePermit permitUntil(Instant end) {
        return new PractisePermit(
                "US-NY",
                true,
                List.of(new TimeRange(LONG_AGO, end)),
                TestClock.MONDAY,
                TestClock.MONDAY.plus(Duration.ofDays(30)));
    }

    private static KnownTherapist with(KnownTherapist therapist, List<PractisePermit> permits) {
        return new KnownTherapist(
                therapist.id(),
                therapist.version() + 1,
                therapist.name(),
                therapist.retired(),
                therapist.languages(),
                therapist.techniques(),
                permits,
                therapist.hours());
    }

    private static KnownTherapist retired(KnownTherapist therapist) {
        return new KnownTherapist(
                therapist.id(),
                therapist.version() + 1,
                therapist.name(),
                true,
                therapist.languages(),
                therapist.techniques(),
                therapist.permits(),
                therapist.hours());
    }
}
