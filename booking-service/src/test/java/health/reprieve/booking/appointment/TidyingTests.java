package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What nobody needs any more, and who is left alone. */
@BookingTest
class TidyingTests {

    private static final Instant TEN = Scene.TUESDAY_TEN;
    private static final Duration LAPSED = Duration.ofMinutes(70);

    @Autowired
    Leftovers leftovers;

    @Autowired
    HoldDesk holds;

    @Autowired
    BookingDesk desk;

    @Autowired
    VisitDesk visits;

    @Autowired
    Database database;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    private Clinic clinic;
    private KnownTherapist therapist;

    @BeforeEach
    void aClinicOfItsOwn() {
        clinic = scene.clinic(2);
        therapist = scene.therapist(clinic);
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void whatExpiredAnHourAgoGoesAndWhatStillCountsStays() {
        hold(TEN);
        clock.advance(LAPSED.minus(Duration.ofMinutes(30)));
        hold(TEN.plus(Duration.ofDays(1)));
        clock.advance(Duration.ofMinutes(30));
        hold(TEN.plus(Duration.ofDays(2)));
        clock.advance(Duration.ofSeconds(1));
        scene.booked(Scene.patient(), clinic, therapist, TEN.plus(Duration.ofDays(3)));

        tidy();

        assertThat(rows("HELD")).isEqualTo(2);
        assertThat(rows("BOOKED")).isOne();
    }

    @Test
    void noStepThrowsAwayMoreThanItMayAndARoundFinishesWhatOneStepCannot() {
        for (int day = 0; day < 12; day++) {
            hold(TEN.plus(Duration.ofDays(day)));
        }
        clock.advance(LAPSED.plusSeconds(1));
        long before = lapsed();

        assertThat(leftovers.forgetHolds(longAgo(), 5).block()).isEqualTo(5);
        assertThat(lapsed()).isEqualTo(before - 5);

        new Tidying(leftovers, settings(2), clock).tidy().block();
        assertThat(lapsed()).isZero();
    }

    @Test
    void whatSomebodyIsBusyWithIsLeftToThemAndNotWaitedFor() {
        hold(TEN);
        hold(TEN.plus(Duration.ofDays(1)));
        clock.advance(LAPSED.plusSeconds(1));
        var busy = database.transaction(client -> client.sql(
                        "SELECT id FROM reservation WHERE therapist_id = $1 ORDER BY expires_at LIMIT 1 FOR UPDATE")
                .bind(0, therapist.id().value())
                .fetch()
                .one()
                .then(Mono.fromRunnable(() -> {}))
                // by another connection, as another instance would
                .then(Mono.defer(() -> Mono.fromFuture(
                        () -> leftovers.forgetHolds(longAgo(), 500).toFuture()))));

        assertThat(busy.block()).isPositive();

        assertThat(rows("HELD")).isOne();
        tidy();
        assertThat(rows("HELD")).isZero();
    }

    @Test
    void manyInstancesTidyAtOnceWithoutTrouble() {
        IntStream.range(0, 12).forEach(day -> hold(TEN.plus(Duration.ofDays(day))));
        clock.advance(LAPSED.plusSeconds(1));

        var finished = Flux.range(0, 4)
                .flatMap(i -> new Tidying(leftovers, settings(3), clock).tidy().thenReturn(i))
                .count()
                .block();

        assertThat(finished).isEqualTo(4);
        assertThat(rows("HELD")).isZero();
    }

    @Test
    void theTimeOfACancelledVisitGoesAWeekAfterItWouldHaveEnded() {
        var rosa = Scene.patient();
        var visit = scene.booked(rosa, clinic, therapist, TEN);
        visits.cancel(rosa, visit.id(), visit.version()).block();
        scene.booked(rosa, clinic, therapist, TEN);
        var end = visit.time().end();

        clock.set(end.plus(Duration.ofDays(7)));
        tidy();
        assertThat(rows("RELEASED")).isOne();

        clock.advance(Duration.ofSeconds(1));
        tidy();
        assertThat(rows("RELEASED")).isZero();
        assertThat(rows("BOOKED")).isOne();
    }

    @Test
    void aKeyIsRememberedForThirtyDays() {
        var rosa = Scene.patient();
        var wish = Scene.wish(clinic, therapist, TEN);
        var request = new BookingDesk.Request(Scene.details(rosa), wish, null);
        var visit = requireNonNull(desk.book(rosa, request, "once").block());

        clock.advance(Duration.ofDays(30));
        tidy();
        assertThat(desk.book(rosa, request, "once").block()).isEqualTo(visit);

        clock.advance(Duration.ofSeconds(1));
        tidy();
        assertThat(scene.count("SELECT count(*) FROM idempotency_key WHERE scope = $1", "patient:" + rosa.id()))
                .isZero();
    }

    @Test
    void changesThatEveryInstanceHasSeenAreThrownAway() {
        hold(TEN);
        database.one(client -> client.sql("UPDATE change SET at = at - interval '3 hours'")
                        .then())
                .block();
        hold(TEN.plus(Duration.ofDays(1)));

        tidy();

        assertThat(scene.count("SELECT count(*) FROM change WHERE at < clock_timestamp() - interval '2 hours'"))
                .isZero();
        assertThat(scene.count("SELECT count(*) FROM change")).isPositive();
    }

    private void tidy() {
        new Tidying(leftovers, settings(500), clock).tidy().block();
    }

    private static TidyingSettings settings(int rows) {
        return new TidyingSettings(
                Duration.ofMinutes(5), rows, Duration.ofHours(1), Duration.ofDays(7), Duration.ofDays(30));
    }

    private Instant longAgo() {
        return clock.instant().minus(Duration.ofHours(1));
    }

    private void hold(Instant start) {
        var visitor = Scene.visitor();
        holds.hold(visitor.browser(), Asker.of(visitor), Scene.wish(clinic, therapist, start))
                .block();
    }

    private long rows(String status) {
        return scene.count(
                "SELECT count(*) FROM reservation WHERE therapist_id = $1 AND status = $2",
                therapist.id().value(),
                status);
    }

    private long lapsed() {
        return scene.count("SELECT count(*) FROM reservation WHERE status = 'HELD' AND expires_at < $1", longAgo());
    }
}
