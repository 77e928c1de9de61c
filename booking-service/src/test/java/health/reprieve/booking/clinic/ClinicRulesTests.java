package health.reprieve.booking.clinic;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.AccountId;
import health.reprieve.booking.BookingTest;
import health.reprieve.booking.Scene;
import health.reprieve.booking.TestClock;
import health.reprieve.booking.clinic.ClinicPolicy.BookableUntil;
import health.reprieve.booking.clinic.ClinicPolicy.Load;
import health.reprieve.booking.clinic.ClinicPolicy.Run;
import health.reprieve.booking.clinic.ClinicPolicy.Starts;
import health.reprieve.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What clinics have said of themselves, as it is kept. */
@BookingTest
class ClinicRulesTests {

    @Autowired
    ClinicRules rules;

    @Autowired
    ClosedTimes closedTimes;

    @Autowired
    Clinics clinics;

    @Autowired
    Scene scene;

    private Clinic clinic;

    @BeforeEach
    void aClinicOfItsOwn() {
        clinic = scene.clinic(2);
    }

    @Test
    void aClinicThatHasStatedNothingSetsNoLimits() {
        assertThat(rules.opening(clinic.id()).block()).isEqualTo(new Versioned<>(OpeningHours.ALWAYS, 1));
        assertThat(rules.policy(clinic.id()).block()).isEqualTo(new Versioned<>(ClinicPolicy.NONE, 1));
    }

    @Test
    void openingHoursAreKeptAsTheyWereStatedUntilTheMidnightThatEndsTheDay() {
        var hours = new OpeningHours(List.of(
                span(DayOfWeek.SUNDAY, "18:00", "00:00"),
                span(DayOfWeek.MONDAY, "00:00", "12:00"),
                span(DayOfWeek.MONDAY, "12:00", "17:30")));

        var stated = rules.replace(clinic.id(), hours, 1).block();

        assertThat(stated).isEqualTo(new Versioned<>(hours, 2));
        assertThat(rules.opening(clinic.id()).block()).isEqualTo(stated);
        assertThat(rules.replace(clinic.id(), OpeningHours.ALWAYS, 2).block())
                .isEqualTo(new Versioned<>(OpeningHours.ALWAYS, 3));
        assertThat(rules.opening(clinic.id()).block()).isEqualTo(new Versioned<>(OpeningHours.ALWAYS, 3));
    }

