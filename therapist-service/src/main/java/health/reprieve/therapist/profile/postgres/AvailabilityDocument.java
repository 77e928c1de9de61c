package health.reprieve.therapist.profile.postgres;

import health.reprieve.therapist.availability.Availability;
import health.reprieve.therapist.availability.ClinicId;
import health.reprieve.therapist.availability.Hours;
import health.reprieve.therapist.availability.HoursException;
import health.reprieve.therapist.availability.Place;
import health.reprieve.therapist.availability.WeeklyHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Places, hours and exceptions as they lie in the column {@code therapist.availability}. */
record AvailabilityDocument(List<StoredPlace> places, List<StoredException> exceptions) {

    record StoredPlace(UUID clinic, String zone, Map<DayOfWeek, List<StoredHours>> hours) {
        private Place read() {
            return new Place(
                    new ClinicId(clinic),
                    ZoneId.of(zone),
                    new WeeklyHours(hours.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, day -> StoredHours.read(day.getValue())))));
        }

        private static StoredPlace of(Place place) {
            return new StoredPlace(
                    place.clinic().value(),
                    place.zone().getId(),
                    place.hours().days().entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, day -> StoredHours.of(day.getValue()))));
        }
    }

    record StoredException(UUID clinic, LocalDate date, List<StoredHours> hours) {
        private HoursException read() {
            return new HoursException(new ClinicId(clinic), date, StoredHours.read(hours));
        }

        private static StoredException of(HoursException exception) {
            return new StoredException(exception.clinic().value(), exception.date(), StoredHours.of(exception.hours()));
        }
    }

    record StoredHours(LocalTime from, LocalTime until) {
        private static List<Hours> read(List<StoredHours> spans) {
            return spans.stream().map(span -> new Hours(span.from, span.until)).toList();
        }

        private static List<StoredHours> of(List<Hours> spans) {
            return spans.stream()
                    .map(span -> new StoredHours(span.from(), span.until()))
                    .toList();
        }
    }

    static AvailabilityDocument of(Availability availability) {
        return new AvailabilityDocument(
                availability.places().stream().map(StoredPlace::of).toList(),
                availability.exceptions().stream().map(StoredException::of).toList());
    }

    Availability read() {
        return new Availability(
                places.stream().map(StoredPlace::read).toList(),
                exceptions.stream().map(StoredException::read).toList());
    }
}
