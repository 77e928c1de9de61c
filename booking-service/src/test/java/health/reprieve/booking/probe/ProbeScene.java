package health.reprieve.booking.probe;

import static java.util.Objects.requireNonNull;

import health.reprieve.booking.Figures;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.Asker;
import health.reprieve.booking.appointment.BookingDesk;
import health.reprieve.booking.appointment.Openings;
import health.reprieve.booking.appointment.VisitDesk;
import health.reprieve.booking.appointment.Wish;
import health.reprieve.booking.metric.BookingMetric;
import health.reprieve.booking.metric.ProbeOutcome;
import health.reprieve.outbox.Outbox;
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
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/** The ground on which the house books for itself. */
abstract class ProbeScene {

    static final Duration LONG = Duration.ofSeconds(20);

    static final ProbeSettings PATIENT = new ProbeSettings(true, LONG, LONG, LONG, LONG);

    @Autowired
    Grounds grounds;

    @Autowired
    Openings openings;

    @Autowired
    BookingDesk desk;

    @Autowired
    VisitDesk visits;

    @Autowired
    Outbox outbox;

    @Autowired
    ProbeFigures shown;

    @Autowired
    Scene scene;

    @Autowired
    Figures figures;

    @Autowired
    TestClock clock;

    Ground ground;

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

    static ProbeSettings unpublished() {
        return new ProbeSettings(true, LONG, LONG, LONG, Duration.ZERO);
    }

    ProbeOutcome probe(ProbeSettings settings) {
        return requireNonNull(instance(grounds, settings).once().block());
    }

    BookingProbe instance(Grounds where, ProbeSettings settings) {
        return new BookingProbe(where, openings, desk, visits, outbox, shown, settings, clock, new SplittableRandom());
    }

    /** A ground that is what the test says. */
    Grounds only(Mono<Ground> laidOut) {
        return only(laidOut, null);
    }

    /** @param tidying what becomes of it there; null: it is done */
    Grounds only(Mono<Ground> laidOut, @Nullable Mono<Void> tidying) {
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
    Appointment booked() {
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

    long left(String where) {
        return scene.count("SELECT count(*) FROM " + where, ground.patientId().value());
    }

    Map<String, Double> outcomes() {
        return Stream.of(ProbeOutcome.values())
                .collect(Collectors.toMap(Enum::name, outcome -> figures.of(BookingMetric.PROBES, outcome)));
    }
}
