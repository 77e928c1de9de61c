package health.reprieve.booking.probe;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.Clinics;
import health.reprieve.booking.metric.BookingMetric;
import health.reprieve.booking.metric.ProbeOutcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@BookingTest
class BookingProbeTests extends ProbeScene {

    @Autowired
    Clinics clinics;

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

    private static Map<String, Double> plusOne(Map<String, Double> before, ProbeOutcome which) {
        return before.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue() + (which.name().equals(each.getKey()) ? 1 : 0)));
    }
}
