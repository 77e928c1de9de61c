package health.reprieve.booking.appointment;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.treatment.TreatmentId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time, for the treatment of what hurts.
 *
 * @param treatment null: the clinic's default
 * @param length null: what is usual for what hurts
 * @param spacing elapsed time, in whole minutes and a week at most, that the visit keeps from the patient's others, from
 *     start to start; null: any
 */
public record Wish(
        ClinicId clinic,
        Whom whom,
        Instant start,
        Condition condition,
        @Nullable TreatmentId treatment,
        @Nullable Duration length,
        @Nullable Duration spacing) {

    /** With one therapist. */
    public Wish(
            ClinicId clinic,
            TherapistId therapist,
            Instant start,
            Condition condition,
            @Nullable TreatmentId treatment,
            @Nullable Duration length,
            @Nullable Duration spacing) {
        this(clinic, new Whom.One(therapist), start, condition, treatment, length, spacing);
    }

    /** Without a distance to other visits. */
    public Wish(
            ClinicId clinic,
            TherapistId therapist,
            Instant start,
            Condition condition,
            @Nullable TreatmentId treatment,
            @Nullable Duration length) {
        this(clinic, therapist, start, condition, treatment, length, null);
    }

    /** The clinic's default treatment, for as long as is usual for what hurts. */
    public Wish(ClinicId clinic, TherapistId therapist, Instant start, Condition condition) {
        this(clinic, therapist, start, condition, null, null, null);
    }

    /** The same with that therapist. */
    Wish by(TherapistId therapist) {
        return new Wish(clinic, therapist, start, condition, treatment, length, spacing);
    }
}
