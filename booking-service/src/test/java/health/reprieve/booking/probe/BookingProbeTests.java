package health.reprieve.booking.probe;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Figures;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.Asker;
import health.reprieve.booking.appointment.BookingDesk;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.Openings;
import health.reprieve.booking.appointment.VisitDesk;
import health.reprieve.booking.appointment.Wish;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.Clinics;
import health.reprieve.booking.metric.BookingMetric;
import health.reprieve.booking.metric.ProbeOutcome;
import health.reprieve.database.Database;
import health.reprieve.outbox.Outbox;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@BookingTest
class BookingProbeTests {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final ProbeSettings PATIENT = new ProbeSettings(true, LONG, LONG, LONG, LONG);

    @Autowired
    Grounds grounds;

    @Autowired
    Openings openings;

    @Autowired
    BookingDesk desk;

    @Autowired
    VisitDesk visits;

    @Autowired
    Clinics clinics;

    @Autowired
    Outbox outbox;

    @Autowired
    ProbeFigures shown;

    @Autowired
    Database database;

    @Autowired
    Scene scene;

    @Autowired
    Figures figures;

    @Autowired
    TestClock clock;

    private Ground ground;

    @BeforeEach
    void layOut() {
        ground = requireNonNull(grounds.layOut().block());
        var tomorrow = TestClock.MONDAY.plus(Duration.ofDays(1));
        grounds.tidy(ground, AppointmentId.random(), tomorrow).block();
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void theHouseBooksSeesAndCancelsAndSeesThatTheNewsHasLeft() {
        var before = outcomes();
        var published = figures.of(BookingMetric.PROBE_PUBLISHED);
        var timed = figures.of(BookingMetric.PROBE_TIME);

        assertThat(probe(PATIENT)).isEqualTo(ProbeOutcome.OK);

        assertThat(outcomes()).isEqualTo(plusOne(before, ProbeOutcome.OK));
        assertThat(figures.of(BookingMetric.PROBE_PUBLISHED)).isEqualTo(published + 1);
        assertThat(figures.of(BookingMetric.PROBE_TIME)).isEqualTo(timed + 1);
    }

    @Test
    void whenItLastSucceededIsShownAndWhatDidNotSucceedChangesNothing() {
        probe(PATIENT);
        assertThat(figures.of(BookingMetric.PROBE_LAST_SUCCESS)).isEqualTo(seconds(TestClock.MONDAY));

        clock.advance(Duration.ofMinutes(1));
        probe(unpublished());
        assertThat(figures.of(BookingMetric.PROBE_LAST_SUCCESS)).isEqualTo(seconds(TestClock.MONDAY));

        probe(PATIENT);
        assertThat(figures.of(BookingMetric.PROBE_LAST_SUCCESS)).isEqualTo(seconds(TestClock.MONDAY.plusSeconds(60)));
    }

    @Test
    void nothingOfItStaysBehind() {
        probe(PATIENT);

        assertThat(left("appointment WHERE patient_id = $1")).isZero();
        assertThat(left("reservation WHERE patient_id = $1")).isZero();
        assertThat(left("idempotency_key WHERE scope = 'patient:' || $1")).isZero();
        assertThat(scene.count(
                        "SELECT count(*) FROM outbox WHERE topic = 'booking-probe' AND data LIKE '%' || $1 || '%'",
                        ground.patientId().toString()))
                .isZero();
    }

    @Test
    void nobodyIsToldOfIt() {
        long before = scene.count("SELECT count(*) FROM outbox WHERE topic = 'booking-probe'");

        instance(only(Mono.just(ground), Mono.empty()), PATIENT).once().block();

        assertThat(scene.count("SELECT count(*) FROM outbox WHERE topic = 'booking-probe'"))
                .isEqualTo(before + 2);
        assertThat(scene.count(
                        "SELECT count(*) FROM outbox WHERE topic <> 'booking-probe' AND data LIKE '%' || $1 || '%'",
                        ground.patientId().toString()))
                .isZero();
    }

    @Test
    void noListShowsIt() {
        var visit = booked();
        var manager = new Actor.Manager(new AccountId(UUID.randomUUID()));

        assertThat(requireNonNull(clinics.all().block())).extracting(Clinic::id).doesNotContain(ground.clinicId());
        assertThatThrownBy(() -> visits.find(manager, visit.id()).block())
                .isInstanceOf(BookingRefused.AppointmentUnknown.class);
        assertThat(requireNonNull(visits.list(manager, null, 100).block()).visits())
                .extracting(Appointment::id)
                .doesNotContain(visit.id());
    }

    @Test
    void noFigureOfPeopleCountsIt() {
        var requests = figures.all(BookingMetric.REQUESTS);
        var searches = figures.of(BookingMetric.SEARCH);

        probe(PATIENT);

        assertThat(figures.all(BookingMetric.REQUESTS)).isEqualTo(requests);
        assertThat(figures.of(BookingMetric.SEARCH)).isEqualTo(searches);
    }

    @Test
    void severalInstancesDoNotGetInEachOthersWay() {
        var outcomes = Flux.range(0, 12)
                .flatMap(i -> instance(grounds, PATIENT).once().subscribeOn(Schedulers.parallel()))
                .collectList()
                .block(LONG);

        assertThat(outcomes).hasSize(12).containsOnly(ProbeOutcome.OK);
        assertThat(left("appointment WHERE patient_id = $1")).isZero();
    }

    @Test
    void whatAnInstanceLeftThatDiedIsThrownAwayByTheNext() {
        booked();
        clock.advance(Duration.ofMinutes(4));
        probe(PATIENT);
        assertThat(left("reservation WHERE patient_id = $1")).isEqualTo(1);

        clock.advance(Duration.ofMinutes(2));
        probe(PATIENT);

        assertThat(left("reservation WHERE patient_id = $1")).isZero();
        assertThat(left("appointment WHERE patient_id = $1")).isZero();
    }

    @Test
    void aBookingWhoseNewsDoesNotLeaveIsNoSuccess() {
        assertThat(probe(unpublished())).isEqualTo(ProbeOutcome.UNPUBLISHED);
    }

    @Test
    void aBookingThatTakesTooLongIsSlow() {
        assertThat(probe(new ProbeSettings(true, LONG, Duration.ZERO, LONG, LONG)))
                .isEqualTo(ProbeOutcome.SLOW);
    }

    @Test
    void whereTheDesksRefuseItTheProbeSaysSo() {
        var nowhere = new Ground(ClinicId.random(), ground.roomId(), ground.therapistId(), ground.patientId());

        assertThat(instance(only(Mono.just(nowhere)), PATIENT).once().block()).isEqualTo(ProbeOutcome.REFUSED);
    }

    @Test
    void whereNothingIsOfferedTheProbeSaysSo() {
        var idle = scene.clinic(1);
        var noTherapist = new Ground(idle.id(), idle.rooms().getFirst().id(), ground.therapistId(), ground.patientId());

        assertThat(instance(only(Mono.just(noTherapist)), PATIENT).once().block())
                .isEqualTo(ProbeOutcome.REFUSED);
    }

    @Test
    void aFaultIsCountedAndTheNextProbeIsMade() {
        var before = outcomes();
        var broken = instance(only(Mono.error(new IllegalStateException("no"))), PATIENT);

        assertThat(broken.once().block()).isEqualTo(ProbeOutcome.FAILED);
        assertThat(broken.once().block()).isEqualTo(ProbeOutcome.FAILED);

        assertThat(outcomes()).containsEntry("FAILED", before.get("FAILED") + 2);
    }

    @Test
    void whereNothingCanBeThrownAwayTheProbeIsStillWhatItWas() {
        var untidy = instance(only(Mono.just(ground), Mono.error(new IllegalStateException("no"))), PATIENT);

        assertThat(untidy.once().block()).isEqualTo(ProbeOutcome.OK);
    }

    @Test
    void aProbeThatFailsThrowsAwayWhatIsLeftAllTheSame() {
        booked();
        clock.advance(Duration.ofMinutes(6));
        var hasty = new ProbeSettings(true, LONG, LONG, Duration.ofSeconds(1), LONG);
        var nowhere = new Ground(ClinicId.random(), ground.roomId(), ground.therapistId(), ground.patientId());

        assertThat(instance(only(Mono.just(nowhere)), hasty).once().block()).isEqualTo(ProbeOutcome.REFUSED);

        assertThat(left("appointment WHERE patient_id = $1")).isZero();
    }

    @Test
    void newsThatLeftLateIsThrownAwayLater() {
        var visit = booked();
        database.one(client -> client.sql("UPDATE outbox SET published_at = :at WHERE key = :key")
                        .bind("at", TestClock.MONDAY)
                        .bind("key", visit.id().toString())
                        .then())
                .block();
        clock.advance(Duration.ofMinutes(6));

        probe(PATIENT);

        assertThat(scene.count(
                        "SELECT count(*) FROM outbox WHERE key = $1", visit.id().toString()))
                .isZero();
    }

    @Test
    void aProbeSoSeldomThatTheAlertWouldNotWaitForItIsRefused() {
        var seldom = Duration.ofSeconds(121);

        assertThatThrownBy(() -> new ProbeSettings(true, seldom, LONG, LONG, LONG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("booking.probe.every is");
    }

    @Test
    void untilTheFirstSuccessNoneIsClaimed() {
        var registry = new SimpleMeterRegistry();
        var fresh = new ProbeFigures(registry);
        var last = registry.get("reprieve.booking.probe.last.success.timestamp").gauge();
        assertThat(last.value()).isNaN();

        fresh.begin();
        assertThat(last.value()).isZero();
    }

    private static double seconds(Instant instant) {
        return (double) instant.getEpochSecond();
    }

    private static ProbeSettings unpublished() {
        return new ProbeSettings(true, LONG, LONG, LONG, Duration.ZERO);
    }

    private ProbeOutcome probe(ProbeSettings settings) {
        return requireNonNull(instance(grounds, settings).once().block());
    }

    private BookingProbe instance(Grounds where, ProbeSettings settings) {
        return new BookingProbe(where, openings, desk, visits, outbox, shown, settings, clock, new SplittableRandom());
    }

    /** A ground that is what the test says. */
    private Grounds only(Mono<Ground> laidOut) {
        return only(laidOut, null);
    }

    /** @param tidying what becomes of it there; null: it is done */
    private Grounds only(Mono<Ground> laidOut, @Nullable Mono<Void> tidying) {
        return new Grounds() {
            @Override
            public Mono<Ground> layOut() {
                return laidOut;
            }

            @Override
            public Mono<Void> tidy(Ground where, @Nullable AppointmentId cancelled, Instant diedBefore) {
                return tidying == null ? grounds.tidy(where, cancelled, diedBefore) : tidying;
            }
        };
    }

    /** As an instance leaves it that dies between booking and cancelling. */
    private Appointment booked() {
        var actor = ground.actor();
        var offer = requireNonNull(openings.firstDays(ground.clinicId(), Ground.CONDITION, null, Asker.of(actor))
                        .block())
                .days()
                .getFirst()
                .offers()
                .getFirst();
        var wish = new Wish(ground.clinicId(), offer.therapist(), offer.time().start(), Ground.CONDITION);
        return requireNonNull(desk.book(
                        actor,
                        new BookingDesk.Request(ground.patient(), wish, null),
                        UUID.randomUUID().toString())
                .block());
    }

    private long left(String where) {
        return scene.count("SELECT count(*) FROM " + where, ground.patientId().value());
    }

    private Map<String, Double> outcomes() {
        return Stream.of(ProbeOutcome.values())
                .collect(Collectors.toMap(Enum::name, outcome -> figures.of(BookingMetric.PROBES, outcome)));
    }

    private static Map<String, Double> plusOne(Map<String, Double> before, ProbeOutcome which) {
        return before.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue() + (which.name().equals(each.getKey()) ? 1 : 0)));
    }
}
