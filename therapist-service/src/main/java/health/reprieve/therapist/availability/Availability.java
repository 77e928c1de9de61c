package health.reprieve.therapist.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All of one therapist's places, hours and exceptions. */
public record Availability(List<Place> places, List<HoursException> exceptions) {

    private static final int FURTHEST_DAYS = 60;

    /** @throws HoursRefused if a clinic or an exception stands twice, or an exception is at no place of work */
    public Availability {
        places = List.copyOf(places);
        exceptions = List.copyOf(exceptions);
        eachClinicOnce(places);
        eachExceptionOnceAndAtWork(places, exceptions);
    }

    /** The hours of a date at one place: the exception's where there is one, the weekly ones otherwise. */
    public List<Hours> on(Place place, LocalDate date) {
        return exceptions.stream()
                .filter(exception -> exception.clinic().equals(place.clinic()))
                .filter(exception -> exception.date().equals(date))
                .findFirst()
                .map(HoursException::hours)
                .orElseGet(() -> place.hours().on(date.getDayOfWeek()));
    }

    public boolean worksOn(LocalDate date) {
        return places.stream().anyMatch(place -> !on(place, date).isEmpty());
    }

    /** The zone that counts now: that of the place of today's work, of the first place on a free day. */
    public ZoneId zoneAt(Instant now) {
        return places.stream()
                .filter(place -> !on(place, place.dateAt(now)).isEmpty())
                .findFirst()
                .or(() -> places.stream().findFirst())
                .map(Place::zone)
                .orElse(ZoneOffset.UTC);
    }

    /** The first day after this one on which there is work; none within sixty days is none. */
    public Optional<LocalDate> nextWorkingDay(LocalDate day) {
        return Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
                .limit(FURTHEST_DAYS)
                .filter(this::worksOn)
                .findFirst();
    }

    private static void eachClinicOnce(List<Place> places) {
        var seen = new HashSet<ClinicId>();
        for (var place : places) {
            if (!seen.add(place.clinic())) {
                throw new HoursRefused.ClinicTwice(place.clinic());
            }
        }
    }

    private static void eachExceptionOnceAndAtWork(List<Place> places, List<HoursException> exceptions) {
        record Which(ClinicId clinic, LocalDate date) {}
        var seen = new HashSet<Which>();
        for (var exception : exceptions) {
            if (places.stream().noneMatch(place -> place.clinic().equals(exception.clinic()))) {
                throw new HoursRefused.ExceptionElsewhere(exception.clinic());
            }
            if (!seen.add(new Which(exception.clinic(), exception.date()))) {
                throw new HoursRefused.ExceptionTwice(exception.clinic(), exception.date());
            }
        }
    }
}