    static Stream<ClinicPolicy> policies() {
        var none = new Load(null, null, null, null, null);
        return Stream.of(
                ClinicPolicy.NONE,
                new ClinicPolicy(
                        new Starts.Grid(Duration.ofMinutes(20)),
                        Duration.ofMinutes(10),
                        Duration.ZERO,
                        Duration.ofHours(24),
                        new BookableUntil.CalendarDays(90),
                        new Load(
                                6,
                                28,
                                Duration.ofHours(5),
                                Duration.ofHours(22),
                                new Run(Duration.ofHours(2), Duration.ofMinutes(30)))),
                new ClinicPolicy(new Starts.Packed(null), null, null, null, new BookableUntil.BusinessDays(10), none),
                new ClinicPolicy(
                        new Starts.Packed(Duration.ofMinutes(75)),
                        null,
                        null,
                        null,
                        new BookableUntil.Date(LocalDate.parse("2027-12-31")),
                        none));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aPolicyIsKeptAsItWasStated(ClinicPolicy policy) {
        var stated = rules.replace(clinic.id(), policy, 1).block();

        assertThat(stated).isEqualTo(new Versioned<>(policy, 2));
        assertThat(rules.policy(clinic.id()).block()).isEqualTo(stated);
    }

    @Test
    void ofManagersWhoReplaceTheSameVersionAtTheSameMomentOneSucceeds() {
        for (long version = 1; version <= 5; version++) {
            long read = version;

            assertThat(winners(i -> rules.replace(
                            clinic.id(),
                            new OpeningHours(List.of(span(DayOfWeek.MONDAY, "0" + i + ":00", "12:00"))),
                            read)))
                    .as("version %d of opening hours", version)
                    .isOne();
            assertThat(winners(i -> rules.replace(
                            clinic.id(),
                            new ClinicPolicy(
                                    new Starts.Grid(Duration.ofMinutes(5)),
                                    Duration.ofMinutes(i),
                                    null,
                                    null,
                                    null,
                                    ClinicPolicy.NONE.load()),
                            read)))
                    .as("version %d of the policy", version)
                    .isOne();
        }
    }

    @Test
    void whoReplacesAnOldVersionIsToldTheNewOneAndChangesNothing() {
        var monday = new OpeningHours(List.of(span(DayOfWeek.MONDAY, "08:00", "12:00")));
        rules.replace(clinic.id(), monday, 1).block();

        for (long wrong : new long[] {1, 3}) {
            assertThatThrownBy(() -> rules.replace(clinic.id(), OpeningHours.ALWAYS, wrong)
                            .block())
                    .isInstanceOfSatisfying(
                            ClinicRefused.VersionStale.class,
                            stale -> assertThat(stale.current()).isEqualTo(2));
            assertThatThrownBy(() -> rules.replace(clinic.id(), ClinicPolicy.NONE, wrong + 1)
                            .block())
                    .isInstanceOfSatisfying(
                            ClinicRefused.VersionStale.class,
                            stale -> assertThat(stale.current()).isEqualTo(1));
        }
        assertThat(rules.opening(clinic.id()).block()).isEqualTo(new Versioned<>(monday, 2));
    }

    @Test
    void roomsKeepTheirEquipment() {
        var equipped = new Room(RoomId.random(), "Room 7", Set.of(RoomEquipment.TABLE, RoomEquipment.STEP_FREE));
        var bare = new Room(RoomId.random(), "Room 8");
        var furnished = new Clinic(
                ClinicId.random(),
                clinic.name(),
                clinic.alias(),
                clinic.state(),
                clinic.zone(),
                clinic.address(),
                clinic.phone(),
                List.of(equipped, bare));

        clinics.save(furnished).block();

        assertThat(clinics.find(furnished.id()).block()).isEqualTo(furnished);
    }

    @Test
    void theEngineIsToldAllClosedTimesThatTouchASpanHoweverMany() {
        var monday = TestClock.MONDAY;
        var hour = Duration.ofHours(1);
        IntStream.range(0, 250).forEach(i -> add(new TimeRange(monday, monday.plus(hour)), null));
        var until = add(new TimeRange(monday.minus(hour), monday), null);
        var room = add(
                new TimeRange(monday.plus(hour), monday.plus(hour).plusSeconds(60)),
                clinic.rooms().getFirst());

        var found = requireNonNull(closedTimes
                .within(clinic.id(), new TimeRange(monday, monday.plus(hour).plusSeconds(1)))
                .block());

        assertThat(found).hasSize(251).contains(room).doesNotContain(until);
        assertThat(closedTimes
                        .within(scene.clinic(1).id(), new TimeRange(Instant.EPOCH, monday))
                        .block())
                .isEmpty();
    }

    private ClosedTime add(TimeRange time, Room room) {
        var affected =
                room == null ? new ClosedTime.Affected.WholeClinic() : new ClosedTime.Affected.OneRoom(room.id());
        var closed = new ClosedTime(
                new ClosedTimeId(UUID.randomUUID()), clinic.id(), affected, time, ClosedTime.Reason.REPAIR);
        closedTimes.add(closed, AccountId.random(), TestClock.MONDAY).block();
        return closed;
    }

    private interface Attempt {
        Mono<?> by(int number);
    }

    private static long winners(Attempt attempt) {
        return requireNonNull(Flux.range(1, 6)
                .flatMap(i -> Mono.defer(() -> attempt.by(i))
                        .subscribeOn(Schedulers.parallel())
                        .map(stated -> true)
                        .onErrorReturn(ClinicRefused.VersionStale.class, false))
                .filter(won -> won)
                .count()
                .block());
    }

    private static OpeningHours.Span span(DayOfWeek day, String from, String until) {
        return new OpeningHours.Span(day, LocalTime.parse(from), LocalTime.parse(until));
    }
}
