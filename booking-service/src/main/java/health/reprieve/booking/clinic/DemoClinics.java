package health.reprieve.booking.clinic;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Two clinics in two states and time zones, three rooms each, for those who try Reprieve out. */
@Component
@ConditionalOnBooleanProperty("reprieve.demo")
class DemoClinics implements ApplicationRunner {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Set<RoomEquipment> GROUND_FLOOR =
            Set.of(RoomEquipment.TABLE, RoomEquipment.BARIATRIC_TABLE, RoomEquipment.STEP_FREE);

    private static final Set<RoomEquipment> SEATED =
            Set.of(RoomEquipment.TABLE, RoomEquipment.CHAIR, RoomEquipment.HOT_STONES);

    private static final Set<RoomEquipment> LARGE = Set.of(RoomEquipment.TABLE, RoomEquipment.FLOOR_MAT);

    private final Clinics clinics;
    private final ClinicRules rules;

    DemoClinics(Clinics clinics, ClinicRules rules) {
        this.clinics = clinics;
        this.rules = rules;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Flux.just(hudson(), austin())
                .concatMap(clinics::save)
                .then(open(id(1), hudsonHours()))
                .then(open(id(2), austinHours()))
                .block(PATIENCE);
    }

    /** What somebody has stated since the first start stays. */
    private Mono<Void> open(ClinicId clinic, OpeningHours hours) {
        return rules.replace(clinic, hours, 1)
                .then()
                .onErrorResume(ClinicRefused.VersionStale.class, stated -> Mono.empty());
    }

    private static OpeningHours hudsonHours() {
        var saturday = new OpeningHours.Span(DayOfWeek.SATURDAY, LocalTime.of(9, 0), LocalTime.of(18, 0));
        return new OpeningHours(Stream.concat(workdays(LocalTime.of(8, 0), LocalTime.of(19, 0)), Stream.of(saturday))
                .toList());
    }

    private static OpeningHours austinHours() {
        return new OpeningHours(
                workdays(LocalTime.of(7, 30), LocalTime.of(18, 0)).toList());
    }

    private static Stream<OpeningHours.Span> workdays(LocalTime from, LocalTime until) {
        return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream()
                .map(day -> new OpeningHours.Span(day, from, until));
    }

    private static Clinic hudson() {
        return new Clinic(
                id(1),
                "Hudson Pain & Massage",
                "Hudson Clinic",
                "US-NY",
                ZoneId.of("America/New_York"),
                "12 River Street, Hudson, NY 12534",
                "+1 518 555 0100",
                rooms(10));
    }

    private static Clinic austin() {
        return new Clinic(
                id(2),
                "Austin Pain & Massage",
                "Austin Clinic",
                "US-TX",
                ZoneId.of("America/Chicago"),
                "480 Cedar Lane, Austin, TX 78701",
                "+1 512 555 0150",
                rooms(20));
    }

    private static ClinicId id(int number) {
        return ClinicId.of(uuid(number));
    }

    /** Ids that every service's demo agrees on. */
    private static String uuid(int number) {
        return "a1a1a1a1-0000-4000-8000-%012d".formatted(number);
    }

    private static List<Room> rooms(int firstNumber) {
        return List.of(room(firstNumber, 1, GROUND_FLOOR), room(firstNumber, 2, SEATED), room(firstNumber, 3, LARGE));
    }

    private static Room room(int firstNumber, int number, Set<RoomEquipment> equipment) {
        return new Room(RoomId.of(uuid(firstNumber + number)), "Room " + number, equipment);
    }
}
