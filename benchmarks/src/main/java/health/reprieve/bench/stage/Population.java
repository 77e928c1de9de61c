package health.reprieve.bench.stage;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.RoomId;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who and what a benchmark's clinics have. All therapists may treat neck pain there, are at work on every day of the week, and
 * each has patients of their own.
 *
 * @param clinics their number
 * @param therapists of each clinic
 * @param rooms of each clinic
 * @param opens when every day's work begins, by the wall clock
 * @param closes when it ends; midnight is the one that ends the day
 */
public record Population(int clinics, int therapists, int rooms, LocalTime opens, LocalTime closes) {

    /** Where clocks never change: every day is as long as the other. */
    public static final ZoneId ZONE = ZoneId.of("America/Phoenix");

    static final String STATE = "US-AZ";

    /** Clinics that never close, which makes many times. */
    public static Population alwaysOpen(int clinics, int therapists) {
        return new Population(clinics, therapists, therapists, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    /** Clinics that are open from eight to six. */
    public static Population open(int clinics, int therapists) {
        return new Population(clinics, therapists, therapists, LocalTime.of(8, 0), LocalTime.of(18, 0));
    }

    /** A therapist, where they work, and the room they use when nobody chooses another. */
    public record Worker(ClinicId clinic, TherapistId therapist, RoomId room) {}

    /** How long each day is. */
    public Duration day() {
        var day = Duration.between(opens, closes);
        return day.isPositive() ? day : day.plusDays(1);
    }

    public int size() {
        return clinics * therapists;
    }

    /** @param number from zero up to, but not including, {@link #size()} */
    public Worker worker(int number) {
        int clinic = number / therapists;
        return new Worker(clinic(clinic), new TherapistId(id(3, number)), room(clinic, number % therapists % rooms));
    }

    public Stream<Worker> workers() {
        return IntStream.range(0, size()).mapToObj(this::worker);
    }

    public ClinicId clinic(int clinic) {
        return new ClinicId(id(1, clinic));
    }

    /** @param room from zero up to, but not including, the rooms of a clinic */
    public RoomId room(int clinic, int room) {
        return new RoomId(id(2, clinic * rooms + room));
    }

    private static UUID id(int kind, int number) {
        return UUID.fromString("be9c0000-%04x-4000-8000-%012x".formatted(kind, number));
    }
}
