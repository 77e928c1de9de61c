package health.reprieve.booking.clinic;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Two clinics in two states and time zones, three rooms each, for those who try Reprieve out. */
@Component
@ConditionalOnBooleanProperty("reprieve.demo")
class DemoClinics implements ApplicationRunner {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Clinics clinics;

    DemoClinics(Clinics clinics) {
        this.clinics = clinics;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Flux.just(hudson(), austin()).concatMap(clinics::save).blockLast(PATIENCE);
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
        return IntStream.rangeClosed(1, 3)
                .mapToObj(i -> new Room(RoomId.of(uuid(firstNumber + i)), "Room " + i))
                .toList();
    }
}
