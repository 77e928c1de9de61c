package health.reprieve.booking.therapist.postgres;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Technique;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.slot.WorkingHours;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.therapist.PractisePermit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A known therapist as it lies in its JSON column: ids as plain UUIDs, since they are keys there. */
record StoredTherapist(
        UUID id,
        long version,
        String name,
        boolean retired,
        List<String> languages,
        Set<Technique> techniques,
        List<PractisePermit> permits,
        Map<UUID, WorkingHours> hours) {

    static StoredTherapist of(KnownTherapist therapist) {
        return new StoredTherapist(
                therapist.id().value(),
                therapist.version(),
                therapist.name(),
                therapist.retired(),
                therapist.languages(),
                therapist.techniques(),
                therapist.permits(),
                therapist.hours().entrySet().stream()
                        .collect(Collectors.toMap(place -> place.getKey().value(), Map.Entry::getValue)));
    }

    KnownTherapist therapist() {
        return new KnownTherapist(
                new TherapistId(id),
                version,
                name,
                retired,
                languages,
                techniques,
                permits,
                hours.entrySet().stream()
                        .collect(Collectors.toMap(place -> new ClinicId(place.getKey()), Map.Entry::getValue)));
    }
}
