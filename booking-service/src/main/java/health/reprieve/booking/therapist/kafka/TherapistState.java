package health.reprieve.booking.therapist.kafka;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Technique;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.slot.Hours;
import health.reprieve.booking.slot.WorkingHours;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.therapist.PractisePermit;
import health.reprieve.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code therapist-state.changed.v1}, as much of it as booking needs. Jackson fills what is missing with null; what would
 * not be missed at once is looked at here.
 */
record TherapistState(Therapist therapist) {

    record Therapist(
            UUID id,
            long version,
            String name,
            boolean retired,
            List<String> languages,
            List<String> techniques,
            List<Credential> credentials,
            List<Place> places,
            List<OtherDay> exceptions) {

        Therapist {
            requireNonNull(id);
            requireNonNull(name);
        }
    }

    record Credential(
            String jurisdiction,
            boolean treatsDiagnosedConditions,
            List<Span> mayPractise,
            @Nullable Instant verifiedAt,
            @Nullable Instant verificationGoodUntil) {

        Credential {
            requireNonNull(jurisdiction);
        }
    }

    record Span(Instant from, Instant until) {}

    record Place(UUID clinicId, List<Weekly> weeklyHours) {

        Place {
            requireNonNull(clinicId);
        }
    }

    record Weekly(DayOfWeek day, LocalTime from, LocalTime until) {}

    record OtherDay(UUID clinicId, LocalDate date, List<OneDay> hours) {

        OtherDay {
            requireNonNull(date);
        }
    }

    record OneDay(LocalTime from, LocalTime until) {}

    KnownTherapist known() {
        return new KnownTherapist(
                new TherapistId(therapist.id),
                therapist.version,
                therapist.name,
                therapist.retired,
                therapist.languages,
                Arrays.stream(Technique.values())
                        .filter(technique -> therapist.techniques.contains(technique.name()))
                        .collect(Collectors.toSet()),
                therapist.credentials.stream().map(TherapistState::permit).toList(),
                therapist.places.stream()
                        .collect(Collectors.toMap(place -> new ClinicId(place.clinicId), this::workingHours)));
    }

    private static PractisePermit permit(Credential credential) {
        return new PractisePermit(
                credential.jurisdiction,
                credential.treatsDiagnosedConditions,
                credential.mayPractise.stream()
                        .map(span -> new TimeRange(span.from, span.until))
                        .toList(),
                credential.verifiedAt,
                credential.verificationGoodUntil);
    }

    private WorkingHours workingHours(Place place) {
        Map<DayOfWeek, List<Hours>> weekly = place.weeklyHours.stream()
                .collect(Collectors.groupingBy(
                        Weekly::day,
                        Collectors.mapping(hours -> new Hours(hours.from(), hours.until()), Collectors.toList())));
        Map<LocalDate, List<Hours>> exceptions = therapist.exceptions.stream()
                .filter(exception -> exception.clinicId.equals(place.clinicId))
                .collect(Collectors.toMap(
                        OtherDay::date,
                        exception -> exception.hours.stream()
                                .map(hours -> new Hours(hours.from(), hours.until()))
                                .toList()));
        return new WorkingHours(weekly, exceptions);
    }
}
